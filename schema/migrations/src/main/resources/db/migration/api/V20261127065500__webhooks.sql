-- An address that is told what happens in an engagement: what all of it sees, and where it is a party's own, what that
-- party alone sees as well.
create table api.webhook (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    url text not null check (length(url) between 1 and 2000),
    -- Of what it is told: register, obligation, ledger.
    topics text[] not null check (cardinality(topics) >= 1),
    created_by uuid not null references identity.person,
    created timestamptz not null,
    -- Null while it is told; or who stopped that: person, failing, gone.
    paused text check (paused in ('person', 'failing', 'gone')),
    -- Since when nothing has arrived, or null where the last that was tried did.
    failing_since timestamptz,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index webhook_by_engagement on api.webhook (engagement_id);

alter table api.webhook enable row level security;
alter table api.webhook force row level security;
create policy owner on api.webhook to current_user using (true) with check (true);
create policy seen on api.webhook for select to ${app} using (
    access.may(engagement_id, 'manager') and (private_to is null or private_to in (select access.parties()))
    or access.task() = 'webhooks'
);
-- Of the whole engagement by its owners, of a party by whoever manages its people.
create policy added on api.webhook for insert to ${app} with check (
    created_by = access.person()
    and case when private_to is null then access.may(engagement_id, 'owner')
        else access.may(engagement_id, 'manager') and private_to in (select access.parties()) end
);
create policy changed on api.webhook for update to ${app}
    using (
        access.task() = 'webhooks'
        or case when private_to is null then access.may(engagement_id, 'owner')
            else access.may(engagement_id, 'manager') and private_to in (select access.parties()) end
    )
    with check (
        access.task() = 'webhooks'
        or case when private_to is null then access.may(engagement_id, 'owner')
            else access.may(engagement_id, 'manager') and private_to in (select access.parties()) end
    );
create policy removed on api.webhook for delete to ${app} using (
    case when private_to is null then access.may(engagement_id, 'owner')
        else access.may(engagement_id, 'manager') and private_to in (select access.parties()) end
);

-- What payloads are signed with. Whoever adds a webhook puts it here, and only the task that signs takes it out again.
create table api.webhook_secret (
    webhook_id uuid primary key references api.webhook on delete cascade,
    secret bytea not null
);
alter table api.webhook_secret enable row level security;
alter table api.webhook_secret force row level security;
create policy added on api.webhook_secret for insert to ${app}
    with check (webhook_id in (select id from api.webhook where created_by = access.person()));
create policy signs on api.webhook_secret for select to ${app} using (access.task() = 'webhooks');

-- Something that happened, written in the transaction in which it did, until it is known who is told.
create table api.event (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    topic text not null,
    type text not null check (type ~ '^[a-z.-]+$'),
    payload text not null check (length(payload) <= 300000),
    created timestamptz not null,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index event_by_age on api.event (created);
alter table api.event enable row level security;
alter table api.event force row level security;
create policy added on api.event for insert to ${app} with check (
    engagement_id in (select access.engagements())
    and (private_to is null or private_to in (select access.parties()))
);
create policy taken on api.event to ${app} using (access.task() = 'webhooks') with check (access.task() = 'webhooks');

-- Whether anybody is told of anything: whoever does something need not see whose webhooks there are.
create function api.listened(engagement uuid) returns boolean
    language sql stable security definer set search_path = ''
    begin atomic
        select exists (select from api.webhook where engagement_id = engagement and paused is null);
    end;

-- What a webhook is told, and how that went.
create table api.delivery (
    id uuid primary key,
    webhook_id uuid not null references api.webhook on delete cascade,
    -- The receiver knows by it what it has had already.
    event_id uuid not null,
    type text not null,
    payload text not null,
    created timestamptz not null,
    state text not null default 'waiting' check (state in ('waiting', 'arrived', 'failed')),
    -- When it is tried next, while it waits.
    due timestamptz not null,
    -- How often it was tried since it was last to be sent.
    tries integer not null default 0
);
create index delivery_due on api.delivery (due) where state = 'waiting';
create index delivery_by_webhook on api.delivery (webhook_id, id desc);
create index delivery_by_age on api.delivery (created);

create table api.try (
    delivery_id uuid not null references api.delivery on delete cascade,
    number integer not null,
    time timestamptz not null,
    milliseconds integer not null,
    -- What the receiver answered with, or null where it did not.
    status integer,
    -- The beginning of its answer, or why there was none.
    said text not null check (length(said) <= 1000),
    primary key (delivery_id, number)
);

alter table api.delivery enable row level security;
alter table api.delivery force row level security;
-- Whoever sees a webhook sees what it is told, and whoever may change it has it told again.
create policy seen on api.delivery for select to ${app}
    using (access.task() = 'webhooks' or webhook_id in (select id from api.webhook));
create policy added on api.delivery for insert to ${app}
    with check (access.task() = 'webhooks' or webhook_id in (select id from api.webhook));
create policy changed on api.delivery for update to ${app}
    using (access.task() = 'webhooks' or webhook_id in (select id from api.webhook))
    with check (access.task() = 'webhooks' or webhook_id in (select id from api.webhook));
create policy aged on api.delivery for delete to ${app} using (access.task() = 'webhooks');

alter table api.try enable row level security;
alter table api.try force row level security;
create policy seen on api.try for select to ${app}
    using (access.task() = 'webhooks' or delivery_id in (select id from api.delivery));
create policy added on api.try for insert to ${app} with check (access.task() = 'webhooks');
create policy aged on api.try for delete to ${app} using (access.task() = 'webhooks');
