-- A link by which somebody chooses a password: as they were invited, or as they forgot theirs. It holds a random token;
-- here is the SHA-256 of it. It works once, and until it expires; what is over stays, so that whoever comes late is told why.
create table identity.link (
    id uuid primary key,
    purpose text not null check (purpose in ('invitation', 'recovery')),
    person_id uuid not null references identity.person on delete cascade,
    token_hash text not null unique,
    -- Who invited them; null of a recovery.
    made_by uuid references identity.person on delete set null,
    made timestamptz not null,
    expires timestamptz not null,
    used timestamptz,
    -- Taken back, or replaced by a newer one.
    ended timestamptz
);
create index link_by_person on identity.link (person_id, made);

alter table identity.link enable row level security;
alter table identity.link force row level security;
create policy entering on identity.link to ${app}
    using (access.task() in ('sign-in', 'people')) with check (access.task() in ('sign-in', 'people'));

-- A browser in which somebody has signed in before, known by a random token in a cookie; here is the SHA-256 of it. Of a
-- sign-in from one that is not known they are told.
create table identity.known_browser (
    person_id uuid not null references identity.person on delete cascade,
    token_hash text not null,
    seen timestamptz not null,
    primary key (person_id, token_hash)
);
create index known_browser_by_seen on identity.known_browser (seen);

alter table identity.known_browser enable row level security;
alter table identity.known_browser force row level security;
create policy signing_in on identity.known_browser to ${app}
    using (access.task() = 'sign-in') with check (access.task() = 'sign-in');
