create schema guests;
grant usage on schema guests to ${app};
alter default privileges in schema guests grant select, insert, update on tables to ${app};

-- A link for somebody without an account: to read one document, or to answer one question, until a time.
create table guests.link (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    email text not null check (length(email) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    -- What stands for the secret in the address.
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    file_id uuid,
    question text check (length(question) between 1 and 2000),
    answer text check (length(answer) between 1 and 4000),
    answered timestamptz,
    expires timestamptz not null,
    revoked timestamptz,
    made_by uuid not null references identity.person,
    made timestamptz not null,
    uses integer not null default 0,
    last_used timestamptz,
    check ((file_id is null) <> (question is null)),
    check ((answer is null) = (answered is null)),
    check (answer is null or question is not null),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id),
    foreign key (file_id, engagement_id) references files.stored_file (id, engagement_id)
);
create index link_by_engagement on guests.link (engagement_id, made desc);

-- The engagement of the guest who asks, as long as the link has not been revoked.
create function guests.engagement() returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select engagement_id from guests.link where id = access.guest() and revoked is null;
    end;

-- A link stays as it was made: only what came of it is written down, an answer and an end once each.
create function guests.stay() returns trigger
    language plpgsql
    as $$
begin
    if to_jsonb(new) - 'answer' - 'answered' - 'revoked' - 'uses' - 'last_used'
        <> to_jsonb(old) - 'answer' - 'answered' - 'revoked' - 'uses' - 'last_used' then
        raise exception 'What a link is for never changes.' using errcode = 'integrity_constraint_violation';
    end if;
    if old.answer is not null and new.answer is distinct from old.answer
        or old.revoked is not null and new.revoked is distinct from old.revoked
        or new.uses < old.uses then
        raise exception 'What came of a link stays.' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger stays before update on guests.link for each row execute function guests.stay();

alter table guests.link enable row level security;
alter table guests.link force row level security;
create policy owner on guests.link to current_user using (true) with check (true);
create policy seen on guests.link for select to ${app} using (
    engagement_id in (select access.engagements())
    and (private_to is null or private_to in (select access.parties()))
    or id = access.guest()
    or access.task() = 'guest');
create policy added on guests.link for insert to ${app} with check (
    made_by = access.person() and access.may(engagement_id, 'manager')
    and (private_to is null or private_to in (select access.parties())));
create policy changed on guests.link for update to ${app}
    using (
        access.may(engagement_id, 'manager') and (private_to is null or private_to in (select access.parties()))
        or id = access.guest() and revoked is null)
    with check (
        access.may(engagement_id, 'manager') and (private_to is null or private_to in (select access.parties()))
        or id = access.guest() and revoked is null);

-- A guest reads the one file of their link, and what they do goes to the ledger.
create policy guest on files.stored_file for select using (
    id = (select l.file_id from guests.link l where l.id = access.guest() and l.revoked is null));
create policy guest_seen on ledger.entry for select using (engagement_id = (select guests.engagement()));
create policy guest_added on ledger.entry for insert with check (engagement_id = (select guests.engagement()));
create policy guest_added on ledger.details for insert with check (engagement_id = (select guests.engagement()));
