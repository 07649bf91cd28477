-- Who asks. Each transaction says so by set_config('fram.person', …, true), or 'fram.task' for work that no person
-- asked for. Whoever says nothing sees no rows.
create schema access;
grant usage on schema access to ${app};
alter default privileges in schema access grant select, insert, update, delete on tables to ${app};

create function access.person() returns uuid
    language sql stable
    return nullif(current_setting('fram.person', true), '')::uuid;

create function access.task() returns text
    language sql stable
    return nullif(current_setting('fram.task', true), '');
