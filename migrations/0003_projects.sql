-- Timelines of investment projects.

create function evidence_rank(evidence text) returns integer language sql immutable strict parallel safe as $$
  select case length(evidence)
    when 4 then (make_date(evidence::int + 1, 1, 1) - 1 - date '1970-01-01') * 4
    when 7 then ((make_date(left(evidence, 4)::int, right(evidence, 2)::int, 1) + interval '1 month')::date - 1 - date '1970-01-01') * 4 + 1
    else (make_date(left(evidence, 4)::int, substr(evidence, 6, 2)::int, right(evidence, 2)::int) - date '1970-01-01') * 4 + 2
  end
$$;
comment on function evidence_rank is 'A year, month or day as a number that orders by its last day, then the more exact last.';

create table project_now (
  id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  place_id uuid,
  places uuid[],
  zone_id uuid,
  investor_id uuid,
  status text,
  fdi boolean,
  registered_capital bigint,
  approved_from date,
  approved_to date,
  disputed boolean not null,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  evidence_rank integer generated always as (evidence_rank(evidence)) stored,
  begins_by boolean not null generated always as (coalesce(sources -> 'status' ->> 'sinceKind', sources -> 'approvedOn' ->> 'sinceKind', '') = 'by') stored,
  constraint project_now_pk primary key (id, valid_from),
  constraint project_now_once exclude using gist (id with =, valid with &&)
);
comment on table project_now is 'Derived. What is known now of each project, by stretches of days on which nothing changes. Money in đồng; place_id: its only place.';

create index project_now_place on project_now using gist (place_id, valid)
  include (id, status, registered_capital, fdi, disputed, approved_from, approved_to, evidence_rank, known_from);
create index project_now_several on project_now (id, valid_from) where place_id is null;
create index project_now_zone on project_now (zone_id, valid_from, valid_to) where zone_id is not null;
create index project_now_later on project_now (place_id, valid_from) where begins_by;

create table project_past (
  id uuid not null,
  valid_from date not null,
  valid_to date not null,
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  known_to bigint not null,
  known int8range not null generated always as (int8range(known_from, known_to)) stored,
  place_id uuid,
  places uuid[],
  zone_id uuid,
  investor_id uuid,
  status text,
  fdi boolean,
  registered_capital bigint,
  approved_from date,
  approved_to date,
  disputed boolean not null,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  evidence_rank integer generated always as (evidence_rank(evidence)) stored,
  begins_by boolean not null generated always as (coalesce(sources -> 'status' ->> 'sinceKind', sources -> 'approvedOn' ->> 'sinceKind', '') = 'by') stored
);
comment on table project_past is 'Derived. What was known before, with the commits between which the register said so.';
create index project_past_place on project_past using gist (place_id, valid, known)
  include (id, status, registered_capital, fdi, disputed, approved_from, approved_to, evidence_rank);
create index project_past_id on project_past (id, valid_from);
create index project_past_several on project_past (id, valid_from) where place_id is null;
create index project_past_zone on project_past (zone_id, valid_from, valid_to) where zone_id is not null;
create index project_past_later on project_past (place_id, valid_from) where begins_by;

grant select, insert, update, delete on project_now, project_past to khu_server;
alter table project_now set (autovacuum_vacuum_scale_factor = 0.02);
alter table project_past set (autovacuum_vacuum_scale_factor = 0.02);
