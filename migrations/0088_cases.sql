-- Cases: dossiers under way in statutory procedures. What is not yet decided (who applies, scores, drafts, opinions) stands
-- sealed in personal_data under a key for each item; the changes of a case hold only its id and a salted hash.

create table case_now (
  id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  procedure text,
  zone_id uuid,
  project_id uuid,
  plot_id uuid,
  place_id uuid,
  places uuid[],
  unit_id uuid,
  officer text,
  step text,
  state text,
  disputed boolean not null,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  constraint case_now_pk primary key (id, valid_from),
  constraint case_now_once exclude using gist (id with =, valid with &&)
);
comment on table case_now is 'Derived. What is known now of each case, by stretches of days on which nothing changes.';
create index case_now_zone on case_now (zone_id, valid_from) where zone_id is not null;
create index case_now_unit on case_now (unit_id, valid_from) where state in ('open', 'waiting');
create index case_now_days on case_now (valid_to, valid_from);

create table case_past (
  id uuid not null,
  valid_from date not null,
  valid_to date not null,
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  known_to bigint not null,
  known int8range not null generated always as (int8range(known_from, known_to)) stored,
  procedure text,
  zone_id uuid,
  project_id uuid,
  plot_id uuid,
  place_id uuid,
  places uuid[],
  unit_id uuid,
  officer text,
  step text,
  state text,
  disputed boolean not null,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text
);
comment on table case_past is 'Derived. What was known before of cases, with the commits between which the register said so.';
create index case_past_id on case_past (id, valid_from);

create table case_secrets (
  case_id uuid not null,
  secret_hash bytea not null,
  at timestamptz(3) not null default now(),
  constraint case_secrets_pk primary key (case_id)
);
comment on table case_secrets is 'By which words whoever filed a dossier looks up where it stands. Only a hash is kept; the words stand on the receipt.';

create table case_looks (
  id uuid not null,
  at timestamptz(3) not null default now(),
  asker text not null,
  case_id uuid not null,
  as_whom text not null,
  items integer not null,
  constraint case_looks_pk primary key (id),
  constraint case_looks_as_whom check (as_whom in ('unit', 'council', 'system'))
);
comment on table case_looks is 'Append-only. Who opened the sealed part of a case, when, as whom, how many items; never what stood there.';
create index case_looks_case on case_looks (case_id, at);
create trigger case_looks_append_only before update or delete on case_looks
  for each row execute function refuse_alteration();
create trigger case_looks_no_truncate before truncate on case_looks
  for each statement execute function refuse_alteration();

grant select, insert, update, delete on case_now, case_past to khu_server;
grant select, insert, update on case_secrets to khu_server;
grant select, insert on case_looks to khu_server;
alter table case_now set (autovacuum_vacuum_scale_factor = 0.02);
alter table case_past set (autovacuum_vacuum_scale_factor = 0.02);
