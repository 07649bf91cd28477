-- Who looks at what all of an engagement see says so by set_config('fram.common', 'on', true): rows that are private to
-- their party are then not theirs.
create or replace function access.parties() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select party_id
        from access.membership
        where person_id = access.person()
        and coalesce(current_setting('fram.common', true), '') <> 'on';
    end;
