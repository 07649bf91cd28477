create schema calendar;
grant usage on schema calendar to ${app};
alter default privileges in schema calendar grant select, insert, update, delete on tables to ${app};

-- The address to which a person's calendar programs subscribe. Here is the SHA-256 of what it carries, so that whoever
-- reads this table reads no calendar.
create table calendar.feed (
    person_id uuid primary key references identity.person on delete cascade,
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    made timestamptz not null,
    used timestamptz
);

alter table calendar.feed enable row level security;
alter table calendar.feed force row level security;
create policy own on calendar.feed to ${app}
    using (person_id = access.person()) with check (person_id = access.person());
create policy shown on calendar.feed for select to ${app} using (access.task() = 'calendar');
create policy used on calendar.feed for update to ${app}
    using (access.task() = 'calendar') with check (access.task() = 'calendar');
-- Goes with the account.
create policy erased on calendar.feed to current_user using (true);
