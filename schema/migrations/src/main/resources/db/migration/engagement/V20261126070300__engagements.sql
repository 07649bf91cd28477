create schema engagement;
grant usage on schema engagement to ${app};
alter default privileges in schema engagement grant select, insert, update, delete on tables to ${app};

-- One implementation, or one outsourced service.
create table engagement.engagement (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('technology-project', 'outsourced-service')),
    summary text not null default '' check (length(summary) <= 4000),
    sourcing text check (sourcing in ('on-premises', 'hosted', 'cloud')),
    seats integer check (seats > 0),
    peak_seats integer check (peak_seats > 0),
    target_go_live date,
    time_zone text not null,
    created_by uuid not null references identity.person,
    created timestamptz not null,
    version integer not null default 0
);

-- An organisation in an engagement.
create table engagement.party (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    name text not null check (length(name) between 1 and 200),
    side text not null check (side in ('buyer', 'vendor', 'partner', 'carrier', 'outsourcer', 'tester', 'other')),
    version integer not null default 0,
    unique (engagement_id, name),
    unique (id, engagement_id)
);

-- A place that takes part, with its own time.
create table engagement.site (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    name text not null check (length(name) between 1 and 200),
    time_zone text not null,
    seats integer check (seats > 0),
    version integer not null default 0,
    unique (engagement_id, name)
);

-- A success measure of the senior level. Where private_to names a party, nobody else sees it.
create table engagement.objective (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    text text not null check (length(text) between 1 and 2000),
    confirmed_by text check (length(confirmed_by) between 1 and 200),
    private_to uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index objective_by_engagement on engagement.objective (engagement_id);

-- What a person does in an engagement: sponsor, project manager, trainer …
create table engagement.held_role (
    engagement_id uuid not null references engagement.engagement on delete cascade,
    person_id uuid not null references identity.person,
    role text not null check (role ~ '^[a-z-]+$'),
    primary key (engagement_id, person_id, role)
);
