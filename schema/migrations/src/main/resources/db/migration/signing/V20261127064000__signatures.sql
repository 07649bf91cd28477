create schema signing;
grant usage on schema signing to ${app};
-- Nothing that somebody signed, or was asked to sign, is ever removed; only rights to sign and deputies are.
alter default privileges in schema signing grant select, insert on tables to ${app};

-- Whether who asks belongs to this party, with at least this role.
create function access.may_within(party uuid, required text) returns boolean
    language sql stable security definer set search_path = ''
    begin atomic
        select exists (
            select
            from access.membership
            where party_id = party
            and person_id = access.person()
            and access.rank(role) >= access.rank(required)
        );
    end;

-- What a person may sign for their party, and up to which amount; without one, whatever the amount.
create table signing.authority (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    party_id uuid not null,
    person_id uuid not null,
    matter text not null check (matter in (
        'statement-of-work', 'change-order', 'gate', 'acceptance', 'transition', 'other')),
    up_to numeric(19, 4) check (up_to > 0),
    currency text check (currency ~ '^[A-Z]{3}$'),
    given_by uuid not null references identity.person,
    given timestamptz not null,
    check ((up_to is null) = (currency is null)),
    unique (engagement_id, person_id, matter),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id),
    foreign key (engagement_id, person_id) references access.membership (engagement_id, person_id) on delete cascade
);
grant update, delete on signing.authority to ${app};

-- Who signs in somebody's place, from the first to the last day, in the time zone of the engagement.
create table signing.deputy (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    party_id uuid not null,
    person_id uuid not null,
    deputy_id uuid not null,
    first_day date not null,
    last_day date not null,
    named_by uuid not null references identity.person,
    named timestamptz not null,
    check (person_id <> deputy_id),
    check (first_day <= last_day),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id),
    foreign key (engagement_id, person_id) references access.membership (engagement_id, person_id) on delete cascade,
    foreign key (engagement_id, deputy_id) references access.membership (engagement_id, person_id) on delete cascade
);
create index deputy_by_engagement on signing.deputy (engagement_id);
grant delete on signing.deputy to ${app};

-- That the bytes of a file are to be signed by some people, until a time.
create table signing.request (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    title text not null check (length(title) between 1 and 300),
    matter text not null check (matter in (
        'statement-of-work', 'change-order', 'gate', 'acceptance', 'transition', 'other')),
    amount numeric(19, 4),
    currency text check (currency ~ '^[A-Z]{3}$'),
    file_id uuid not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    in_order boolean not null,
    expires timestamptz not null,
    asked_by uuid not null references identity.person,
    asked timestamptz not null,
    state text not null default 'open' check (state in ('open', 'signed', 'refused', 'withdrawn')),
    ended timestamptz,
    check ((amount is null) = (currency is null)),
    check ((state = 'open') = (ended is null)),
    unique (id, engagement_id),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id),
    foreign key (file_id, engagement_id) references files.stored_file (id, engagement_id)
);
create index request_by_engagement on signing.request (engagement_id, asked desc);
grant update on signing.request to ${app};

-- Somebody who is to sign: what they did, and who did it in their place.
create table signing.signatory (
    id uuid primary key,
    engagement_id uuid not null,
    private_to uuid,
    request_id uuid not null,
    position integer not null check (position > 0),
    person_id uuid not null references identity.person,
    party_id uuid not null,
    state text not null default 'waiting' check (state in ('waiting', 'signed', 'refused')),
    done timestamptz,
    done_by uuid references identity.person,
    means text check (means in ('password', 'passkey')),
    -- Of the bytes as they lay on the disk when they were signed.
    sha256 text,
    reason text check (length(reason) between 1 and 2000),
    check ((state = 'waiting') = (done is null)),
    check ((state = 'waiting') = (done_by is null)),
    check ((state = 'signed') = (means is not null)),
    check ((state = 'signed') = (sha256 is not null)),
    check ((state = 'refused') = (reason is not null)),
    unique (request_id, position),
    unique (request_id, person_id),
    foreign key (request_id, engagement_id) references signing.request (id, engagement_id) on delete cascade,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);
