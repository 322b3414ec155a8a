-- Timelines of parks, clusters and their phases.
create table zone_now (
  id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  kind text,
  phase_of uuid,
  place_id uuid,
  places uuid[],
  legal text,
  area bigint,
  developer_id uuid,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  constraint zone_now_pk primary key (id, valid_from),
  constraint zone_now_once exclude using gist (id with =, valid with &&)
);
comment on table zone_now is 'Derived. What is known now of each zone, by stretches of days on which nothing changes. area in m².';
create index zone_now_sum on zone_now using gist (valid) include (place_id, area, known_from);
create index zone_now_list on zone_now (place_id, kind, valid_from, valid_to);
create index zone_now_phase_of on zone_now (phase_of) where phase_of is not null;

create table zone_past (
  id uuid not null,
  valid_from date not null,
  valid_to date not null,
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  known_to bigint not null,
  known int8range not null generated always as (int8range(known_from, known_to)) stored,
  kind text,
  phase_of uuid,
  place_id uuid,
  places uuid[],
  legal text,
  area bigint,
  developer_id uuid,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text
);
comment on table zone_past is 'Derived. What was known before, with the commits between which the register said so.';
create index zone_past_sum on zone_past using gist (valid, known) include (place_id, area);
create index zone_past_id on zone_past (id, valid_from);

grant select, insert, update, delete on zone_now, zone_past to khu_server;
alter table zone_now set (autovacuum_vacuum_scale_factor = 0.02);
alter table zone_past set (autovacuum_vacuum_scale_factor = 0.02);
