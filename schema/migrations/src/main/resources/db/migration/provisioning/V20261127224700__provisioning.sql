create schema provisioning;
grant usage on schema provisioning to ${app};
alter default privileges in schema provisioning grant select, insert, update, delete on tables to ${app};

-- Hardware: who has which part in it, and when it is ordered and comes.
create table provisioning.hardware (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    quantity numeric(11, 2) check (quantity between 0 and 999999999),
    site text check (length(site) between 1 and 200),
    owner text check (length(owner) between 1 and 200),
    specified_by text check (length(specified_by) between 1 and 200),
    ordered_by text check (length(ordered_by) between 1 and 200),
    installed_by text check (length(installed_by) between 1 and 200),
    loaded_by text check (length(loaded_by) between 1 and 200),
    housed_at text check (length(housed_at) between 1 and 200),
    -- The day of the vendor's specification.
    specified date,
    need_date date,
    -- Own values for the time from order to delivery; where there are none, the defaults of the library hold.
    lead_time numeric(6, 2) check (lead_time between 0 and 2000),
    lead_high numeric(6, 2) check (lead_high between 0 and 2000),
    lead_days text check (lead_days in ('calendar', 'working')),
    ordered date,
    supplier_date date,
    confirmed date,
    software_date date,
    delivered date,
    note text check (length(note) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(site, '') || ' ' || coalesce(owner, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (delivered >= ordered),
    check (lead_high is null or lead_high >= lead_time),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index hardware_by_ref on provisioning.hardware (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index hardware_in_order on provisioning.hardware (engagement_id, id) where deletion is null;
create index hardware_deleted on provisioning.hardware (engagement_id, deletion) where deletion is not null;
call access.protect('provisioning.hardware');

-- Circuits and trunks. FOC is the firm order commitment: the date that the carrier commits itself to.
create table provisioning.service (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    kind text not null check (kind in ('circuit', 'sip-trunk')),
    supplier text check (length(supplier) between 1 and 200),
    owner text check (length(owner) between 1 and 200),
    site text check (length(site) between 1 and 200),
    -- In Mbit/s, in each direction.
    bandwidth numeric(9, 2) check (bandwidth between 0 and 1000000),
    purchase text check (purchase in ('directly', 'through-vendor')),
    need_date date,
    -- Own values for the time from order to delivery; where there are none, the defaults of the library hold.
    lead_time numeric(6, 2) check (lead_time between 0 and 2000),
    lead_high numeric(6, 2) check (lead_high between 0 and 2000),
    lead_days text check (lead_days in ('calendar', 'working')),
    ordered date,
    supplier_date date,
    confirmed date,
    foc date,
    slips numeric(5, 2) check (slips between 0 and 100),
    escalated boolean,
    delivered date,
    note text check (length(note) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(
            ref
            || ' ' || text
            || ' ' || coalesce(supplier, '')
            || ' ' || coalesce(owner, '')
            || ' ' || coalesce(site, '')
        )
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (delivered >= ordered),
    check (lead_high is null or lead_high >= lead_time),
    check (foc is null or confirmed is not null),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index service_by_ref on provisioning.service (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index service_in_order on provisioning.service (engagement_id, id) where deletion is null;
create index service_deleted on provisioning.service (engagement_id, deletion) where deletion is not null;
call access.protect('provisioning.service');

-- Batches of numbers that move from one carrier to another.
create table provisioning.port (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    owner text check (length(owner) between 1 and 200),
    losing text check (length(losing) between 1 and 200),
    winning text check (length(winning) between 1 and 200),
    -- The day on which the letter of authorisation was signed.
    authorised date,
    -- Whether what the losing carrier has on record is what the order says.
    records_match boolean,
    partial_rules text check (length(partial_rules) between 1 and 2000),
    rejection text check (length(rejection) between 1 and 2000),
    need_date date,
    -- Own values for the time from order to delivery; where there are none, the defaults of the library hold.
    lead_time numeric(6, 2) check (lead_time between 0 and 2000),
    lead_high numeric(6, 2) check (lead_high between 0 and 2000),
    lead_days text check (lead_days in ('calendar', 'working')),
    ordered date,
    supplier_date date,
    confirmed date,
    foc date,
    slips numeric(5, 2) check (slips between 0 and 100),
    escalated boolean,
    delivered date,
    note text check (length(note) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(
            ref
            || ' ' || text
            || ' ' || coalesce(owner, '')
            || ' ' || coalesce(losing, '')
            || ' ' || coalesce(winning, '')
        )
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (delivered >= ordered),
    check (lead_high is null or lead_high >= lead_time),
    check (foc is null or confirmed is not null),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index port_by_ref on provisioning.port (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index port_in_order on provisioning.port (engagement_id, id) where deletion is null;
create index port_deleted on provisioning.port (engagement_id, deletion) where deletion is not null;
call access.protect('provisioning.port');

-- Licences of one kind: how many were contracted, and how many of them somebody works with.
create table provisioning.licence (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    contracted numeric(11, 2) not null check (contracted between 0 and 999999999),
    provisioned numeric(11, 2) check (provisioned between 0 and 999999999),
    in_production numeric(11, 2) check (in_production between 0 and 999999999),
    payer text check (length(payer) between 1 and 200),
    paid_from date,
    acceptance_depends boolean,
    owner text check (length(owner) between 1 and 200),
    need_date date,
    -- Own values for the time from order to delivery; where there are none, the defaults of the library hold.
    lead_time numeric(6, 2) check (lead_time between 0 and 2000),
    lead_high numeric(6, 2) check (lead_high between 0 and 2000),
    lead_days text check (lead_days in ('calendar', 'working')),
    ordered date,
    supplier_date date,
    delivered date,
    note text check (length(note) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(payer, '') || ' ' || coalesce(owner, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (delivered >= ordered),
    check (lead_high is null or lead_high >= lead_time),
    check (in_production <= provisioned),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index licence_by_ref on provisioning.licence (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index licence_in_order on provisioning.licence (engagement_id, id) where deletion is null;
create index licence_deleted on provisioning.licence (engagement_id, deletion) where deletion is not null;
call access.protect('provisioning.licence');

-- Carriers and suppliers: who owns the relationship, and to whom one goes with what is late.
create table provisioning.supplier (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    kind text check (kind in ('carrier', 'hardware', 'licences', 'other')),
    owner text check (length(owner) between 1 and 200),
    deputy text check (length(deputy) between 1 and 200),
    account text check (length(account) between 1 and 200),
    desk text check (length(desk) between 1 and 500),
    first_level text check (length(first_level) between 1 and 500),
    second_level text check (length(second_level) between 1 and 500),
    third_level text check (length(third_level) between 1 and 500),
    hours text check (length(hours) between 1 and 200),
    private_to uuid,
    searched text generated always as (
        lower(
            ref
            || ' ' || text
            || ' ' || coalesce(owner, '')
            || ' ' || coalesce(desk, '')
            || ' ' || coalesce(account, '')
        )
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index supplier_by_ref on provisioning.supplier (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index supplier_in_order on provisioning.supplier (engagement_id, id) where deletion is null;
create index supplier_deleted on provisioning.supplier (engagement_id, deletion) where deletion is not null;
call access.protect('provisioning.supplier');

-- Numbers, in E.164: where they ring today and tomorrow, when they move, and whether that was tried.
create table provisioning.number (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    number text not null check (length(number) between 1 and 40),
    kind text check (kind in ('did', 'toll-free', 'other')),
    site text check (length(site) between 1 and 200),
    today_to text check (length(today_to) between 1 and 200),
    tomorrow_to text check (length(tomorrow_to) between 1 and 200),
    batch text check (length(batch) between 1 and 40),
    forwarding text check (length(forwarding) between 1 and 200),
    foc date,
    tested date,
    tested_by text check (length(tested_by) between 1 and 200),
    outcome text check (outcome in ('passed', 'failed')),
    note text check (length(note) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(
            ref
            || ' ' || number
            || ' ' || coalesce(site, '')
            || ' ' || coalesce(today_to, '')
            || ' ' || coalesce(tomorrow_to, '')
            || ' ' || coalesce(batch, '')
        )
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (outcome is null or tested is not null),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index number_by_ref on provisioning.number (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index number_by_number on provisioning.number (engagement_id, number) where deletion is null;
create index number_in_order on provisioning.number (engagement_id, id) where deletion is null;
create index number_deleted on provisioning.number (engagement_id, deletion) where deletion is not null;
call access.protect('provisioning.number');

-- How many calls a site has at once and how they are coded, from which its bandwidth follows.
create table provisioning.site_calls (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    calls numeric(8, 2) check (calls between 0 and 100000),
    codec text check (codec in ('g711', 'g722', 'g726-32', 'g729', 'ilbc-20', 'ilbc-30', 'opus')),
    -- Milliseconds of speech in a packet.
    interval_ms numeric(5, 2) check (interval_ms between 10 and 120),
    link text check (link in ('ethernet', 'ethernet-vlan', 'ip')),
    encrypted boolean,
    -- In percent, on top of what the calls need.
    headroom numeric(5, 2) check (headroom between 0 and 100),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text)
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index site_calls_by_ref on provisioning.site_calls (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index site_calls_in_order on provisioning.site_calls (engagement_id, id) where deletion is null;
create index site_calls_deleted on provisioning.site_calls (engagement_id, deletion) where deletion is not null;
call access.protect('provisioning.site_calls');

-- Once a day suppliers are chased. Who is to be told is looked up first; what is late is then looked up as they see it.
create policy chasing on access.membership for select to ${app} using (access.task() = 'chasing');
