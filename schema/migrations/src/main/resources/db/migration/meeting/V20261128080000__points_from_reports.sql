-- A point of an agenda may come from the last status report that was kept.
alter table meeting.point
    drop constraint point_origin_check,
    add constraint point_origin_check check (origin in (
        'standing', 'followed-up', 'reported', 'decision', 'due', 'risk', 'added', 'general'));
