create schema files;
grant usage on schema files to ${app};
alter default privileges in schema files grant select, insert, update, delete on tables to ${app};

-- A file that somebody put into an engagement. Its content lies in a folder, under its SHA-256.
create table files.stored_file (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    name text not null check (length(name) between 1 and 200 and name !~ '[/\\[:cntrl:]]'),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null check (bytes >= 0),
    stored_by uuid not null references identity.person,
    stored timestamptz not null,
    unique (id, engagement_id),
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index stored_file_by_engagement on files.stored_file (engagement_id);

call access.protect('files.stored_file');
