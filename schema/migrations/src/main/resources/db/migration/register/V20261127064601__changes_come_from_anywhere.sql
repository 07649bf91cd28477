-- Where a change comes from is a code of the application, as programs change rows too.
alter table register.change drop constraint change_origin_check;
alter table register.change add constraint change_origin_check check (origin ~ '^[a-z-]+$');
