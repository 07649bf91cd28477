create schema price;
grant usage on schema price to ${app};
alter default privileges in schema price grant select, insert, update, delete on tables to ${app};

-- A line of the price: what is paid for, how, and which obligations it pays for. Amounts come from its numbers when
-- somebody looks; none is stored, so none can be wrong. Where private_to names a party, nobody else sees it.
create table price.line (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    kind text check (kind in ('fixed', 'per-unit', 'hourly', 'transaction', 'travel-at-cost', 'travel-capped')),
    quantity numeric(19, 6) check (quantity between 0 and 1000000000000),
    unit text check (length(unit) between 1 and 60),
    unit_price numeric(22, 6) check (unit_price between 0 and 1000000000000000),
    currency text check (currency ~ '^[A-Z]{3}$'),
    tiering text check (tiering in ('graduated', 'volume')),
    tiers text check (length(tiers) between 1 and 1000),
    discount numeric(7, 4) check (discount between 0 and 100),
    tax numeric(7, 4) check (tax between 0 and 100),
    option boolean,
    invoked boolean,
    exchange_rate numeric(19, 6) check (exchange_rate > 0),
    exchange_day date,
    obligations text[] not null default '{}' check (cardinality(obligations) <= 100),
    payer text check (length(payer) between 1 and 200),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(unit, '') || ' ' || coalesce(payer, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check ((unit_price is null) = (currency is null)),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index line_by_ref on price.line (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index line_in_order on price.line (engagement_id, id) where deletion is null;
create index line_deleted on price.line (engagement_id, deletion) where deletion is not null;
call access.protect('price.line');

-- A payment and what releases it: acceptance of obligations, or a criterion in words.
create table price.milestone (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    due date,
    share numeric(7, 4) check (share > 0 and share <= 100),
    amount numeric(18, 4) check (amount >= 0),
    currency text check (currency ~ '^[A-Z]{3}$'),
    criterion text check (length(criterion) between 1 and 2000),
    obligations text[] not null default '{}' check (cardinality(obligations) <= 100),
    accepted date,
    paid date,
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(criterion, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check ((amount is null) = (currency is null)),
    check (share is null or amount is null),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index milestone_by_ref on price.milestone (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index milestone_in_order on price.milestone (engagement_id, id) where deletion is null;
create index milestone_deleted on price.milestone (engagement_id, deletion) where deletion is not null;
call access.protect('price.milestone');

-- Money that somebody approved for the engagement, taxes included. Often for one's own party alone.
create table price.approval (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    amount numeric(18, 4) check (amount >= 0),
    currency text check (currency ~ '^[A-Z]{3}$'),
    approved_by text check (length(approved_by) between 1 and 200),
    approved_on date,
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(approved_by, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check ((amount is null) = (currency is null)),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index approval_by_ref on price.approval (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index approval_in_order on price.approval (engagement_id, id) where deletion is null;
create index approval_deleted on price.approval (engagement_id, deletion) where deletion is not null;
call access.protect('price.approval');

-- How the volume of a channel is foreseen, and what is agreed for when it comes otherwise.
create table price.forecast (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    expected numeric(19, 6) check (expected >= 0),
    band_low numeric(19, 6) check (band_low >= 0),
    band_high numeric(19, 6) check (band_high >= 0),
    history_by text check (length(history_by) between 1 and 200),
    determined_by text check (length(determined_by) between 1 and 200),
    done_above text check (length(done_above) between 1 and 2000),
    paid_above text check (length(paid_above) between 1 and 2000),
    done_below text check (length(done_below) between 1 and 2000),
    paid_below text check (length(paid_below) between 1 and 2000),
    automation text check (length(automation) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(history_by, '') || ' ' || coalesce(determined_by, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (band_low <= band_high),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index forecast_by_ref on price.forecast (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index forecast_in_order on price.forecast (engagement_id, id) where deletion is null;
create index forecast_deleted on price.forecast (engagement_id, deletion) where deletion is not null;
call access.protect('price.forecast');
