-- Row security of a table whose rows belong to an engagement (column engagement_id): members see them, and those with
-- at least the role `required` write them. Where the table has a column private_to, a row that names a party there is for
-- that party alone.
create procedure access.protect(protected regclass, required text default 'contributor')
    language plpgsql
    as $$
declare
    seen text := 'engagement_id in (select access.engagements())';
    written text := format('access.may(engagement_id, %L)', required);
begin
    if exists (select from pg_attribute where attrelid = protected and attname = 'private_to' and not attisdropped) then
        seen := seen || ' and (private_to is null or private_to in (select access.parties()))';
        written := written || ' and (private_to is null or private_to in (select access.parties()))';
    end if;
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy seen on %s for select using (%s)', protected, seen);
    execute format('create policy added on %s for insert with check (%s)', protected, written);
    execute format('create policy changed on %s for update using (%s) with check (%s)', protected, written, written);
    execute format('create policy removed on %s for delete using (%s)', protected, written);
end
$$;
revoke execute on procedure access.protect from public;

call access.protect('engagement.site', 'manager');
call access.protect('engagement.objective');

-- Tables that the functions of access read: the owner sees them, as row security binds the owner too.

alter table identity.person enable row level security;
alter table identity.person force row level security;
create policy owner on identity.person to current_user using (true) with check (true);
create policy seen on identity.person for select to ${app} using (
    id = access.person()
    or id in (select access.acquaintances())
    or (select access.administrates())
    or access.task() in ('sign-in', 'people')
);
create policy added on identity.person for insert to ${app} with check (access.task() = 'people');
create policy changed on identity.person for update to ${app}
    using (id = access.person() or (select access.administrates()))
    with check (
        (select access.administrates())
        -- Nobody makes themselves an administrator.
        or id = access.person() and not administrator
    );

alter table identity.password enable row level security;
alter table identity.password force row level security;
create policy own on identity.password to ${app}
    using (person_id = access.person() or access.task() in ('sign-in', 'people'))
    with check (person_id = access.person() or access.task() in ('sign-in', 'people'));

alter table identity.session enable row level security;
alter table identity.session force row level security;
create policy own on identity.session to ${app}
    using (person_id = access.person() or access.task() = 'sign-in')
    with check (access.task() = 'sign-in');

alter table identity.failed_sign_in enable row level security;
alter table identity.failed_sign_in force row level security;
create policy signing_in on identity.failed_sign_in to ${app}
    using (access.task() = 'sign-in')
    with check (access.task() = 'sign-in');

alter table engagement.engagement enable row level security;
alter table engagement.engagement force row level security;
create policy owner on engagement.engagement to current_user using (true) with check (true);
create policy seen on engagement.engagement for select to ${app} using (id in (select access.engagements()));
create policy added on engagement.engagement for insert to ${app} with check (created_by = access.person());
create policy changed on engagement.engagement for update to ${app}
    using (access.may(id, 'manager')) with check (access.may(id, 'manager'));
create policy removed on engagement.engagement for delete to ${app} using (access.may(id, 'owner'));

alter table engagement.party enable row level security;
alter table engagement.party force row level security;
create policy owner on engagement.party to current_user using (true) with check (true);
create policy seen on engagement.party for select to ${app} using (engagement_id in (select access.engagements()));
create policy added on engagement.party for insert to ${app}
    with check (access.may(engagement_id, 'manager') or access.founds(engagement_id));
create policy changed on engagement.party for update to ${app}
    using (access.may(engagement_id, 'manager')) with check (access.may(engagement_id, 'manager'));
create policy removed on engagement.party for delete to ${app} using (access.may(engagement_id, 'owner'));

alter table access.membership enable row level security;
alter table access.membership force row level security;
create policy owner on access.membership to current_user using (true) with check (true);
create policy seen on access.membership for select to ${app} using (engagement_id in (select access.engagements()));
create policy added on access.membership for insert to ${app} with check (
    access.may_manage_people(party_id)
    -- Only an owner makes an owner, and who founds an engagement is its first.
    and (role <> 'owner' or access.may(engagement_id, 'owner'))
    or access.founds(engagement_id) and person_id = access.person()
);
create policy changed on access.membership for update to ${app}
    using (access.may_manage_people(party_id) and (role <> 'owner' or access.may(engagement_id, 'owner')))
    with check (access.may_manage_people(party_id) and (role <> 'owner' or access.may(engagement_id, 'owner')));
create policy removed on access.membership for delete to ${app}
    using (access.may_manage_people(party_id) and (role <> 'owner' or access.may(engagement_id, 'owner')));

alter table engagement.held_role enable row level security;
alter table engagement.held_role force row level security;
create policy seen on engagement.held_role for select to ${app} using (engagement_id in (select access.engagements()));
create policy added on engagement.held_role for insert to ${app} with check (access.may(engagement_id, 'manager'));
create policy removed on engagement.held_role for delete to ${app} using (access.may(engagement_id, 'manager'));
