create schema plan;
grant usage on schema plan to ${app};
alter default privileges in schema plan grant select, insert, update, delete on tables to ${app};

-- The plan of an engagement: what its activities stand on. All of the engagement sees it.
create table plan.plan (
    engagement_id uuid primary key references engagement.engagement on delete cascade,
    name text not null check (length(name) between 1 and 300),
    -- Calendars, resources, who is assigned to what, costs: what comes from the file and is computed with.
    basis jsonb not null,
    -- Counts the changes of dates, so that what was computed before the last one is told.
    revision bigint not null default 1,
    changed timestamptz not null,
    changed_by uuid not null references identity.person,
    -- The activity with whose end the engagement goes live; where there is none, it is the end of the plan.
    go_live uuid,
    baseline_set timestamptz,
    baseline_set_by uuid references identity.person,
    check ((baseline_set is null) = (baseline_set_by is null))
);
call access.protect('plan.plan');

-- A file that was brought in: taken over, or waiting for somebody to look at what it would change.
create table plan.arrival (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    file_id uuid not null,
    file_name text not null,
    format text not null,
    notes text[] not null,
    -- The plan as it was read; gone as soon as it is settled.
    content jsonb,
    arrived timestamptz not null,
    arrived_by uuid not null references identity.person,
    outcome text check (outcome in ('first', 'replaced', 'merged', 'declined')),
    settled timestamptz,
    settled_by uuid references identity.person,
    check ((outcome is null) = (settled is null) and (outcome is null) = (settled_by is null)),
    check ((outcome is null) = (content is not null))
);
create index arrival_by_engagement on plan.arrival (engagement_id, arrived);
call access.protect('plan.arrival');

-- An activity: what files and people say of it. One that a later file does not have is kept as gone with all that
-- people added, and comes back with it.
create table plan.activity (
    id uuid primary key,
    engagement_id uuid not null references plan.plan (engagement_id) on delete cascade,
    -- By which files and people name it.
    code text not null check (length(code) between 1 and 100),
    position integer not null,
    parent_id uuid,
    name text not null check (length(name) <= 1000),
    kind text not null check (kind in ('task', 'milestone', 'summary')),
    minutes bigint not null check (minutes >= 0),
    calendar text,
    constraint_kind text not null,
    constraint_date timestamp,
    deadline timestamp,
    started timestamp,
    finished timestamp,
    remaining bigint not null check (remaining >= 0),
    priority integer not null check (priority between 0 and 1000),
    baseline_start timestamp,
    baseline_finish timestamp,
    baseline_minutes bigint check (baseline_minutes >= 0),
    party_id uuid,
    area text,
    obligations text[] not null default '{}' check (cardinality(obligations) <= 100),
    -- How long it takes at best, most likely, at worst, in working minutes.
    best bigint check (best >= 0),
    likely bigint check (likely >= best),
    worst bigint check (worst >= likely),
    -- What the last file said of it, so that a later one shows what changed there and what changed here.
    from_file jsonb,
    gone timestamptz,
    version integer not null default 0,
    check ((best is null) = (likely is null) and (best is null) = (worst is null)),
    check (finished is null or started is not null),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);
create unique index activity_by_code on plan.activity (engagement_id, code) where gone is null;
create index activity_in_order on plan.activity (engagement_id, position);
call access.protect('plan.activity');

-- What waits for what.
create table plan.link (
    id uuid primary key,
    engagement_id uuid not null references plan.plan (engagement_id) on delete cascade,
    before_id uuid not null references plan.activity on delete cascade,
    after_id uuid not null references plan.activity on delete cascade,
    position integer not null,
    type text not null check (type in ('finish-start', 'start-start', 'finish-finish', 'start-finish')),
    lag bigint not null,
    lag_calendar text
);
create index link_by_after on plan.link (after_id);
create index link_by_before on plan.link (before_id);
create index link_by_engagement on plan.link (engagement_id);
call access.protect('plan.link');

-- That those who do the work, on one side of the table, confirm how long it takes. Another length is not confirmed.
create table plan.confirmation (
    activity_id uuid not null references plan.activity on delete cascade,
    engagement_id uuid not null references plan.plan (engagement_id) on delete cascade,
    side text not null check (side in ('buyer', 'vendor')),
    minutes bigint not null check (minutes >= 0),
    party_id uuid not null,
    confirmed_by uuid not null references identity.person,
    confirmed timestamptz not null,
    primary key (activity_id, side),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);
create index confirmation_by_engagement on plan.confirmation (engagement_id);
call access.protect('plan.confirmation');
-- Nobody confirms for another party.
create policy own_party on plan.confirmation as restrictive for insert to ${app}
    with check (party_id in (select access.parties()) and confirmed_by = access.person());

-- What somebody changed about an activity, before and after: its history, from which the last change is undone.
create table plan.change (
    id uuid primary key,
    engagement_id uuid not null references plan.plan (engagement_id) on delete cascade,
    activity_id uuid not null references plan.activity on delete cascade,
    before jsonb,
    after jsonb,
    made_by uuid not null references identity.person,
    made timestamptz not null,
    undone boolean not null default false
);
create index change_by_activity on plan.change (activity_id, made);
create index change_by_maker on plan.change (engagement_id, made_by, made);
call access.protect('plan.change');

-- Something that could be done about the date: changes that are simulated beside the plan itself.
create table plan.option (
    id uuid primary key,
    engagement_id uuid not null references plan.plan (engagement_id) on delete cascade,
    name text not null check (length(name) between 1 and 200),
    changes jsonb not null,
    created_by uuid not null references identity.person,
    created timestamptz not null
);
create index option_by_engagement on plan.option (engagement_id, created);
call access.protect('plan.option');

-- How certain the dates were when it was computed.
create table plan.simulation (
    id uuid primary key,
    engagement_id uuid not null references plan.plan (engagement_id) on delete cascade,
    -- Of the plan that was simulated.
    revision bigint not null,
    result jsonb not null,
    computed timestamptz not null,
    computed_by uuid not null references identity.person
);
create index simulation_by_engagement on plan.simulation (engagement_id, computed);
call access.protect('plan.simulation');

-- That an executive accepts how likely the target date is, as it was shown. It stays as it was given.
create table plan.acceptance (
    id uuid primary key,
    engagement_id uuid not null references plan.plan (engagement_id) on delete cascade,
    simulation_id uuid not null references plan.simulation on delete cascade,
    target date not null,
    probability double precision not null check (probability between 0 and 1),
    -- Of what was shown.
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    reason text check (length(reason) between 1 and 2000),
    party_id uuid not null,
    accepted_by uuid not null references identity.person,
    accepted timestamptz not null,
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);
create index acceptance_by_engagement on plan.acceptance (engagement_id, accepted);
call access.protect('plan.acceptance', 'manager');
create policy own_name on plan.acceptance as restrictive for insert to ${app}
    with check (party_id in (select access.parties()) and accepted_by = access.person());
revoke update, delete on plan.acceptance from ${app};