create index signatory_by_person on signing.signatory (person_id) where state = 'waiting';
grant update on signing.signatory to ${app};

-- A document that was signed elsewhere: by a service for signatures, or on paper.
create table signing.elsewhere (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    title text not null check (length(title) between 1 and 300),
    matter text not null check (matter in (
        'statement-of-work', 'change-order', 'gate', 'acceptance', 'transition', 'other')),
    amount numeric(19, 4),
    currency text check (currency ~ '^[A-Z]{3}$'),
    way text not null check (way in ('service', 'paper')),
    file_id uuid not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    recorded_by uuid not null references identity.person,
    recorded timestamptz not null,
    check ((amount is null) = (currency is null)),
    unique (id, engagement_id),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id),
    foreign key (file_id, engagement_id) references files.stored_file (id, engagement_id)
);
create index elsewhere_by_engagement on signing.elsewhere (engagement_id, recorded desc);

-- Who signed it there, for which party, and on which day.
create table signing.elsewhere_signature (
    id uuid primary key,
    engagement_id uuid not null,
    private_to uuid,
    elsewhere_id uuid not null,
    position integer not null check (position > 0),
    name text not null check (length(name) between 1 and 200),
    party_id uuid not null,
    signed_on date not null,
    unique (elsewhere_id, position),
    foreign key (elsewhere_id, engagement_id) references signing.elsewhere (id, engagement_id) on delete cascade,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id),
    foreign key (party_id, engagement_id) references engagement.party (id, engagement_id)
);

-- In whose place who asks signs. A day more on both ends, as days begin elsewhere at other times; the application looks
-- at the day of the engagement.
create function signing.represented() returns table (engagement_id uuid, person_id uuid)
    language sql stable security definer set search_path = ''
    begin atomic
        select engagement_id, person_id
        from signing.deputy
        where deputy_id = access.person()
        and current_date between first_day - 1 and last_day + 1;
    end;

-- Whether who asks is the one who asked for these signatures.
create function signing.asks(wanted uuid) returns boolean
    language sql stable security definer set search_path = ''
    begin atomic
        select exists (select from signing.request where id = wanted and asked_by = access.person() and state = 'open');
    end;

-- A request stays as it was asked; only its state moves, and once.
create function signing.stay() returns trigger
    language plpgsql
    as $$
begin
    if old.state <> 'open' then
        raise exception 'This request has ended.' using errcode = 'integrity_constraint_violation';
    end if;
    if to_jsonb(new) - 'state' - 'ended' <> to_jsonb(old) - 'state' - 'ended' then
        raise exception 'What is to be signed never changes.' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger stays before update on signing.request for each row execute function signing.stay();

-- A signatory signs or refuses once, in their turn, the very bytes that were asked about, in time.
create function signing.once() returns trigger
    language plpgsql security definer set search_path = ''
    as $$
declare
    asked signing.request;
begin
    select * into asked from signing.request where id = new.request_id for update;
    if old.state <> 'waiting' or new.state = 'waiting' then
        raise exception 'A signature is given or refused once.' using errcode = 'integrity_constraint_violation';
    end if;
    if (new.id, new.engagement_id, new.private_to, new.request_id, new.position, new.person_id, new.party_id)
        is distinct from
        (old.id, old.engagement_id, old.private_to, old.request_id, old.position, old.person_id, old.party_id) then
        raise exception 'Who is to sign never changes.' using errcode = 'integrity_constraint_violation';
    end if;
    if asked.state <> 'open' or new.done >= asked.expires then
        raise exception 'This request has ended.' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state = 'signed' and new.sha256 <> asked.sha256 then
        raise exception 'These are other bytes than those to be signed.' using errcode = 'integrity_constraint_violation';
    end if;
    if asked.in_order and exists (
        select from signing.signatory s
        where s.request_id = new.request_id and s.position < new.position and s.state = 'waiting') then
        raise exception 'Somebody else signs first.' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger once before update on signing.signatory for each row execute function signing.once();

