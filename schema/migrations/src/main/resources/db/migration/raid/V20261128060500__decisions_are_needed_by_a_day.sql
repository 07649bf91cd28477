-- The day by which a decision is needed.
alter table raid.decision add due date;
