-- The domains of a party's e-mail addresses, in lower case.
alter table engagement.party add column domains text[] not null default '{}';
