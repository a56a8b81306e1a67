-- An episode of a violation: from the revision that opened it to the one that resolved it.
create table violation (
  id bigint generated always as identity primary key,
  organization text not null,
  fingerprint text not null,
  guideline text not null,
  severity text not null,
  document text not null, -- the violation as `casguard check -o json` tells it, at the last revision that had it
  opened_at_revision bigint not null,
  opened_at timestamptz not null,
  resolved_at_revision bigint,
  resolved_at timestamptz,
  resolved_why text
);

create unique index one_open_episode_of_a_violation
  on violation (organization, fingerprint) where resolved_at_revision is null;

create index violations_of_an_organization on violation (organization, id);

-- What the guidelines said of the newest revision that was looked at.
create table checked_revision (
  organization text primary key,
  revision bigint not null,
  digest text, -- null where the organization was deleted
  checked_at timestamptz not null,
  answer text, -- the line that `casguard check -o json` prints; null where the revision could not be checked
  failure text -- why it could not be checked; its violations stay as they were
);
