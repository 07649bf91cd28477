create schema api;
grant usage on schema api to ${app};
alter default privileges in schema api grant select, insert, update, delete on tables to ${app};

-- What a program shows to act as a person. Here is the SHA-256 of it, so that whoever reads this table cannot be anybody.
create table api.token (
    id uuid primary key,
    person_id uuid not null references identity.person on delete cascade,
    name text not null check (length(name) between 1 and 100),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    scopes text[] not null check (cardinality(scopes) >= 1 and scopes <@ array ['read', 'write']),
    -- The engagements for which it is good; null for all of the person's.
    engagements uuid[] check (cardinality(engagements) >= 1),
    created timestamptz not null,
    expires timestamptz not null,
    used timestamptz,
    check (expires > created and expires <= created + interval '367 days')
);
create index token_by_person on api.token (person_id);

alter table api.token enable row level security;
alter table api.token force row level security;
create policy own on api.token to ${app} using (person_id = access.person()) with check (person_id = access.person());
create policy shown on api.token for select to ${app} using (access.task() = 'api');
create policy used on api.token for update to ${app} using (access.task() = 'api') with check (access.task() = 'api');

-- What a write was answered with, so that whoever sends it again under its key gets the same and nothing is done twice.
create table api.answer (
    token_id uuid not null references api.token on delete cascade,
    key text not null check (length(key) between 1 and 255),
    person_id uuid not null references identity.person on delete cascade,
    -- SHA-256 of the request.
    request text not null check (request ~ '^[0-9a-f]{64}$'),
    status integer not null,
    headers jsonb not null,
    body bytea not null,
    created timestamptz not null,
    primary key (token_id, key)
);
create index answer_by_age on api.answer (created);

alter table api.answer enable row level security;
alter table api.answer force row level security;
create policy own on api.answer to ${app} using (person_id = access.person()) with check (person_id = access.person());
create policy aged on api.answer for select to ${app} using (access.task() = 'api');
create policy removed on api.answer for delete to ${app} using (access.task() = 'api');
