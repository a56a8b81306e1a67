-- One row for each episode. What is wrong stands in trouble, as it was last seen.
create table incident (
  id bigint generated always as identity primary key,
  incident_key text not null,
  episode int not null,
  kind text not null,
  organization text not null,
  state text not null,
  steps int not null,
  trouble text not null,
  opened_at timestamptz not null,
  opened_revision bigint not null,
  opened_commit text,
  previous int,
  seen_at timestamptz not null,
  seen_revision bigint not null,
  seen_commit text,
  why text,
  unique (incident_key, episode)
);

create index incidents_of_an_organization on incident (organization, id desc);
