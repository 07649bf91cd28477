-- What kind of issue it is decides where it goes.
alter table raid.issue add kind text check (kind in ('technical', 'delivery', 'people', 'commercial', 'dispute'));

-- To whom on each side an issue of a kind goes, so many days after it was due.
create table raid.escalation_path (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    kind text not null check (kind in ('technical', 'delivery', 'people', 'commercial', 'dispute')),
    level numeric(3, 1) not null check (level between 1 and 9),
    days numeric(6, 1) not null check (days >= 0),
    customer text check (length(customer) between 1 and 200),
    vendor text check (length(vendor) between 1 and 200),
    what text check (length(what) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || kind || ' ' || coalesce(customer, '') || ' ' || coalesce(vendor, '') || ' '
            || coalesce(what, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index escalation_path_by_ref on raid.escalation_path (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index escalation_path_in_order on raid.escalation_path (engagement_id, id) where deletion is null;
create index escalation_path_deleted on raid.escalation_path (engagement_id, deletion) where deletion is not null;
call access.protect('raid.escalation_path');

-- That an issue went to a level, and to whom.
create table raid.escalation (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    issue_id uuid not null references raid.issue on delete cascade,
    level integer not null check (level between 1 and 9),
    customer text,
    vendor text,
    day date not null,
    made timestamptz not null,
    unique (issue_id, level)
);
call access.protect('raid.escalation');
create policy with_its_issue on raid.escalation as restrictive to ${app} using (raid.sees('issue', issue_id));

-- Time that one side lost because of another: from when to when, and what shows it.
create table raid.delay (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    -- The party that was waited for.
    party text not null check (length(party) between 1 and 200),
    began date not null,
    ended date,
    cause text check (length(cause) between 1 and 2000),
    -- By how many days it moved the go-live date, as far as somebody says.
    days numeric(6, 1) check (days >= 0),
    money numeric(18, 4) check (money >= 0),
    currency text check (currency ~ '^[A-Z]{3}$'),
    -- The change in which it was claimed.
    change text check (length(change) between 1 and 60),
    evidence text check (length(evidence) between 1 and 2000),
    -- The page on which it was noted.
    source text check (length(source) between 1 and 400),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || party || ' ' || coalesce(cause, '') || ' ' || coalesce(evidence, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check ((money is null) = (currency is null)),
    check (ended >= began),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index delay_by_ref on raid.delay (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index delay_in_order on raid.delay (engagement_id, id) where deletion is null;
create index delay_deleted on raid.delay (engagement_id, deletion) where deletion is not null;
call access.protect('raid.delay');

-- Issues are escalated on behalf of somebody of each party.
create policy escalated on access.membership for select to ${app} using (access.task() = 'escalation');
