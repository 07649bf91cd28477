-- Answers to the questions of a template, on their way to a document. Where private_to names a party, nobody else sees
-- them.
create table sow.template_draft (
    id uuid primary key,
    engagement_id uuid not null references engagement.engagement on delete cascade,
    private_to uuid,
    template text not null check (template ~ '^[a-z][a-z0-9-]{0,59}$'),
    -- By question, each a list of strings; a question that is not there was not answered.
    answers jsonb not null check (jsonb_typeof(answers) = 'object'),
    -- When a document was last made of them.
    made timestamptz,
    created_by uuid not null references identity.person,
    created timestamptz not null,
    changed_by uuid not null references identity.person,
    changed timestamptz not null,
    version integer not null default 0,
    foreign key (private_to, engagement_id) references engagement.party (id, engagement_id)
);
create index template_draft_by_engagement on sow.template_draft (engagement_id);
call access.protect('sow.template_draft');
