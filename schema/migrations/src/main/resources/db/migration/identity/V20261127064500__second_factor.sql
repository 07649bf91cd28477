-- How somebody signed in: by password, by password and a code, … A session is pending while its password was right and the
-- code of the second factor is awaited; until then it is nobody's.
alter table identity.session add column way text not null default 'password';
alter table identity.session add column pending boolean not null default false;

-- The secret from which codes are made that change with time (RFC 6238), sealed with the key of this installation. It counts
-- once it is confirmed by a code. A code of last_step or before is not taken again.
create table identity.second_factor (
    person_id uuid primary key references identity.person on delete cascade,
    secret bytea not null,
    begun timestamptz not null,
    confirmed timestamptz,
    last_step bigint not null default 0
);

-- Codes for whoever has lost what makes the others, each good once; here is the SHA-256 of each.
create table identity.recovery_code (
    person_id uuid not null references identity.second_factor on delete cascade,
    hash text not null,
    primary key (person_id, hash)
);

-- What holds for everybody who signs in here.
create table identity.sign_in_rule (
    the_one boolean primary key default true check (the_one),
    second_factor_required boolean not null default false
);
insert into identity.sign_in_rule default values;

-- That somebody signed in, or that it failed, so that they can see what was not them.
create table identity.sign_in (
    id uuid primary key,
    person_id uuid not null references identity.person on delete cascade,
    at timestamptz not null,
    way text not null,
    succeeded boolean not null,
    browser text not null check (length(browser) <= 100)
);
create index sign_in_by_person on identity.sign_in (person_id, at);
create index sign_in_by_time on identity.sign_in (at);

alter table identity.second_factor enable row level security;
alter table identity.second_factor force row level security;
create policy own on identity.second_factor to ${app}
    using (person_id = access.person() or access.task() in ('sign-in', 'people'))
    with check (person_id = access.person() or access.task() = 'sign-in');

alter table identity.recovery_code enable row level security;
alter table identity.recovery_code force row level security;
create policy own on identity.recovery_code to ${app}
    using (person_id = access.person() or access.task() = 'sign-in')
    with check (person_id = access.person());

alter table identity.sign_in_rule enable row level security;
alter table identity.sign_in_rule force row level security;
create policy seen on identity.sign_in_rule for select to ${app}
    using (access.person() is not null or access.task() = 'sign-in');
create policy changed on identity.sign_in_rule for update to ${app}
    using ((select access.administrates())) with check ((select access.administrates()));

alter table identity.sign_in enable row level security;
alter table identity.sign_in force row level security;
create policy own on identity.sign_in for select to ${app} using (person_id = access.person() or access.task() = 'sign-in');
create policy added on identity.sign_in for insert to ${app} with check (access.task() = 'sign-in');
create policy removed on identity.sign_in for delete to ${app} using (access.task() = 'sign-in');
