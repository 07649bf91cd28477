-- Something that was asked for, or promised, before the statement of work. Where private_to names a party, nobody else
-- sees it. A row with a deletion is deleted; all rows that went at once have the same, by which they come back.
create table sow.requirement (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 4000),
    source text check (source in ('rfp', 'answer-of-the-vendor', 'evaluation', 'demonstration')),
    key boolean,
    obligations text[] not null default '{}' check (cardinality(obligations) <= 100),
    deferred boolean,
    deferral_signed_by text check (length(deferral_signed_by) between 1 and 200),
    demonstrated date,
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(deferral_signed_by, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index requirement_by_ref on sow.requirement (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index requirement_in_order on sow.requirement (engagement_id, id) where deletion is null;
create index requirement_deleted on sow.requirement (engagement_id, deletion) where deletion is not null;
call access.protect('sow.requirement');

-- Something priced as true, who finds out whether it is, and what happens if not.
create table sow.assumption (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 4000),
    owner text check (length(owner) between 1 and 200),
    validate_by date,
    holds boolean,
    evidence text check (length(evidence) between 1 and 2000),
    if_false text check (length(if_false) between 1 and 2000),
    exposure numeric(18, 4),
    exposure_currency text check (exposure_currency ~ '^[A-Z]{3}$'),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(owner, '') || ' ' || coalesce(evidence, '') || ' '
            || coalesce(if_false, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check ((exposure is null) = (exposure_currency is null)),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index assumption_by_ref on sow.assumption (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index assumption_in_order on sow.assumption (engagement_id, id) where deletion is null;
create index assumption_deleted on sow.assumption (engagement_id, deletion) where deletion is not null;
call access.protect('sow.assumption');
