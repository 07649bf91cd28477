-- That somebody is who a provider (OpenID Connect) calls by this subject.
create table identity.provider_link (
    issuer text not null,
    subject text not null,
    person_id uuid not null references identity.person on delete cascade,
    linked timestamptz not null,
    used timestamptz,
    primary key (issuer, subject),
    unique (issuer, person_id)
);
create index provider_link_by_person on identity.provider_link (person_id);

-- Somebody who is on their way to a provider and back. They come back with the state, in the same browser, once. With a
-- person they do not sign in, but link their account.
create table identity.provider_attempt (
    state_hash text primary key,
    browser_hash text not null,
    provider text not null,
    nonce text not null,
    verifier text not null,
    person_id uuid references identity.person on delete cascade,
    made timestamptz not null
);
create index provider_attempt_by_time on identity.provider_attempt (made);

-- By which provider somebody signed in, and its word for it, sealed: it takes that to sign out there.
alter table identity.session add column provider text;
alter table identity.session add column provider_word bytea;

alter table identity.provider_link enable row level security;
alter table identity.provider_link force row level security;
create policy own on identity.provider_link to ${app}
    using (person_id = access.person() or access.task() = 'sign-in')
    with check (access.task() = 'sign-in');

alter table identity.provider_attempt enable row level security;
alter table identity.provider_attempt force row level security;
create policy signing_in on identity.provider_attempt to ${app}
    using (access.task() = 'sign-in')
    with check (access.task() = 'sign-in');
