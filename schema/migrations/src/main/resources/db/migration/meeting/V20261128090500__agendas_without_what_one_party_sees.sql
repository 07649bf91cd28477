-- What one party alone sees is on no agenda. Points of such things that are kept from before go. Where something was said
-- to one, it stays in the minutes under the number alone, as what was said belongs to it.
-- Row security binds the owner too, who is to see all rows here.
alter table raid.risk no force row level security;
alter table raid.issue no force row level security;
alter table raid.decision no force row level security;
alter table raid.action no force row level security;
alter table meeting.point no force row level security;
alter table meeting.note no force row level security;

create temporary table hidden on commit drop as
    select 'risk ' || id as key, ref from raid.risk where private_to is not null
    union all select 'issue ' || id, ref from raid.issue where private_to is not null
    union all select 'decision ' || id, ref from raid.decision where private_to is not null
    union all select 'action ' || id, ref from raid.action where private_to is not null;
delete from meeting.point p
    using hidden h
    where p.key = h.key
    and not exists (select from meeting.note n where n.meeting_id = p.meeting_id and n.point_key = p.key);
update meeting.point p set title = h.ref, path = '' from hidden h where p.key = h.key;

alter table meeting.note force row level security;
alter table meeting.point force row level security;
alter table raid.action force row level security;
alter table raid.decision force row level security;
alter table raid.issue force row level security;
alter table raid.risk force row level security;