-- With the last signature a request is signed, with the first refusal it is refused.
create function signing.settle() returns trigger
    language plpgsql security definer set search_path = ''
    as $$
begin
    if new.state = 'refused' then
        update signing.request set state = 'refused', ended = new.done where id = new.request_id;
    elsif not exists (
        select from signing.signatory s where s.request_id = new.request_id and s.state = 'waiting') then
        update signing.request set state = 'signed', ended = new.done where id = new.request_id;
    end if;
    return null;
end
$$;
create trigger settles after update on signing.signatory for each row execute function signing.settle();

alter table signing.authority enable row level security;
alter table signing.authority force row level security;
create policy seen on signing.authority for select using (engagement_id in (select access.engagements()));
create policy added on signing.authority for insert with check (access.may_within(party_id, 'manager'));
create policy changed on signing.authority for update
    using (access.may_within(party_id, 'manager')) with check (access.may_within(party_id, 'manager'));
create policy removed on signing.authority for delete using (access.may_within(party_id, 'manager'));

alter table signing.deputy enable row level security;
alter table signing.deputy force row level security;
create policy owner on signing.deputy to current_user using (true) with check (true);
create policy seen on signing.deputy for select to ${app} using (engagement_id in (select access.engagements()));
create policy added on signing.deputy for insert to ${app} with check (
    access.may_within(party_id, 'manager') or person_id = access.person() and access.may_within(party_id, 'viewer'));
create policy removed on signing.deputy for delete to ${app} using (
    access.may_within(party_id, 'manager') or person_id = access.person());

alter table signing.request enable row level security;
alter table signing.request force row level security;
create policy owner on signing.request to current_user using (true) with check (true);
create policy seen on signing.request for select to ${app} using (
    engagement_id in (select access.engagements())
    and (private_to is null or private_to in (select access.parties())));
create policy added on signing.request for insert to ${app} with check (
    asked_by = access.person() and access.may(engagement_id, 'manager')
    and (private_to is null or private_to in (select access.parties())));
-- By hand it is only withdrawn.
create policy changed on signing.request for update to ${app}
    using (access.may(engagement_id, 'manager') and (private_to is null or private_to in (select access.parties())))
    with check (access.may(engagement_id, 'manager') and state = 'withdrawn');

alter table signing.signatory enable row level security;
alter table signing.signatory force row level security;
create policy owner on signing.signatory to current_user using (true) with check (true);
create policy seen on signing.signatory for select to ${app} using (
    engagement_id in (select access.engagements())
    and (private_to is null or private_to in (select access.parties())));
create policy added on signing.signatory for insert to ${app} with check (
    signing.asks(request_id) and state = 'waiting');
create policy changed on signing.signatory for update to ${app}
    using (
        engagement_id in (select access.engagements())
        and (person_id = access.person() or (engagement_id, person_id) in (select * from signing.represented())))
    with check (done_by = access.person());

alter table signing.elsewhere enable row level security;
alter table signing.elsewhere force row level security;
create policy owner on signing.elsewhere to current_user using (true) with check (true);
create policy seen on signing.elsewhere for select to ${app} using (
    engagement_id in (select access.engagements())
    and (private_to is null or private_to in (select access.parties())));
create policy added on signing.elsewhere for insert to ${app} with check (
    recorded_by = access.person() and access.may(engagement_id, 'manager')
    and (private_to is null or private_to in (select access.parties())));

alter table signing.elsewhere_signature enable row level security;
alter table signing.elsewhere_signature force row level security;
create policy seen on signing.elsewhere_signature for select using (
    engagement_id in (select access.engagements())
    and (private_to is null or private_to in (select access.parties())));
create policy added on signing.elsewhere_signature for insert with check (
    access.may(engagement_id, 'manager')
    and (private_to is null or private_to in (select access.parties())));
