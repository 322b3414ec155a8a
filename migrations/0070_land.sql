-- Plots of land with their boundaries, and the boundaries of zones. A boundary is an attribute like any other; its extent
-- stands beside it as a box in degrees of WGS84, so that what lies in a view is found without reading any boundary.

alter table zone_now add column extent box;
alter table zone_past add column extent box;
create index zone_now_extent on zone_now using gist (extent) where extent is not null;
create index zone_past_extent on zone_past using gist (extent) where extent is not null;

create table plot_now (
  id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  zone_id uuid,
  number text,
  land_use text,
  site text,
  area bigint,
  measured bigint,
  ended boolean not null,
  extent box,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  constraint plot_now_pk primary key (id, valid_from),
  constraint plot_now_once exclude using gist (id with =, valid with &&)
);
comment on table plot_now is 'Derived. What is known now of each plot, by stretches of days on which nothing changes. area: m² as printed; measured: m² of the boundary in the plane of VN-2000; extent: degrees of WGS84.';
create index plot_now_zone on plot_now (zone_id, valid_to, valid_from);
create index plot_now_extent on plot_now using gist (extent) where extent is not null;

create table plot_past (
  id uuid not null,
  valid_from date not null,
  valid_to date not null,
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  known_to bigint not null,
  known int8range not null generated always as (int8range(known_from, known_to)) stored,
  zone_id uuid,
  number text,
  land_use text,
  site text,
  area bigint,
  measured bigint,
  ended boolean not null,
  extent box,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text
);
comment on table plot_past is 'Derived. What was known before, with the commits between which the register said so.';
create index plot_past_id on plot_past (id, valid_from);
create index plot_past_zone on plot_past (zone_id, known_to);
create index plot_past_extent on plot_past using gist (extent) where extent is not null;

grant select, insert, update, delete on plot_now, plot_past to khu_server;
alter table plot_now set (autovacuum_vacuum_scale_factor = 0.02);
alter table plot_past set (autovacuum_vacuum_scale_factor = 0.02);
