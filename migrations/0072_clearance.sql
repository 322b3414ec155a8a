-- Timelines of rounds of site clearance.

create table clearance_now (
  id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  zone_id uuid,
  to_recover bigint,
  handed_over bigint,
  households bigint,
  households_paid bigint,
  disputed boolean not null,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  begins_by boolean not null generated always as (coalesce(sources -> 'zone' ->> 'sinceKind', '') = 'by') stored,
  constraint clearance_now_pk primary key (id, valid_from),
  constraint clearance_now_once exclude using gist (id with =, valid with &&)
);
comment on table clearance_now is 'Derived. What is known now of each round of site clearance, by stretches of days on which nothing changes. Areas in m²; zone_id: the zone or phase.';
create index clearance_now_zone on clearance_now (zone_id, valid_to, valid_from) where zone_id is not null;

create table clearance_past (
  id uuid not null,
  valid_from date not null,
  valid_to date not null,
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  known_to bigint not null,
  known int8range not null generated always as (int8range(known_from, known_to)) stored,
  zone_id uuid,
  to_recover bigint,
  handed_over bigint,
  households bigint,
  households_paid bigint,
  disputed boolean not null,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  begins_by boolean not null generated always as (coalesce(sources -> 'zone' ->> 'sinceKind', '') = 'by') stored
);
comment on table clearance_past is 'Derived. What was known before of rounds of site clearance, with the commits between which the register said so.';
create index clearance_past_id on clearance_past (id, valid_from);
create index clearance_past_zone on clearance_past (zone_id, valid_to, valid_from) where zone_id is not null;

grant select, insert, update, delete on clearance_now, clearance_past to khu_server;
alter table clearance_now set (autovacuum_vacuum_scale_factor = 0.02);
alter table clearance_past set (autovacuum_vacuum_scale_factor = 0.02);
