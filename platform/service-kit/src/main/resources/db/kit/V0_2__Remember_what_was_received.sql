create table progress (
  organization text primary key,
  revision bigint not null
);

create table seen_event (
  id uuid primary key,
  at timestamptz not null default now()
);
