-- A violation that is not resolved is open, or waived until the end of a day.
alter table violation add column waived_until date;

-- The revision that the violations are of, which is not the newest where that could not be checked; and the first day on
-- which a waiver of it comes into force or lapses, so that they are decided again.
alter table checked_revision
  add column decided_revision bigint,
  add column decide_again_on date;

update checked_revision set decided_revision = revision where failure is null;

create index revisions_to_decide_again on checked_revision (decide_again_on) where decide_again_on is not null;
