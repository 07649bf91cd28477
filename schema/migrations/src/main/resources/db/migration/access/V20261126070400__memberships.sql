-- That a person belongs to a party of an engagement, and what they may do there. Each role may all that those before
-- it may: viewer, contributor, manager, owner.
create table access.membership (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    party_id uuid not null,
    person_id uuid not null references identity.person,
    role text not null check (role in ('viewer', 'contributor', 'manager', 'owner')),
    version integer not null default 0,
    unique (engagement_id, person_id),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);
create index membership_by_person on access.membership (person_id);

-- The functions below look behind row security, so they run as the owner, and answer only about who asks.

create function access.engagements() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select engagement_id from access.membership where person_id = access.person();
    end;

create function access.parties() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select party_id from access.membership where person_id = access.person();
    end;

-- The people with whom one shares an engagement.
create function access.acquaintances() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select theirs.person_id
        from access.membership mine
        join access.membership theirs on theirs.engagement_id = mine.engagement_id
        where mine.person_id = access.person();
    end;

create function access.rank(role text) returns integer
    language sql immutable
    return array_position(array ['viewer', 'contributor', 'manager', 'owner'], role);

-- Whether who asks has at least this role in the engagement.
create function access.may(engagement uuid, required text) returns boolean
    language sql stable security definer set search_path = ''
    begin atomic
        select exists (
            select
            from access.membership
            where engagement_id = engagement
            and person_id = access.person()
            and access.rank(role) >= access.rank(required)
        );
    end;

-- Whether who asks may say who belongs to this party: its managers, and the engagement's owners.
create function access.may_manage_people(party uuid) returns boolean
    language sql stable security definer set search_path = ''
    begin atomic
        select exists (
            select
            from engagement.party p
            join access.membership m on m.engagement_id = p.engagement_id
            where p.id = party
            and m.person_id = access.person()
            and (m.role = 'owner' or m.role = 'manager' and m.party_id = p.id)
        );
    end;

-- Whether who asks has just created the engagement, which has no members yet.
create function access.founds(engagement uuid) returns boolean
    language sql stable security definer set search_path = ''
    begin atomic
        select exists (
            select
            from engagement.engagement e
            where e.id = engagement
            and e.created_by = access.person()
            and not exists (select from access.membership m where m.engagement_id = e.id)
        );
    end;

create function access.administrates() returns boolean
    language sql stable security definer set search_path = ''
    begin atomic
        select exists (select from identity.person where id = access.person() and administrator);
    end;
