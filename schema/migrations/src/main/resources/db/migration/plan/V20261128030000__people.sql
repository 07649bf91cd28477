-- Somebody who is booked for work of the plan, by name or by role.
create table plan.booking (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    person text not null check (length(person) between 1 and 200),
    side text check (side in ('buyer', 'vendor', 'partner', 'carrier', 'outsourcer', 'tester', 'other')),
    function text check (function in (
        'contact-center', 'it', 'legal', 'hr', 'training', 'change-management', 'testing', 'finance', 'procurement',
        'executive')),
    purpose text check (purpose in ('project-work', 'training', 'acceptance-test')),
    -- Numbers of activities of the plan.
    activities text[] not null default '{}' check (cardinality(activities) <= 100),
    -- The resource of the plan whose work they do.
    resource text check (length(resource) between 1 and 200),
    -- How many people of a role are booked together; one where nothing is said.
    people numeric(8, 2) check (people between 1 and 100000),
    begins date not null,
    ends date not null,
    -- In per cent of a full week: what is booked, and what there is of them for all their bookings together.
    share numeric(5, 2) not null check (share between 0 and 100),
    available numeric(5, 2) check (available > 0 and available <= 100),
    email text check (length(email) between 3 and 254),
    first_week_confirmed boolean,
    -- The day on which somebody heard it from them; what they say by a link stands in plan.asked.
    confirmed date,
    released boolean,
    backfilled_by text check (length(backfilled_by) between 1 and 200),
    note text check (length(note) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || person || ' ' || coalesce(resource, '') || ' ' || coalesce(backfilled_by, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (ends >= begins),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index booking_by_ref on plan.booking (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index booking_in_order on plan.booking (engagement_id, id) where deletion is null;
create index booking_deleted on plan.booking (engagement_id, deletion) where deletion is not null;
call access.protect('plan.booking');

-- What somebody who is booked was asked by a link, and what they said.
create table plan.asked (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    booking_id uuid not null references plan.booking on delete cascade,
    private_to uuid,
    -- The guest's link. It is no foreign key, as links stay where they were made when an engagement is carried elsewhere.
    link_id uuid not null,
    person text not null check (length(person) between 1 and 200),
    ref text not null check (length(ref) between 1 and 40),
    begins date not null,
    ends date not null,
    share numeric(5, 2) not null,
    -- For what, in words.
    work text check (length(work) between 1 and 2000),
    asked_by uuid not null references identity.person,
    asked timestamptz not null,
    expires timestamptz not null,
    answer text check (answer in ('yes', 'no', 'other-dates')),
    note text check (length(note) between 1 and 2000),
    other_begins date,
    other_ends date,
    given timestamptz,
    check ((answer is null) = (given is null)),
    check (answer is not distinct from 'other-dates' or other_begins is null and other_ends is null),
    check (answer is distinct from 'other-dates' or other_begins is not null and other_ends >= other_begins),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index asked_by_link on plan.asked (link_id, booking_id);
create index asked_by_booking on plan.asked (engagement_id, booking_id);

-- Whoever belongs to the engagement sees it, and a guest what they are asked.
alter table plan.asked enable row level security;
alter table plan.asked force row level security;
create policy owner on plan.asked to current_user using (true) with check (true);
create policy seen on plan.asked for select to ${app} using (
    engagement_id in (select access.engagements())
    and (private_to is null or private_to in (select access.parties()))
    or link_id = access.guest() and engagement_id = (select guests.engagement()));
create policy added on plan.asked for insert to ${app} with check (
    asked_by = access.person() and answer is null and access.may(engagement_id, 'manager')
    and (private_to is null or private_to in (select access.parties())));
create policy changed on plan.asked for update to ${app}
    using (link_id = access.guest() and engagement_id = (select guests.engagement()) and answer is null)
    with check (link_id = access.guest() and engagement_id = (select guests.engagement()));

-- What was asked stays as it was asked: only the answer is written down.
create function plan.stay() returns trigger
    language plpgsql
    as $$
declare
    answers text[] := array['answer', 'note', 'other_begins', 'other_ends', 'given'];
begin
    if to_jsonb(new) - answers <> to_jsonb(old) - answers then
        raise exception 'What somebody was asked never changes.' using errcode = 'integrity_constraint_violation';
    end if;
    if old.answer is not null and to_jsonb(new) <> to_jsonb(old) then
        raise exception 'What somebody answered stays.' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger stays before update on plan.asked for each row execute function plan.stay();
revoke delete on plan.asked from ${app};

-- Who fills a key role of one side, and whether it holds to the end.
create table plan.key_role (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    role text not null check (role in (
        'project-manager', 'overseer', 'design-engineer', 'test-lead', 'it-lead', 'contact-center-lead')),
    side text not null check (side in ('buyer', 'vendor', 'partner', 'carrier', 'outsourcer', 'tester', 'other')),
    person text check (length(person) between 1 and 200),
    share numeric(5, 2) check (share between 0 and 100),
    handover boolean,
    handover_planned boolean,
    overlap_days numeric(7, 2) check (overlap_days >= 0),
    stays_to_end boolean,
    note text check (length(note) between 1 and 2000),
    private_to uuid,
    searched text generated always as (lower(ref || ' ' || role || ' ' || coalesce(person, ''))) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index key_role_by_ref on plan.key_role (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index key_role_in_order on plan.key_role (engagement_id, id) where deletion is null;
create index key_role_deleted on plan.key_role (engagement_id, deletion) where deletion is not null;
call access.protect('plan.key_role');

-- The part of a function in the plan, or who decided that it needs none.
create table plan.function_part (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    function text not null check (function in (
        'contact-center', 'it', 'legal', 'hr', 'training', 'change-management', 'testing', 'finance', 'procurement',
        'executive')),
    activities text[] not null default '{}' check (cardinality(activities) <= 100),
    contact text check (length(contact) between 1 and 200),
    decided_none text check (length(decided_none) between 1 and 200),
    why text check (length(why) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || function || ' ' || coalesce(contact, '') || ' ' || coalesce(decided_none, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (decided_none is null or cardinality(activities) = 0),
    check (decided_none is null or why is not null),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index function_part_by_ref on plan.function_part (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index function_part_in_order on plan.function_part (engagement_id, id) where deletion is null;
create index function_part_deleted on plan.function_part (engagement_id, deletion) where deletion is not null;
call access.protect('plan.function_part');

-- Weeks in which nobody of the contact center can be off the phones.
create table plan.blackout (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    begins date not null,
    ends date not null,
    private_to uuid,
    searched text generated always as (lower(ref || ' ' || text)) stored,
    deletion uuid,
    version integer not null default 0,
    check (ends >= begins),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index blackout_by_ref on plan.blackout (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index blackout_in_order on plan.blackout (engagement_id, id) where deletion is null;
create index blackout_deleted on plan.blackout (engagement_id, deletion) where deletion is not null;
call access.protect('plan.blackout');

-- People are asked again. On whose behalf is looked up first; who is due is then looked up as they see it.
create policy asking_booked on access.membership for select to ${app} using (access.task() = 'asking-booked');
