-- What a guest does is told like what everybody does: to the whole engagement, or to the party of the link alone.
create policy guest_added on api.event for insert with check (
    engagement_id = (select guests.engagement())
    and (private_to is null or private_to = (select l.private_to from guests.link l where l.id = access.guest())));
