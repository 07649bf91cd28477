create schema change;
grant usage on schema change to ${app};
alter default privileges in schema change grant select, insert, update, delete on tables to ${app};

-- A change of what was agreed, as somebody wants it: what it takes, and what was decided about it. Where private_to names
-- a party, nobody else sees it.
create table change.proposed (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    reason text check (length(reason) between 1 and 2000),
    wanted_by text check (length(wanted_by) between 1 and 200),
    assumption text check (length(assumption) between 1 and 60),
    -- Labels of the obligations that it touches, and of those by which it is in scope already.
    obligations text[] not null default '{}' check (cardinality(obligations) <= 100),
    in_scope_by text[] not null default '{}' check (cardinality(in_scope_by) <= 100),
    price numeric(18, 4),
    currency text check (currency ~ '^[A-Z]{3}$'),
    -- By how much dates move.
    days numeric(7, 2) check (days between -9999 and 9999),
    buyer_hours numeric(9, 2) check (buyer_hours between 0 and 1000000),
    vendor_hours numeric(9, 2) check (vendor_hours between 0 and 1000000),
    raci text check (length(raci) between 1 and 2000),
    kpis text check (length(kpis) between 1 and 2000),
    tests text check (length(tests) between 1 and 2000),
    state text not null check (state in ('proposed', 'in-scope', 'agreed', 'refused')),
    decided date,
    refusal text check (length(refusal) between 1 and 2000),
    -- Made elsewhere, in a letter or a message.
    elsewhere boolean,
    signed_by text check (length(signed_by) between 1 and 200),
    may_change boolean,
    -- Price lines carry it already.
    in_price boolean,
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(reason, '') || ' ' || coalesce(wanted_by, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check ((price is null) = (currency is null)),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index proposed_by_ref on change.proposed (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index proposed_in_order on change.proposed (engagement_id, id) where deletion is null;
create index proposed_deleted on change.proposed (engagement_id, deletion) where deletion is not null;
call access.protect('change.proposed');

-- The versions of a statement of work between which a change lies.
create table change.wording (
    change_id uuid primary key references change.proposed on delete cascade,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null references sow.statement_of_work on delete cascade,
    from_ordinal integer not null check (from_ordinal > 0),
    to_ordinal integer not null check (to_ordinal > from_ordinal)
);

-- That a party agrees to a change as it stood then. Other terms are not agreed to.
create table change.assent (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    change_id uuid not null references change.proposed on delete cascade,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    party_id uuid not null,
    given_by uuid not null references identity.person,
    given timestamptz not null,
    unique (change_id, party_id),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);

-- A change order that was put up for signature.
create table change.change_order (
    request_id uuid primary key references signing.request on delete cascade,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    change_id uuid not null references change.proposed on delete cascade,
    number integer not null check (number > 0),
    unique (engagement_id, number)
);
create index change_order_by_change on change.change_order (change_id);

-- That people went through a statement of work, and when they will again.
create table change.review (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    sow_id uuid not null references sow.statement_of_work on delete cascade,
    reviewed date not null,
    next date not null check (next > reviewed),
    noted_by uuid not null references identity.person,
    noted timestamptz not null
);
create index review_by_sow on change.review (sow_id, reviewed);

call access.protect('change.wording');
call access.protect('change.assent', 'manager');
call access.protect('change.change_order', 'manager');
call access.protect('change.review');
create policy with_its_change on change.wording as restrictive to ${app}
    using (exists (select from change.proposed p where p.id = change_id));
create policy with_its_change on change.assent as restrictive to ${app}
    using (exists (select from change.proposed p where p.id = change_id));
create policy with_its_change on change.change_order as restrictive to ${app}
    using (exists (select from change.proposed p where p.id = change_id));
create policy with_its_sow on change.review as restrictive to ${app}
    using (exists (select from sow.statement_of_work s where s.id = sow_id));
-- Nobody agrees for another party.
create policy own_party on change.assent as restrictive for insert to ${app}
    with check (party_id in (select access.parties()));
create policy own_party_changes on change.assent as restrictive for update to ${app}
    using (party_id in (select access.parties())) with check (party_id in (select access.parties()));
create policy own_party_removes on change.assent as restrictive for delete to ${app}
    using (party_id in (select access.parties()));
