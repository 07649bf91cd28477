create schema meeting;
grant usage on schema meeting to ${app};
alter default privileges in schema meeting grant select, insert, update, delete on tables to ${app};

-- Meetings that take place again and again, or once. Days are computed from these terms; only what happened to a single
-- one is a row of its own.
create table meeting.series (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in (
        'status-meeting', 'check-in', 'business-review', 'steering-committee', 'workshop', 'other')),
    unit text not null check (unit in ('once', 'weeks', 'months-by-day', 'months-by-weekday')),
    -- Each so many weeks or months.
    every smallint not null check (every between 1 and 52),
    first_day date not null,
    last_day date check (last_day >= first_day),
    -- On the clock of the zone, which decides what that is on each day.
    starts time not null,
    minutes smallint not null check (minutes between 5 and 1440),
    zone text not null check (length(zone) between 1 and 60),
    place text check (length(place) between 1 and 400),
    -- Who leads it. Nobody does when they have left.
    leader_id uuid references identity.person,
    -- What is on the agenda of each, and what a check-in asks.
    standing text[] not null default '{}' check (cardinality(standing) <= 30),
    questions text[] not null default '{}' check (cardinality(questions) <= 10),
    -- Rises with each invitation that goes out.
    sequence integer not null default 0,
    version integer not null default 0,
    unique (engagement_id, ref)
);
call access.protect('meeting.series');

-- Who is invited: a member, or somebody who is known by name and e-mail address.
create table meeting.invited (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    series_id uuid not null references meeting.series on delete cascade,
    person_id uuid references identity.person,
    name text check (length(name) between 1 and 200),
    email text check (length(email) between 3 and 254),
    check ((person_id is null) = (email is not null)),
    check ((name is null) = (email is null)),
    unique nulls not distinct (series_id, person_id, email)
);
call access.protect('meeting.invited');
-- Whoever is told by mail what is said here is invited by those who may invite guests.
create policy others on meeting.invited as restrictive for insert to ${app}
    with check (person_id is not null or access.may(engagement_id, 'manager'));
create policy others_change on meeting.invited as restrictive for update to ${app}
    using (true) with check (person_id is not null or access.may(engagement_id, 'manager'));

-- What happened to one meeting of a series: it was moved, left out, held.
create table meeting.kept_meeting (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    series_id uuid not null references meeting.series on delete cascade,
    -- The day on which it is due by the terms of the series; it is called by it, also when it moves.
    day date not null,
    moved_day date,
    moved_starts time,
    left_out text check (length(left_out) between 1 and 400),
    held timestamptz,
    held_by uuid references identity.person,
    unique (series_id, day),
    check ((moved_day is null) = (moved_starts is null)),
    check ((held is null) = (held_by is null)),
    check (held is null or left_out is null)
);
create index kept_meeting_by_day on meeting.kept_meeting (engagement_id, day);
call access.protect('meeting.kept_meeting');

-- A point of the agenda of one meeting that somebody added or removed, or that was there when it was held.
create table meeting.point (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    meeting_id uuid not null references meeting.kept_meeting on delete cascade,
    -- The same as long as it is about the same.
    key text not null check (length(key) between 1 and 300),
    origin text not null check (origin in ('standing', 'followed-up', 'decision', 'due', 'risk', 'added', 'general')),
    -- Empty for the last point, which is called in words of the reader.
    title text not null check (length(title) <= 400),
    path text not null default '' check (length(path) <= 400),
    position integer not null default 0,
    removed boolean not null default false,
    unique (meeting_id, key)
);
call access.protect('meeting.point');

-- What was said to a point, written down by somebody. Each is a row, so that many write at once.
create table meeting.note (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    meeting_id uuid not null references meeting.kept_meeting on delete cascade,
    point_key text not null check (length(point_key) between 1 and 300),
    kind text not null check (kind in ('note', 'action', 'decision')),
    text text not null check (length(text) between 1 and 2000),
    -- The action or decision that it became, as it is called, and what was said of it then.
    item_id uuid,
    item_ref text check (length(item_ref) between 1 and 40),
    owner text check (length(owner) between 1 and 200),
    due date,
    written_by uuid not null references identity.person,
    written timestamptz not null,
    version integer not null default 0,
    check ((kind = 'note') = (item_id is null)),
    check ((item_id is null) = (item_ref is null))
);
create index note_by_meeting on meeting.note (meeting_id, written);
call access.protect('meeting.note');

-- Who was there.
create table meeting.present (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    meeting_id uuid not null references meeting.kept_meeting on delete cascade,
    name text not null check (length(name) between 1 and 200),
    unique (meeting_id, name)
);
call access.protect('meeting.present');

-- To whom the minutes went.
create table meeting.sent (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    meeting_id uuid not null references meeting.kept_meeting on delete cascade,
    person_id uuid references identity.person,
    name text not null check (length(name) between 1 and 200),
    email text check (length(email) between 3 and 254),
    -- False where this installation sends no mail, so that somebody hands them on.
    given boolean not null,
    sent timestamptz not null,
    check (person_id is not null or email is not null)
);
create index sent_by_meeting on meeting.sent (meeting_id, sent);
call access.protect('meeting.sent');

-- Notes, points and what else belongs to a meeting stay once it was held.
create function meeting.closed(meeting uuid) returns boolean
    language sql stable
    return exists (select from meeting.kept_meeting m where m.id = closed.meeting and m.held is not null);
create policy open on meeting.note as restrictive for insert to ${app} with check (not meeting.closed(meeting_id));
create policy open_changes on meeting.note as restrictive for update to ${app}
    using (not meeting.closed(meeting_id)) with check (not meeting.closed(meeting_id));
create policy open_removes on meeting.note as restrictive for delete to ${app} using (not meeting.closed(meeting_id));

-- What somebody was asked by a link, in place of a meeting, and what they answered.
create table meeting.asked (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    meeting_id uuid not null references meeting.kept_meeting on delete cascade,
    -- The guest's link. It is no foreign key, as links stay where they were made when an engagement is carried elsewhere.
    link_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    position smallint not null,
    question text not null check (length(question) between 1 and 400),
    asked_by uuid not null references identity.person,
    asked timestamptz not null,
    expires timestamptz not null,
    answer text check (length(answer) between 1 and 2000),
    given timestamptz,
    check ((answer is null) = (given is null)),
    unique (link_id, position)
);
create index asked_by_meeting on meeting.asked (meeting_id, name, position);
alter table meeting.asked enable row level security;
alter table meeting.asked force row level security;
create policy owner on meeting.asked to current_user using (true) with check (true);
create policy seen on meeting.asked for select to ${app} using (
    engagement_id in (select access.engagements())
    or link_id = access.guest() and engagement_id = (select guests.engagement()));
create policy added on meeting.asked for insert to ${app} with check (
    asked_by = access.person() and answer is null and access.may(engagement_id, 'manager'));
create policy changed on meeting.asked for update to ${app}
    using (link_id = access.guest() and engagement_id = (select guests.engagement()) and answer is null)
    with check (link_id = access.guest() and engagement_id = (select guests.engagement()));
create function meeting.stay() returns trigger
    language plpgsql
    as $$
begin
    if to_jsonb(new) - 'answer' - 'given' <> to_jsonb(old) - 'answer' - 'given' then
        raise exception 'What somebody was asked never changes.' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger stays before update on meeting.asked for each row execute function meeting.stay();
revoke delete on meeting.asked from ${app};
