create schema duties;
grant usage on schema duties to ${app};

-- A row of the table of responsibilities: what is to be done, and by the names of its columns who is responsible,
-- accountable, consulted and informed. It counts once somebody has confirmed it.
create table duties.activity (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 500),
    area text not null check (length(area) between 1 and 60),
    -- Which of the activities it is that IT and the contact center have to divide between them.
    divided text check (length(divided) between 1 and 60),
    accountable text[] not null default '{}' check (cardinality(accountable) <= 40),
    responsible text[] not null default '{}' check (cardinality(responsible) <= 40),
    consulted text[] not null default '{}' check (cardinality(consulted) <= 40),
    informed text[] not null default '{}' check (cardinality(informed) <= 40),
    confirmed boolean,
    -- The party that alone sees it.
    private_to uuid,
    searched text generated always as (lower(ref || ' ' || text || ' ' || area)) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index activity_by_ref on duties.activity (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index activity_in_order on duties.activity (engagement_id, id) where deletion is null;
create index activity_deleted on duties.activity (engagement_id, deletion) where deletion is not null;
call access.protect('duties.activity');

-- What is said of who takes part beyond the parties of the engagement: a further function of a party, and the person
-- who stands for a column.
create table duties.participant (
    engagement_id uuid not null references engagement.engagement on delete cascade,
    -- The party's id, with the function behind it where it is one.
    key text not null check (length(key) between 1 and 120),
    party_id uuid not null,
    -- Of a function that somebody added.
    name text check (length(name) between 1 and 30),
    person_id uuid references identity.person,
    primary key (engagement_id, key),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id) on delete cascade
);
call access.protect('duties.participant');

-- What somebody says to something that they are to answer for: that they take it on, or what speaks against it. It
-- holds for the words as they were; other words are new.
create table duties.answer (
    engagement_id uuid not null references engagement.engagement on delete cascade,
    person_id uuid not null references identity.person,
    key text not null check (length(key) between 1 and 200),
    private_to uuid,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- What speaks against it; null where they take it on.
    objection text check (length(objection) between 1 and 1000),
    given timestamptz not null,
    primary key (engagement_id, person_id, key),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
-- Viewers too have duties.
call access.protect('duties.answer', 'viewer');
create policy own_added on duties.answer as restrictive for insert to ${app}
    with check (person_id = access.person());
create policy own_changed on duties.answer as restrictive for update to ${app}
    using (person_id = access.person()) with check (person_id = access.person());
create policy own_removed on duties.answer as restrictive for delete to ${app}
    using (person_id = access.person());

grant select, insert, update, delete on duties.activity to ${app};
grant select, insert, update, delete on duties.participant to ${app};
grant select, insert, update, delete on duties.answer to ${app};

-- Whoever reminds people goes from one to the next and sees what they see.
create policy reminded on access.membership for select to ${app} using (access.task() = 'reminders');
