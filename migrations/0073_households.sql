-- Households whose land a round of clearance recovers: what is personal stands sealed in personal_data under the key of
-- each household, here only which round it belongs to and its number. And the log of who looked at them.

create table clearance_households (
  id uuid not null,
  round_id uuid not null,
  number integer not null,
  request_key uuid not null,
  data_id uuid,
  salted_hash bytea,
  author text not null,
  at timestamptz(3) not null default now(),
  constraint clearance_households_pk primary key (id),
  constraint clearance_households_number unique (round_id, number),
  constraint clearance_households_request unique (request_key),
  constraint clearance_households_erased check ((data_id is null) = (salted_hash is null))
);
comment on table clearance_households is 'Erasable. A household of a round, by an id that is also the id of its key; all that is known of it is sealed. Of an erased one the bare number stays, so that no other takes it.';

create table household_looks (
  id uuid not null,
  at timestamptz(3) not null default now(),
  asker text not null,
  what text not null,
  round_id uuid not null,
  households integer not null,
  constraint household_looks_pk primary key (id),
  constraint household_looks_what check (what in ('seen', 'kept', 'altered', 'erased'))
);
comment on table household_looks is 'Append-only. Who looked at, wrote or erased the data of households, when, in which round, of how many; never the data themselves.';
create index household_looks_round on household_looks (round_id, at);

create trigger household_looks_append_only before update or delete on household_looks
  for each row execute function refuse_alteration();
create trigger household_looks_no_truncate before truncate on household_looks
  for each statement execute function refuse_alteration();

grant select, insert, update, delete on clearance_households to khu_server;
grant select, insert on household_looks to khu_server;
