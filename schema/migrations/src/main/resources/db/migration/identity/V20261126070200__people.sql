create schema identity;
grant usage on schema identity to ${app};
alter default privileges in schema identity grant select, insert, update, delete on tables to ${app};

-- Somebody with an account.
create table identity.person (
    id uuid primary key,
    email text not null check (email = lower(email) and length(email) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    administrator boolean not null default false,
    created timestamptz not null,
    version integer not null default 0
);
create unique index person_by_email on identity.person (email);

-- A person's password as an Argon2id hash. A temporary one is to be changed at the next sign-in.
create table identity.password (
    person_id uuid primary key references identity.person on delete cascade,
    hash text not null,
    temporary boolean not null,
    changed timestamptz not null
);

-- A failed sign-in, counted by a hash of the address or of the e-mail, so that no personal data is kept.
create table identity.failed_sign_in (
    subject text not null,
    at timestamptz not null
);
create index failed_sign_in_by_subject on identity.failed_sign_in (subject, at);

-- A browser in which somebody is signed in. It has a random token in a cookie; here is the SHA-256 of it, so that
-- whoever reads this table cannot be anybody.
create table identity.session (
    token_hash text primary key,
    person_id uuid not null references identity.person on delete cascade,
    created timestamptz not null,
    seen timestamptz not null
);
create index session_by_person on identity.session (person_id);
create index session_by_seen on identity.session (seen);
