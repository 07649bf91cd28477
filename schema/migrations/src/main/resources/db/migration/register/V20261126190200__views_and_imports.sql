create schema register;
grant usage on schema register to ${app};
alter default privileges in schema register grant select, insert, update, delete on tables to ${app};

-- A way to look at a register that somebody keeps: search, filters, order, columns, as in the page's address. Where
-- person_id is null, all of the engagement see it.
create table register.view (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    register text not null check (register ~ '^[a-z-]+$'),
    person_id uuid references identity.person on delete cascade,
    name text not null check (length(name) between 1 and 80),
    query text not null check (length(query) <= 2000)
);
create unique index view_by_name on register.view (engagement_id, register, person_id, name) nulls not distinct;

alter table register.view enable row level security;
alter table register.view force row level security;
create policy seen on register.view for select using (
    engagement_id in (select access.engagements()) and (person_id is null or person_id = access.person())
);
create policy added on register.view for insert with check (
    person_id = access.person() and engagement_id in (select access.engagements())
    or person_id is null and access.may(engagement_id, 'contributor')
);
create policy removed on register.view for delete using (
    person_id = access.person() or person_id is null and access.may(engagement_id, 'contributor')
);

-- The last number that was given to a row of a register of its own accord.
create table register.counter (
    engagement_id uuid not null references engagement.engagement on delete cascade,
    register text not null check (register ~ '^[a-z-]+$'),
    last integer not null,
    primary key (engagement_id, register)
);
call access.protect('register.counter');

-- Which column of a register a foreign header was taken for, so that nobody is asked twice. A column of null is left out.
create table register.mapping (
    engagement_id uuid not null references engagement.engagement on delete cascade,
    register text not null check (register ~ '^[a-z-]+$'),
    header text not null check (length(header) between 1 and 200),
    col text,
    primary key (engagement_id, register, header)
);
call access.protect('register.mapping');

-- A list that somebody uploaded and has not taken over yet: rows of cells as JSON. Theirs alone, and gone after a day.
create table register.upload (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    register text not null check (register ~ '^[a-z-]+$'),
    person_id uuid not null references identity.person on delete cascade,
    name text not null check (length(name) between 1 and 255),
    cells jsonb not null,
    created timestamptz not null
);
create index upload_by_person on register.upload (person_id);

alter table register.upload enable row level security;
alter table register.upload force row level security;
create policy own on register.upload
    using (person_id = access.person())
    with check (person_id = access.person() and access.may(engagement_id, 'contributor'));
