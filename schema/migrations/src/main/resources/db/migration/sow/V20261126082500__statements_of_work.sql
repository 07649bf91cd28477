create schema sow;
grant usage on schema sow to ${app};
alter default privileges in schema sow grant select, insert, update, delete on tables to ${app};

-- A statement of work on its way from a document to what both sides sign. Where private_to names a party, nobody else
-- sees it or anything of it.
create table sow.statement_of_work (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    title text not null check (length(title) between 1 and 300),
    created_by uuid not null references identity.person,
    created timestamptz not null,
    -- The number of the last obligation; each has one of its own for good.
    last_code integer not null default 0,
    version integer not null default 0,
    unique (id, engagement_id),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index statement_of_work_by_engagement on sow.statement_of_work (engagement_id);
call access.protect('sow.statement_of_work');

-- A document that was brought in as a version of it: what was read, and what the review found.
create table sow.imported_version (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null,
    ordinal integer not null check (ordinal > 0),
    file_id uuid not null,
    file_name text not null,
    imported_by uuid not null references identity.person,
    imported timestamptz not null,
    document jsonb not null,
    review jsonb not null,
    unique (sow_id, ordinal),
    foreign key (sow_id, engagement_id) references sow.statement_of_work (id, engagement_id) on delete cascade
);

-- A promise: as the review proposed it, as people decided and corrected it.
create table sow.obligation (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null,
    code integer not null check (code > 0),
    -- In the order of the document.
    position integer not null,
    state text not null check (state in ('proposed', 'accepted', 'dropped', 'merged', 'split', 'withdrawn')),
    text text not null check (length(text) between 1 and 20000),
    section text not null,
    accountable text,
    responsible text[] not null default '{}',
    raci jsonb not null default '{}',
    kind text not null check (kind in ('deliverable', 'service', 'duty', 'report', 'payment', 'term')),
    topic text not null,
    -- The kind of work, where it is work.
    area text,
    due text,
    quantity text,
    amount text,
    assigned_to uuid references identity.person,
    drop_reason text,
    -- What it was merged into, or split from.
    part_of uuid references sow.obligation,
    -- What the review had found when people last decided, and what it found in the newest version.
    basis jsonb,
    seen jsonb,
    changed_by uuid not null references identity.person,
    changed timestamptz not null,
    version integer not null default 0,
    unique (sow_id, code),
    foreign key (sow_id, engagement_id) references sow.statement_of_work (id, engagement_id) on delete cascade
);

-- Who did what to an obligation, and how it was before and after. Is only ever added to.
create table sow.obligation_act (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null,
    obligation_id uuid not null references sow.obligation on delete cascade,
    act text not null check (act ~ '^[a-z-]+$'),
    by_person uuid not null references identity.person,
    at timestamptz not null,
    before jsonb,
    after jsonb not null,
    foreign key (sow_id, engagement_id) references sow.statement_of_work (id, engagement_id) on delete cascade
);
create index obligation_act_by_obligation on sow.obligation_act (obligation_id, at);

call access.protect('sow.imported_version');
call access.protect('sow.obligation');
call access.protect('sow.obligation_act');
drop policy changed on sow.obligation_act;
drop policy removed on sow.obligation_act;

-- What is of a statement of work is seen and changed by those who see that.
create policy with_its_sow on sow.imported_version as restrictive
    using (sow_id in (select id from sow.statement_of_work));
create policy with_its_sow on sow.obligation as restrictive
    using (sow_id in (select id from sow.statement_of_work));
create policy with_its_sow on sow.obligation_act as restrictive
    using (sow_id in (select id from sow.statement_of_work));
