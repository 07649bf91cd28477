create schema runs;
grant usage on schema runs to ${app};
alter default privileges in schema runs grant select, insert, update, delete on tables to ${app};

-- Long work on behalf of a person: waiting, going on, or ended. The row is the queue: whoever works takes one by
-- `for update skip locked`, and says every few seconds that it is alive.
create table runs.run (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    kind text not null check (kind ~ '^[a-z-]+$'),
    -- What it is about, as people call it: a file's name.
    subject text not null check (length(subject) between 1 and 300),
    input jsonb not null,
    requested_by uuid not null references identity.person,
    requested timestamptz not null,
    state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    -- How often it was taken. Whoever took it may write only while this is still the number that they were given.
    attempt integer not null default 0,
    -- How often the program ended while working on it.
    interruptions integer not null default 0,
    alive timestamptz,
    ended timestamptz,
    done integer not null default 0,
    total integer not null default 0,
    -- What it is at, and why it failed, as a text's key and values.
    activity jsonb,
    cancelling boolean not null default false,
    failure jsonb,
    -- Where its result is, below the engagement's address.
    result text,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index run_by_engagement on runs.run (engagement_id, requested desc);
create index run_to_do on runs.run (requested) where state in ('queued', 'running');

call access.protect('runs.run');
-- Nobody asks for work in the name of somebody else.
create policy in_own_name on runs.run as restrictive for insert with check (requested_by = access.person());
-- The clerk takes runs, whoever asked for them; the work itself is done as the person who did.
create policy clerk on runs.run to ${app} using (access.task() = 'runs') with check (access.task() = 'runs');
