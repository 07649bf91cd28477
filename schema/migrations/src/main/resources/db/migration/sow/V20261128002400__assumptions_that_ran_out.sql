-- That the day passed by which an assumption was to be validated: told once for each such day. A task looks for them,
-- as no person is there when a day passes.
create table sow.assumption_overdue (
    assumption_id uuid not null references sow.assumption on delete cascade,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    validate_by date not null,
    private_to uuid,
    told timestamptz not null,
    primary key (assumption_id, validate_by),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
call access.protect('sow.assumption_overdue');
create policy looked_at on sow.assumption for select to ${app} using (access.task() = 'assumptions');
create policy looked_at on sow.assumption_overdue for select to ${app} using (access.task() = 'assumptions');
create policy told on sow.assumption_overdue for insert to ${app} with check (access.task() = 'assumptions');
create index assumption_open on sow.assumption (validate_by) where holds is null and deletion is null;
