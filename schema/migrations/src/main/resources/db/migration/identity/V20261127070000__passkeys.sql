-- A key pair whose private half a device of somebody keeps (WebAuthn). `credential` is the public half as the device gave
-- it: what the device is, the id, the key. Their answers are counted by the device, unless the count stays at nought.
create table identity.passkey (
    id uuid primary key,
    person_id uuid not null references identity.person on delete cascade,
    credential_id bytea not null unique,
    credential bytea not null,
    sign_count bigint not null,
    backup_eligible boolean not null,
    transports text not null,
    name text not null check (length(name) between 1 and 100),
    created timestamptz not null,
    used timestamptz
);
create index passkey_by_person on identity.passkey (person_id);

-- What a passkey is asked to sign: random bytes, for one purpose, good once and for minutes. Of nobody where somebody
-- signs in, as it is not known who they are.
create table identity.challenge (
    id uuid primary key,
    person_id uuid references identity.person on delete cascade,
    about text not null,
    bytes bytea not null,
    made timestamptz not null
);
create index challenge_by_time on identity.challenge (made);

alter table identity.passkey enable row level security;
alter table identity.passkey force row level security;
create policy own on identity.passkey to ${app}
    using (person_id = access.person() or access.task() = 'sign-in')
    with check (person_id = access.person() or access.task() = 'sign-in');

alter table identity.challenge enable row level security;
alter table identity.challenge force row level security;
create policy signing_in on identity.challenge to ${app}
    using (access.task() = 'sign-in')
    with check (access.task() = 'sign-in');
