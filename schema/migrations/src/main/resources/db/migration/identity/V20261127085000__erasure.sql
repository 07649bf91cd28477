-- Somebody who is here no more: their name, address and all that went with the account is gone, and what they did keeps
-- their id.
alter table identity.person add column erased timestamptz;

-- Row security binds the owner of tables too, who erases.
create policy owner on engagement.held_role to current_user using (true) with check (true);
do $$
declare
    held regclass;
begin
    for held in
        select conrelid::regclass from pg_constraint
        where confrelid = 'identity.person'::regclass and contype = 'f' and confdeltype = 'c'
    loop
        execute format('create policy erased on %s to current_user using (true)', held);
    end loop;
end
$$;

-- Erases somebody: all rows of tables that go with an account (those that refer to it by "on delete cascade"), their
-- places in engagements, their name and address. Only for administrators, and not where an engagement would be left
-- without an owner.
create function identity.erase(gone uuid, moment timestamptz) returns void
    language plpgsql security definer set search_path = ''
    as $$
declare
    held record;
begin
    if not access.administrates() then
        raise exception 'That takes an administrator.' using errcode = 'insufficient_privilege';
    end if;
    if exists (
        select from access.membership mine
        where mine.person_id = gone and mine.role = 'owner'
        and not exists (
            select from access.membership other
            where other.engagement_id = mine.engagement_id and other.role = 'owner' and other.person_id <> gone)) then
        raise exception 'They alone own an engagement.' using errcode = 'integrity_constraint_violation';
    end if;
    for held in
        select c.conrelid::regclass as place, a.attname as reference
        from pg_catalog.pg_constraint c
        join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.confrelid = 'identity.person'::regclass and c.contype = 'f' and c.confdeltype = 'c'
    loop
        execute format('delete from %s where %I = $1', held.place, held.reference) using gone;
    end loop;
    delete from engagement.held_role where person_id = gone;
    delete from access.membership where person_id = gone;
    update identity.person
        set name = 'erased', email = gone || '@erased.invalid', administrator = false, erased = moment,
            version = version + 1
        where id = gone;
end
$$;
revoke execute on function identity.erase from public;
grant execute on function identity.erase to ${app};
