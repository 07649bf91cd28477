-- Sessions are shown to whoever they are of, by an id that is no secret, and with the name of the browser.
alter table identity.session add column id uuid not null default gen_random_uuid();
alter table identity.session add column browser text not null default '' check (length(browser) <= 100);
create unique index session_by_id on identity.session (id);
