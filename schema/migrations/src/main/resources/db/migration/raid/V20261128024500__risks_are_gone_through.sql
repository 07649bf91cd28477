-- That people went through the risks of an engagement.
create table raid.risk_review (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    reviewed date not null,
    kind text not null check (kind in ('meeting', 'workshop')),
    -- Whether those affected took part; null where nobody says so.
    stakeholders boolean,
    noted_by uuid not null references identity.person,
    noted timestamptz not null
);
create index risk_review_by_day on raid.risk_review (engagement_id, reviewed);
call access.protect('raid.risk_review');

-- That somebody considered whether there are risks of a category, with or without finding one.
create table raid.considered_category (
    engagement_id uuid not null references engagement.engagement on delete cascade,
    category text not null check (length(category) between 1 and 60),
    considered date not null,
    note text not null check (length(note) between 1 and 400),
    noted_by uuid not null references identity.person,
    noted timestamptz not null,
    primary key (engagement_id, category)
);
call access.protect('raid.considered_category');

-- That the trigger of a risk fires, by what somebody sees of the facts. It is gone once it fires no more, so that the
-- next time is told anew.
create table raid.firing (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    risk_id uuid not null references raid.risk on delete cascade,
    person_id uuid not null references identity.person on delete cascade,
    -- The expression that fired.
    fires_when text not null,
    since timestamptz not null,
    unique (risk_id, person_id)
);
alter table raid.firing enable row level security;
alter table raid.firing force row level security;
create policy own on raid.firing to ${app}
    using (person_id = access.person() and engagement_id in (select access.engagements()))
    with check (person_id = access.person() and engagement_id in (select access.engagements()));

-- Triggers are looked at on behalf of each member.
create policy watched on access.membership for select to ${app} using (access.task() = 'risk-triggers');
