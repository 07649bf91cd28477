create schema status;
grant usage on schema status to ${app};
alter default privileges in schema status grant select, insert, update, delete on tables to ${app};

-- A status report as it was sent. It holds what all of the engagement see, in words, so it says the same for ever.
create table status.report (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    number integer not null check (number > 0),
    -- The day on which it was made, where the engagement is.
    day date not null,
    made timestamptz not null,
    -- Null where nobody asked for it, as its day had come.
    made_by uuid references identity.person,
    light text not null check (light in ('red', 'amber', 'green', 'unknown')),
    -- In whole percent; null where nobody knows it.
    probability integer check (probability between 0 and 100),
    body jsonb not null,
    unique (engagement_id, number)
);
call access.protect('status.report', 'manager');
-- What was sent is not changed, and not taken back.
drop policy changed on status.report;
drop policy removed on status.report;

-- When a report is made by itself.
create table status.rhythm (
    engagement_id uuid primary key references engagement.engagement on delete cascade,
    -- 1 for Monday.
    weekday integer not null check (weekday between 1 and 7),
    at time not null,
    since timestamptz not null
);
call access.protect('status.rhythm', 'manager');

-- That somebody sees an area otherwise than its rule, and why.
create table status.other_light (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    area text not null check (length(area) between 1 and 60),
    light text not null check (light in ('red', 'amber', 'green')),
    reason text not null check (length(reason) between 1 and 2000),
    until date not null,
    made_by uuid not null references identity.person,
    made timestamptz not null,
    unique (engagement_id, area)
);
call access.protect('status.other_light', 'manager');

-- Reports are made on behalf of somebody of each engagement.
create policy reported on access.membership for select to ${app} using (access.task() = 'status-reports');
