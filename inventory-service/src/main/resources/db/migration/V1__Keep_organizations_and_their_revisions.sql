create table organization (
  name text primary key,
  revision bigint not null, -- the last one; it never starts again
  edition integer not null, -- which writing of it is the current one
  deleted boolean not null
);

create table revision (
  organization text not null references organization,
  number bigint not null,
  accepted_at timestamptz not null,
  digest text, -- null where the organization was deleted
  changes integer not null,
  source text not null,
  who text,
  commit_hash text,
  message text,
  primary key (organization, number)
);

-- A revision's first edition is its own for ever. A later one says the same in other words; only the newest is kept.
create table sent_file (
  organization text not null,
  revision bigint not null,
  edition integer not null,
  place integer not null,
  name text not null,
  text text not null,
  primary key (organization, revision, edition, place),
  foreign key (organization, revision) references revision
);
