-- Dates at which no resource is booked beyond what there is of it, as they were found, and what became of them.
create table plan.levelling (
    id uuid primary key,
    engagement_id uuid not null references plan.plan (engagement_id) on delete cascade,
    -- Of the plan that was levelled.
    revision bigint not null,
    result jsonb not null,
    computed timestamptz not null,
    computed_by uuid not null references identity.person,
    outcome text check (outcome in ('taken', 'declined')),
    settled timestamptz,
    settled_by uuid references identity.person,
    check ((outcome is null) = (settled is null)),
    check ((outcome is null) = (settled_by is null))
);
create index levelling_by_engagement on plan.levelling (engagement_id, computed);
call access.protect('plan.levelling');
