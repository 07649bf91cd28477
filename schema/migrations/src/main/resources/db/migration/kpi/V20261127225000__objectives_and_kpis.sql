create schema kpi;
grant usage on schema kpi to ${app};
alter default privileges in schema kpi grant select, insert, update, delete on tables to ${app};

-- Objectives move here as they are, with their rows and policies, and become rows of a register.
alter table engagement.objective set schema kpi;
alter table kpi.objective
    add column ref text,
    add column measure text check (length(measure) between 1 and 2000),
    add column weight numeric(7, 4) check (weight between 0 and 100),
    add column executive text check (length(executive) between 1 and 200),
    add column level text
        check (level in ('top', 'parent', 'leadership', 'supervisors', 'front-line', 'support')),
    add column falling boolean,
    add column deletion uuid;

-- What executives were asked about an objective, word for word, and what they said. Only the guest of the link
-- answers. Of before there were links, and so without one, is what somebody else had written down for an executive.
create table kpi.confirmation (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    objective_id uuid not null references kpi.objective on delete cascade,
    private_to uuid,
    -- The guest's link. It is no foreign key, as links stay where they were made when an engagement is carried elsewhere.
    link_id uuid,
    name text not null check (length(name) between 1 and 200),
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    measure text check (length(measure) between 1 and 2000),
    weight numeric(7, 4),
    asked_by uuid references identity.person,
    asked timestamptz,
    expires timestamptz,
    verdict text check (verdict in ('confirmed', 'objected')),
    reason text check (length(reason) between 1 and 2000),
    given timestamptz,
    check ((link_id is null) = (asked_by is null)),
    check ((link_id is null) = (asked is null)),
    check (link_id is not null or verdict is not null),
    check (verdict is distinct from 'objected' or reason is not null),
    check (link_id is null or (verdict is null) = (given is null)),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index confirmation_by_link on kpi.confirmation (link_id, objective_id);
create index confirmation_by_objective on kpi.confirmation (engagement_id, objective_id);

-- Row security binds the owner too, who is to see all rows here.
alter table kpi.objective no force row level security;
update kpi.objective o
    set executive = o.confirmed_by, ref = 'OBJ-' || n.number
    from (select id, row_number() over (partition by engagement_id order by id) as number from kpi.objective) n
    where n.id = o.id;
insert into kpi.confirmation (id, engagement_id, objective_id, private_to, name, ref, text, verdict)
    select gen_random_uuid(), engagement_id, id, private_to, confirmed_by, ref, text, 'confirmed'
    from kpi.objective
    where confirmed_by is not null;
alter table register.counter no force row level security;
insert into register.counter (engagement_id, register, last)
    select engagement_id, 'objectives', count(*) from kpi.objective group by engagement_id;
alter table register.counter force row level security;
alter table kpi.objective force row level security;

alter table kpi.objective
    drop column confirmed_by,
    alter column ref set not null,
    add check (length(ref) between 1 and 40),
    add column searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(measure, '') || ' ' || coalesce(executive, ''))
    ) stored;
drop index kpi.objective_by_engagement;
create unique index objective_by_ref on kpi.objective (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index objective_in_order on kpi.objective (engagement_id, id) where deletion is null;
create index objective_deleted on kpi.objective (engagement_id, deletion) where deletion is not null;

-- Whoever belongs to the engagement sees it, and a guest what they are asked.
alter table kpi.confirmation enable row level security;
alter table kpi.confirmation force row level security;
create policy owner on kpi.confirmation to current_user using (true) with check (true);
create policy seen on kpi.confirmation for select to ${app} using (
    engagement_id in (select access.engagements())
    and (private_to is null or private_to in (select access.parties()))
    or link_id = access.guest() and engagement_id = (select guests.engagement()));
create policy added on kpi.confirmation for insert to ${app} with check (
    asked_by = access.person() and verdict is null and access.may(engagement_id, 'manager')
    and (private_to is null or private_to in (select access.parties())));
create policy changed on kpi.confirmation for update to ${app}
    using (link_id = access.guest() and engagement_id = (select guests.engagement()) and verdict is null)
    with check (link_id = access.guest() and engagement_id = (select guests.engagement()));

-- What was asked stays as it was asked: only the answer is written down.
create function kpi.stay() returns trigger
    language plpgsql
    as $$
begin
    if to_jsonb(new) - 'verdict' - 'reason' - 'given' <> to_jsonb(old) - 'verdict' - 'reason' - 'given' then
        raise exception 'What somebody was asked never changes.' using errcode = 'integrity_constraint_violation';
    end if;
    if old.verdict is not null and to_jsonb(new) <> to_jsonb(old) then
        raise exception 'What somebody answered stays.' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger stays before update on kpi.confirmation for each row execute function kpi.stay();
revoke delete on kpi.confirmation from ${app};

-- A measure with its target, and all that it takes to compute it. The formulas that it had before are in the changes
-- of the register.
create table kpi.measure (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    direction text check (direction in ('higher', 'lower')),
    target numeric(19, 6) check (target >= 0),
    baseline numeric(19, 6) check (baseline >= 0),
    unit text check (length(unit) between 1 and 60),
    terms text check (length(terms) between 1 and 2000),
    formula text check (length(formula) between 1 and 4000),
    data_source text check (length(data_source) between 1 and 200),
    period text check (period in ('daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'once')),
    owner text check (length(owner) between 1 and 200),
    exclusions text check (length(exclusions) between 1 and 2000),
    objectives text[] not null default '{}' check (cardinality(objectives) <= 100),
    weight numeric(7, 4) check (weight between 0 and 100),
    money text check (money in ('none', 'bonus', 'penalty', 'both', 'pricing')),
    money_terms text check (length(money_terms) between 1 and 2000),
    reports text[] not null default '{}' check (cardinality(reports) <= 100),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(formula, '') || ' ' || coalesce(owner, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index measure_by_ref on kpi.measure (engagement_id, ref, private_to) nulls not distinct where deletion is null;
create index measure_in_order on kpi.measure (engagement_id, id) where deletion is null;
create index measure_deleted on kpi.measure (engagement_id, deletion) where deletion is not null;
call access.protect('kpi.measure');

-- A report that is agreed, or a review in which reports are talked about.
create table kpi.report (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 200),
    rhythm text check (rhythm in ('daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'once')),
    business_review boolean,
    recipients text[] not null default '{}' check (cardinality(recipients) <= 100),
    insights_owner text check (length(insights_owner) between 1 and 200),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(insights_owner, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index report_by_ref on kpi.report (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index report_in_order on kpi.report (engagement_id, id) where deletion is null;
create index report_deleted on kpi.report (engagement_id, deletion) where deletion is not null;
call access.protect('kpi.report');
