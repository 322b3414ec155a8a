-- Timelines of tasks: what a paper asks of a unit or an officer.

create table task_now (
  id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  unit_id uuid,
  officer text,
  state text,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  begins_by boolean not null generated always as (coalesce(sources -> 'name' ->> 'sinceKind', '') = 'by') stored,
  constraint task_now_pk primary key (id, valid_from),
  constraint task_now_once exclude using gist (id with =, valid with &&)
);
comment on table task_now is 'Derived. What is known now of each task, by stretches of days on which nothing changes. unit_id and officer: who answers for it.';
create index task_now_open on task_now (valid_to, valid_from) where state = 'open';

create table task_past (
  id uuid not null,
  valid_from date not null,
  valid_to date not null,
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  known_to bigint not null,
  known int8range not null generated always as (int8range(known_from, known_to)) stored,
  unit_id uuid,
  officer text,
  state text,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  begins_by boolean not null generated always as (coalesce(sources -> 'name' ->> 'sinceKind', '') = 'by') stored
);
comment on table task_past is 'Derived. What was known before of tasks, with the commits between which the register said so.';
create index task_past_id on task_past (id, valid_from);

grant select, insert, update, delete on task_now, task_past to khu_server;
alter table task_now set (autovacuum_vacuum_scale_factor = 0.02);
alter table task_past set (autovacuum_vacuum_scale_factor = 0.02);
