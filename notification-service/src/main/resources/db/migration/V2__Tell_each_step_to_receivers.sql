-- What is told about an incident. Ids are in the order of commits: whoever inserts holds a lock until its end.
create table step (
  id bigint generated always as identity primary key,
  incident_key text not null,
  episode int not null,
  number int not null,
  organization text not null,
  type text not null,
  at timestamptz not null,
  cause uuid not null,
  body text not null,
  unique (incident_key, episode, number)
);

-- The receivers of the operator's file, and how they are. Another address makes a receiver as good as new.
create table receiver (
  name text primary key,
  address text not null,
  failing_since timestamptz,
  not_before timestamptz,
  disabled_at timestamptz,
  disabled_because text
);

create table delivery (
  id bigint generated always as identity primary key,
  step bigint not null references step,
  receiver text not null,
  incident_key text not null,
  message_id text not null unique,
  state text not null default 'waiting',
  attempts int not null default 0,
  due timestamptz not null default now(),
  claimed_until timestamptz
);

create index deliveries_that_wait on delivery (receiver, incident_key, id) where state = 'waiting';

create table attempt (
  delivery bigint not null references delivery,
  number int not null,
  at timestamptz not null,
  address text,
  status int,
  latency_millis bigint not null,
  outcome text not null,
  primary key (delivery, number)
);

create function step_rings_the_bell() returns trigger language plpgsql as $$
begin
  notify step;
  return null;
end
$$;

create trigger step_rings_the_bell after insert on step
for each statement execute function step_rings_the_bell();
