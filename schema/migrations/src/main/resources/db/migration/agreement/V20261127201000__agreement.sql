create schema agreement;
grant usage on schema agreement to ${app};

-- What somebody says about a section of a statement of work, or would have it say instead.
create table agreement.remark (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null references sow.statement_of_work on delete cascade,
    -- The party that alone sees it.
    private_to uuid,
    -- The words of its heading, by which a section stays the same from version to version.
    section text not null check (length(section) <= 400),
    -- Of the version that was the newest then.
    ordinal integer not null check (ordinal > 0),
    text text not null check (length(text) between 1 and 4000),
    -- What it should say instead.
    suggestion text check (length(suggestion) between 1 and 8000),
    party_id uuid not null,
    written_by uuid not null references identity.person,
    written timestamptz not null,
    outcome text check (outcome in ('taken', 'declined')),
    answer text check (length(answer) between 1 and 2000),
    settled_by uuid references identity.person,
    settled timestamptz,
    check ((outcome is null) = (settled is null) and (outcome is null) = (settled_by is null)),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);
create index remark_by_sow on agreement.remark (sow_id, written);

-- That a party agrees to the words of a section, as they were. Other words are not agreed to.
create table agreement.assent (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null references sow.statement_of_work on delete cascade,
    section text not null check (length(section) <= 400),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    ordinal integer not null check (ordinal > 0),
    party_id uuid not null,
    given_by uuid not null references identity.person,
    given timestamptz not null,
    unique (sow_id, section, party_id),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);

-- A version that was put up for signature, as it was printed.
create table agreement.put_up (
    request_id uuid primary key references signing.request on delete cascade,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null references sow.statement_of_work on delete cascade,
    ordinal integer not null check (ordinal > 0)
);
create index put_up_by_sow on agreement.put_up (sow_id);

-- As of all of an engagement; and whoever does not see the statement of work sees nothing about it.
call access.protect('agreement.remark');
call access.protect('agreement.assent', 'manager');
call access.protect('agreement.put_up', 'manager');
create policy with_its_sow on agreement.remark as restrictive to ${app}
    using (exists (select from sow.statement_of_work s where s.id = sow_id));
create policy with_its_sow on agreement.assent as restrictive to ${app}
    using (exists (select from sow.statement_of_work s where s.id = sow_id));
create policy with_its_sow on agreement.put_up as restrictive to ${app}
    using (exists (select from sow.statement_of_work s where s.id = sow_id));
-- Nobody speaks or agrees for another party.
create policy own_party on agreement.remark as restrictive for insert to ${app}
    with check (party_id in (select access.parties()));
create policy own_party on agreement.assent as restrictive for insert to ${app}
    with check (party_id in (select access.parties()));
create policy own_party_changes on agreement.assent as restrictive for update to ${app}
    using (party_id in (select access.parties())) with check (party_id in (select access.parties()));
create policy own_party_removes on agreement.assent as restrictive for delete to ${app}
    using (party_id in (select access.parties()));

grant select, insert, update on agreement.remark to ${app};
grant select, insert, update, delete on agreement.assent to ${app};
grant select, insert on agreement.put_up to ${app};
