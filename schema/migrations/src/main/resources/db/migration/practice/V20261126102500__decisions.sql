create schema practice;
grant usage on schema practice to ${app};
alter default privileges in schema practice grant select, insert, update, delete on tables to ${app};

-- What somebody decided about a finding: that one lives with it until a day, or that the practice does not apply.
create table practice.decision (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    -- The statement of work whose findings it is about.
    about uuid not null,
    kind text not null check (kind in ('waiver', 'not-applicable')),
    practice text not null check (practice ~ '^[A-Z]+-[0-9]+[a-z]?$'),
    -- The item of the finding, or null for all items.
    item text check (length(item) between 1 and 300),
    decided_by uuid not null references identity.person,
    -- Who that was, in words that a document shows.
    decided_by_name text not null check (length(decided_by_name) between 1 and 200),
    -- What gives them the right to; of a waiver.
    authority text check (length(authority) between 1 and 300),
    reason text not null check (length(reason) between 1 and 1000),
    until date,
    decided timestamptz not null,
    check (kind <> 'waiver' or authority is not null and until is not null),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index decision_by_subject on practice.decision (engagement_id, about);

call access.protect('practice.decision', 'manager');
create policy in_own_name on practice.decision as restrictive for insert with check (decided_by = access.person());
