create schema ledger;
grant usage on schema ledger to ${app};
-- Entries are added and read. Nothing here is ever changed or removed.
alter default privileges in schema ledger grant select, insert on tables to ${app};

-- The chain of an engagement, which all of its members see.
create table ledger.entry (
    engagement_id uuid not null references engagement.engagement,
    number bigint not null check (number >= 1),
    time timestamptz not null,
    seal text not null check (seal ~ '^[0-9a-f]{64}$'),
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (engagement_id, number)
);

-- What entries are about, canonical JSON whose hash is the entry's seal.
create table ledger.details (
    engagement_id uuid not null,
    number bigint not null,
    private_to uuid,
    json text not null check (length(json) <= 100000),
    primary key (engagement_id, number),
    foreign key (engagement_id, number) references ledger.entry,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);

create function ledger.refuse() returns trigger
    language plpgsql
    as $$
begin
    raise exception 'The ledger is only added to.' using errcode = 'insufficient_privilege';
end
$$;

create trigger only_added_to before update or delete or truncate on ledger.entry
    for each statement execute function ledger.refuse();
create trigger only_added_to before update or delete or truncate on ledger.details
    for each statement execute function ledger.refuse();

-- Each entry follows the last one.
create function ledger.follow() returns trigger
    language plpgsql
    as $$
declare
    last ledger.entry;
begin
    select * into last from ledger.entry
        where engagement_id = new.engagement_id order by number desc limit 1;
    if new.number <> coalesce(last.number, 0) + 1 or new.previous <> coalesce(last.hash, repeat('0', 64)) then
        raise exception 'Entry % does not follow entry %.', new.number, coalesce(last.number, 0)
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger follows before insert on ledger.entry for each row execute function ledger.follow();

call access.protect('ledger.entry', 'viewer');
call access.protect('ledger.details', 'viewer');
