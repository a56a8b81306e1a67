create table outbox (
  id bigint generated always as identity primary key,
  channel text not null,
  key text not null,
  type text not null,
  event_id uuid not null unique,
  at timestamptz not null,
  payload text not null,
  trace_parent text,
  trace_state text
);

create function outbox_tells_the_relay() returns trigger language plpgsql as $$
begin
  notify outbox;
  return null;
end
$$;

create trigger outbox_tells_the_relay after insert on outbox
for each statement execute function outbox_tells_the_relay();
