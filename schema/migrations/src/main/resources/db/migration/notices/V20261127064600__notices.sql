create schema notices;
grant usage on schema notices to ${app};
alter default privileges in schema notices grant select, insert, update, delete on tables to ${app};

-- A mail on its way: one notice, or several in a digest. The row is the queue: the postman takes one by `for update skip
-- locked` and a lease, hands it over, and marks it. Its id is its Message-ID, so a mail that was handed over twice, as the
-- program was killed in between, is the same mail.
create table notices.mail (
    id uuid primary key,
    -- Null where it goes to a bare address, which stands in its notice.
    person_id uuid references identity.person on delete cascade,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'given-up', 'unwanted')),
    made timestamptz not null,
    due timestamptz not null,
    -- How often it was taken. Whoever took it may mark it only while this is still the number that they were given.
    attempt integer not null default 0,
    leased_until timestamptz,
    failures integer not null default 0,
    -- What the server answered last: its code, or the name of what failed. Never an address.
    answer text check (length(answer) <= 200),
    ended timestamptz
);
create index mail_to_send on notices.mail (due) where state = 'waiting';
create index mail_by_person on notices.mail (person_id);

-- What somebody is told. It is written in the transaction of what it tells about, so it is there exactly when that is.
create table notices.notice (
    id uuid primary key,
    person_id uuid references identity.person on delete cascade,
    -- Of whoever has no account.
    address text check (length(address) between 3 and 254),
    engagement_id uuid references engagement.engagement on delete cascade,
    kind text not null check (kind ~ '^[a-z-]+$'),
    -- Under which nobody is given the same notice twice.
    key text not null check (length(key) between 1 and 300),
    -- Texts: their keys and values.
    subject jsonb not null,
    text jsonb not null,
    -- Where in the application it leads. To somebody without an account it can be a key to the door, so it is erased when
    -- the mail has ended.
    path text not null check (path = '' or path like '/%' and length(path) <= 500),
    event jsonb,
    -- After this it is not worth sending.
    until timestamptz,
    given timestamptz not null,
    read timestamptz,
    -- What becomes of it by mail: not looked at yet, to go at `due`, part of a mail, or nothing.
    mailing text not null default 'new' check (mailing in ('new', 'waiting', 'mailed', 'none')),
    -- Whether it goes together with others that are due.
    gathered boolean not null default false,
    due timestamptz,
    mail_id uuid references notices.mail on delete set null,
    check ((person_id is null) <> (address is null))
);
create unique index notice_once on notices.notice (person_id, address, key) nulls not distinct;
create index notice_by_person on notices.notice (person_id, given desc);
create index notice_unread on notices.notice (person_id) where read is null;
create index notice_to_plan on notices.notice (given) where mailing = 'new';
create index notice_to_mail on notices.notice (due) where mailing = 'waiting';
create index notice_by_mail on notices.notice (mail_id);

-- How somebody wants to be told. Whoever said nothing has no row.
create table notices.preferences (
    person_id uuid primary key references identity.person on delete cascade,
    zone text not null check (length(zone) between 1 and 60),
    rhythm text not null check (rhythm in ('daily', 'weekly')),
    -- Day of the week from 1, Monday, and hour of the day at which a digest goes.
    weekday smallint not null check (weekday between 1 and 7),
    hour smallint not null check (hour between 0 and 23),
    -- Hours in which no mail goes, from the first until before the second, over midnight where that is earlier.
    quiet_from smallint check (quiet_from between 0 and 23),
    quiet_to smallint check (quiet_to between 0 and 23),
    check ((quiet_from is null) = (quiet_to is null)),
    check (quiet_from <> quiet_to)
);

create table notices.choice (
    person_id uuid not null references identity.person on delete cascade,
    kind text not null check (kind ~ '^[a-z-]+$'),
    delivery text not null check (delivery in ('at-once', 'digest', 'never')),
    primary key (person_id, kind)
);

alter table notices.mail enable row level security;
alter table notices.mail force row level security;
create policy postman on notices.mail to ${app}
    using (access.task() = 'notices') with check (access.task() = 'notices');
-- How the mails to oneself fared.
create policy own on notices.mail for select to ${app} using (person_id = access.person());

alter table notices.notice enable row level security;
alter table notices.notice force row level security;
create policy postman on notices.notice to ${app}
    using (access.task() = 'notices') with check (access.task() = 'notices');
-- Whoever acts tells others, of an engagement only as a member of it. What they were told is theirs alone to see.
create policy given on notices.notice for insert to ${app} with check (
    access.task() is not null
    or access.person() is not null and (engagement_id is null or engagement_id in (select access.engagements()))
);
create policy own on notices.notice for select to ${app} using (
    person_id = access.person() and (engagement_id is null or engagement_id in (select access.engagements()))
);
create policy marked on notices.notice for update to ${app}
    using (person_id = access.person()) with check (person_id = access.person());

alter table notices.preferences enable row level security;
alter table notices.preferences force row level security;
create policy own on notices.preferences to ${app}
    using (person_id = access.person()) with check (person_id = access.person());
create policy postman on notices.preferences for select to ${app} using (access.task() = 'notices');

alter table notices.choice enable row level security;
alter table notices.choice force row level security;
create policy own on notices.choice to ${app}
    using (person_id = access.person()) with check (person_id = access.person());
create policy postman on notices.choice for select to ${app} using (access.task() = 'notices');

-- The postman looks up where a mail goes, and whether its reader still belongs to what it is about.
create policy postman on identity.person for select to ${app} using (access.task() = 'notices');
create policy postman on access.membership for select to ${app} using (access.task() = 'notices');
