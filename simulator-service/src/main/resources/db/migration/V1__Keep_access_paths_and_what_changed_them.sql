-- The access paths of the newest revision that was looked at.
create table computed_revision (
  organization text primary key,
  revision bigint not null,
  digest text, -- null where the organization was deleted
  computed_at timestamptz not null,
  answer text, -- the line that `casguard paths -o json` prints; null where it could not be computed, or the organization ended
  failure text -- why it could not be computed
);

-- What each revision did to people, compared with the one before.
create table access_path_change (
  organization text not null,
  revision bigint not null,
  verdict text not null,
  computed_at timestamptz not null,
  document text not null, -- the change as the event carries it
  primary key (organization, revision)
);
