-- What a party would have the next version of a statement of work say, clause by clause, before it is one. Nobody of
-- another party sees it.
create table sow.working_copy (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null,
    private_to uuid not null,
    -- The version that it was taken from.
    ordinal integer not null check (ordinal > 0),
    begun_by uuid not null references identity.person,
    begun timestamptz not null,
    -- How many acts there were; whoever acts has seen the newest.
    version integer not null default 0,
    unique (sow_id, private_to),
    foreign key (sow_id, engagement_id) references sow.statement_of_work (id, engagement_id) on delete cascade,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);

-- A clause: a heading, a paragraph, an item of a list, a footnote or a table.
create table sow.clause (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    copy_id uuid not null references sow.working_copy on delete cascade,
    -- Between those of its neighbours, with room for more.
    position bigint not null,
    shape text not null check (shape in ('heading', 'paragraph', 'item', 'footnote', 'table')),
    -- Of a heading or an item, from 1.
    level integer not null check (level between 0 and 9),
    -- How many parts its number has, as it is counted; 0 where it has none that is.
    depth integer not null check (depth between 0 and 9),
    -- Its number as it was read, or its marker as it stays.
    marker text not null check (length(marker) <= 60),
    -- Whether counting begins anew with its number as it was read.
    begins boolean not null,
    -- References to other clauses are kept as the ids of these, so that they follow.
    text text not null check (length(text) <= 200000),
    cells jsonb,
    -- Taken out; kept for references to it, and for taking that back.
    removed boolean not null default false
);
create index clause_by_copy on sow.clause (copy_id, position);

-- Who did what to a working copy, with what that takes to be taken back. The newest is taken back first.
create table sow.clause_act (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    copy_id uuid not null references sow.working_copy on delete cascade,
    ordinal integer not null,
    act text not null check (act ~ '^[a-z-]+$'),
    by_person uuid not null references identity.person,
    at timestamptz not null,
    before jsonb not null,
    undone boolean not null default false,
    unique (copy_id, ordinal)
);

call access.protect('sow.working_copy');
call access.protect('sow.clause');
call access.protect('sow.clause_act');
create policy with_its_sow on sow.working_copy as restrictive
    using (sow_id in (select id from sow.statement_of_work));
create policy with_its_copy on sow.clause as restrictive
    using (copy_id in (select id from sow.working_copy));
create policy with_its_copy on sow.clause_act as restrictive
    using (copy_id in (select id from sow.working_copy));
