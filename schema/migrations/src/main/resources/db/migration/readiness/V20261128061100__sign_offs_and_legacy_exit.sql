create schema readiness;
grant usage on schema readiness to ${app};
alter default privileges in schema readiness grant select, insert, update, delete on tables to ${app};

-- What somebody signs off before people work with the new platform. Without a site it is for all of them.
create table readiness.sign_off (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    kind text not null check (kind in ('security', 'payment-card', 'recording-consent', 'recording-retention',
        'emergency-calling', 'change-window', 'firewall', 'desktop')),
    site text check (length(site) between 1 and 200),
    owner text check (length(owner) between 1 and 200),
    due date,
    signed_off date,
    signed_by text check (length(signed_by) between 1 and 200),
    evidence text check (length(evidence) between 1 and 2000),
    remark text check (length(remark) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(site, '') || ' ' || coalesce(owner, '') || ' '
            || coalesce(evidence, '') || ' ' || coalesce(remark, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (signed_off is null or signed_by is not null and evidence is not null),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index sign_off_by_ref on readiness.sign_off (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index sign_off_in_order on readiness.sign_off (engagement_id, id) where deletion is null;
create index sign_off_deleted on readiness.sign_off (engagement_id, deletion) where deletion is not null;
call access.protect('readiness.sign_off');

-- What ends with the platform that is left, or has to be kept of it.
create table readiness.legacy_exit (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    ref text not null check (length(ref) between 1 and 40),
    text text not null check (length(text) between 1 and 2000),
    kind text not null check (kind in ('contract-notice', 'carrier-disconnect', 'history', 'recordings',
        'hardware-return', 'licence-end', 'other')),
    with_whom text check (length(with_whom) between 1 and 200),
    owner text check (length(owner) between 1 and 200),
    notice_by date,
    notice_given date,
    ends_on date,
    keep_until date,
    kept_at text check (length(kept_at) between 1 and 500),
    done date,
    evidence text check (length(evidence) between 1 and 2000),
    remark text check (length(remark) between 1 and 2000),
    private_to uuid,
    searched text generated always as (
        lower(ref || ' ' || text || ' ' || coalesce(with_whom, '') || ' ' || coalesce(owner, '') || ' '
            || coalesce(kept_at, '') || ' ' || coalesce(evidence, '') || ' ' || coalesce(remark, ''))
    ) stored,
    deletion uuid,
    version integer not null default 0,
    check (notice_by < ends_on),
    check (keep_until > ends_on),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create unique index legacy_exit_by_ref on readiness.legacy_exit (engagement_id, ref, private_to) nulls not distinct
    where deletion is null;
create index legacy_exit_in_order on readiness.legacy_exit (engagement_id, id) where deletion is null;
create index legacy_exit_deleted on readiness.legacy_exit (engagement_id, deletion) where deletion is not null;
call access.protect('readiness.legacy_exit');
