-- Numbers of the activities of the plan that wait for what is ordered.
alter table provisioning.hardware add activities text[] not null default '{}' check (cardinality(activities) <= 100);
alter table provisioning.service add activities text[] not null default '{}' check (cardinality(activities) <= 100);
alter table provisioning.port add activities text[] not null default '{}' check (cardinality(activities) <= 100);
alter table provisioning.licence add activities text[] not null default '{}' check (cardinality(activities) <= 100);
