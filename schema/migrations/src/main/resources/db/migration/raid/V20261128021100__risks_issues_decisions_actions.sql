create schema raid;
grant usage on schema raid to ${app};
alter default privileges in schema raid grant select, insert, update, delete on tables to ${app};

-- Something that may happen. Where private_to names a party, nobody else sees it.
create table raid.risk (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    category text check (length(category) between 1 and 60),
    owner text check (length(owner) between 1 and 200),
    -- In percent.
    probability numeric(4, 1) check (probability between 0 and 100),
    -- By how much dates would move, in days.
    days numeric(6, 1) check (days >= 0),
    money numeric(18, 4) check (money >= 0),
    currency text check (currency ~ '^[A-Z]{3}$'),
    quality text check (quality in ('low', 'medium', 'high')),
    response text check (length(response) between 1 and 2000),
    -- The same once the response has done its work.
    probability_after numeric(4, 1) check (probability_after between 0 and 100),
    days_after numeric(6, 1) check (days_after >= 0),
    money_after numeric(18, 4) check (money_after >= 0),
    currency_after text check (currency_after ~ '^[A-Z]{3}$'),
    quality_after text check (quality_after in ('low', 'medium', 'high')),
    contingency_plan text check (length(contingency_plan) between 1 and 2000),
    -- An expression over facts.
    fires_when text check (length(fires_when) between 1 and 2000),
    review date,
    exercised date,
    exercise_note text check (length(exercise_note) between 1 and 2000),
    closed date,
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(owner, '') || ' ' || coalesce(response, '') || ' '
            || coalesce(contingency_plan, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check ((money is null) = (currency is null)),
    check ((money_after is null) = (currency_after is null)),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);

-- Something that has happened and is to be settled.
create table raid.issue (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    impact text check (length(impact) between 1 and 2000),
    owner text check (length(owner) between 1 and 200),
    due date,
    -- Whom it goes to next, on each side.
    escalate_customer text check (length(escalate_customer) between 1 and 200),
    escalate_vendor text check (length(escalate_vendor) between 1 and 200),
    escalate_by date,
    escalated date,
    closed date,
    settlement text check (length(settlement) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(impact, '') || ' ' || coalesce(owner, '') || ' '
            || coalesce(settlement, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);

-- Something that was decided, or is to be.
create table raid.decision (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    options text check (length(options) between 1 and 4000),
    deciders text check (length(deciders) between 1 and 400),
    reason text check (length(reason) between 1 and 2000),
    decided date,
    no_follow_up text check (length(no_follow_up) between 1 and 2000),
    -- The day on which it was entered in the ledger as one that binds.
    entered date,
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(options, '') || ' ' || coalesce(deciders, '') || ' '
            || coalesce(reason, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);

-- Something that somebody does by a day.
create table raid.action (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    owner text check (length(owner) between 1 and 200),
    due date,
    done date,
    -- Where it came from: the path of a page of the engagement, or words.
    source text check (length(source) between 1 and 400),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(owner, '') || ' ' || coalesce(source, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);

create unique index risk_by_ref on raid.risk (engagement_id, ref, private_to) nulls not distinct where deletion is null;
create index risk_in_order on raid.risk (engagement_id, id) where deletion is null;
create index risk_deleted on raid.risk (engagement_id, deletion) where deletion is not null;
create unique index issue_by_ref on raid.issue (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index issue_in_order on raid.issue (engagement_id, id) where deletion is null;
create index issue_deleted on raid.issue (engagement_id, deletion) where deletion is not null;
create unique index decision_by_ref on raid.decision (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index decision_in_order on raid.decision (engagement_id, id) where deletion is null;
create index decision_deleted on raid.decision (engagement_id, deletion) where deletion is not null;
create unique index action_by_ref on raid.action (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index action_in_order on raid.action (engagement_id, id) where deletion is null;
create index action_deleted on raid.action (engagement_id, deletion) where deletion is not null;
call access.protect('raid.risk');
call access.protect('raid.issue');
call access.protect('raid.decision');
call access.protect('raid.action');

-- What one of these has to do with another, or with something else of the engagement, which is named as people call it.
create table raid.link (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    from_kind text not null check (from_kind in ('risk', 'issue', 'decision', 'action')),
    from_id uuid not null,
    relation text not null check (relation in ('concerns', 'follows-from', 'led-to')),
    to_kind text not null check (length(to_kind) between 1 and 40),
    -- The id of one of these four, else the name: O-012, CO-1, “SOW-16 CR-2”.
    to_name text not null check (length(to_name) between 1 and 200),
    unique (engagement_id, from_id, relation, to_kind, to_name)
);
create index link_by_target on raid.link (engagement_id, to_kind, to_name);
call access.protect('raid.link');
-- Whoever does not see both ends does not see the link.
create function raid.sees(kind text, id uuid) returns boolean
    language sql stable
    return case kind
        when 'risk' then exists (select from raid.risk r where r.id = sees.id)
        when 'issue' then exists (select from raid.issue i where i.id = sees.id)
        when 'decision' then exists (select from raid.decision d where d.id = sees.id)
        when 'action' then exists (select from raid.action a where a.id = sees.id)
        else true
    end;
create policy with_its_ends on raid.link as restrictive to ${app}
    using (
        raid.sees(from_kind, from_id)
        and case when to_kind in ('risk', 'issue', 'decision', 'action') then raid.sees(to_kind, to_name::uuid) else true end
    );
