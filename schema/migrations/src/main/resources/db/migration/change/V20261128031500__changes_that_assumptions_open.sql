-- An assumption that failed, for which a change is to be proposed in the name of whoever kept it last. Who says that it
-- does not hold, or the task that looks at days, notes it here; another task proposes the change, and takes it away.
create table change.opening (
    assumption_id uuid not null,
    reason text not null check (reason in ('false', 'overdue')),
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 60),
    text text not null check (length(text) between 1 and 4000),
    person_id uuid not null references identity.person,
    private_to uuid,
    heard timestamptz not null,
    primary key (assumption_id, reason),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
call access.protect('change.opening');
create policy heard on change.opening for insert to ${app} with check (access.task() = 'assumptions');
create policy looked_at on change.opening for select to ${app} using (access.task() = 'openings');

-- Whoever kept an assumption last is found in the history of its row.
create policy looked_at on register.change for select to ${app}
    using (access.task() = 'assumptions' and register = 'assumptions');
