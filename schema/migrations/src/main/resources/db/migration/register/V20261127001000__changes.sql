-- What happened to the rows of registers. It is only added to.
create table register.change (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    register text not null check (register ~ '^[a-z-]+$'),
    row_id uuid not null,
    private_to uuid,
    -- All that one act did, such as an import, has one of these; rows that it deleted have it as their deletion.
    act uuid not null,
    kind text not null check (kind in ('added', 'changed', 'deleted', 'restored')),
    origin text not null check (origin in ('page', 'import', 'undo')),
    -- The act that this one takes back.
    undoes uuid,
    person_id uuid not null references identity.person,
    time timestamptz not null,
    -- Of the row, after it.
    version integer not null,
    -- By the keys of columns what stood there before and after, as editors have it.
    cells jsonb not null,
    check ((origin = 'undo') = (undoes is not null)),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index change_by_row on register.change (engagement_id, row_id, id);
create index change_by_person on register.change (engagement_id, register, person_id, id);
create index change_by_act on register.change (act);
create index change_undone on register.change (undoes) where undoes is not null;

revoke update, delete on register.change from ${app};
call access.protect('register.change');
create policy in_own_name on register.change as restrictive for insert with check (person_id = access.person());
