-- The register: what is appended (papers, changes, entries, claims, adoptions, in commits) and what is derived from it.
create extension if not exists btree_gist with schema public;

create table commits (
  no bigint not null,
  at timestamptz(3) not null,
  parts integer not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  canonical bytea not null,
  constraint commits_pk primary key (no),
  constraint commits_at_once unique (at),
  constraint commits_no_positive check (no > 0)
);
comment on table commits is 'Append-only. Everything recorded in one transaction; a chain: each hash covers the one before.';

create table requests (
  key text not null,
  kind text not null,
  content bytea not null,
  commit_no bigint not null,
  answer jsonb not null,
  constraint requests_pk primary key (key)
);
comment on table requests is 'Append-only. The answer once given to a request key, given again to its repetition.';
create index requests_kind on requests (kind, commit_no);

create table documents (
  id uuid not null,
  commit_no bigint not null,
  ordinal integer not null,
  key text,
  kind text not null,
  number text,
  signed_on text,
  effective_on text,
  issuer text,
  title text not null,
  standing text not null,
  evidence text not null,
  access text not null,
  url text,
  note text,
  file_sha256 bytea,
  file_name text,
  file_type text,
  file_size bigint,
  author text not null,
  request_key text not null,
  canonical bytea not null,
  sha256 bytea not null,
  constraint documents_pk primary key (id),
  constraint documents_key_once unique (key),
  constraint documents_place unique (commit_no, ordinal),
  constraint documents_standing check (standing in ('decides', 'says')),
  constraint documents_access check (access in ('public', 'internal', 'personal'))
);
comment on table documents is 'Append-only. Papers: what they are, how they are known, whether they decide or say.';
create index documents_file on documents (file_sha256) where file_sha256 is not null;

create table changes (
  id uuid not null,
  commit_no bigint not null,
  ordinal integer not null,
  subject_id uuid not null,
  subject_kind text not null,
  subject_key text,
  kind text not null,
  attributes jsonb,
  from_kind text,
  from_text text,
  to_text text,
  standing text,
  withdraws uuid,
  document_id uuid not null,
  note text,
  author text not null,
  request_key text not null,
  vocabulary integer not null,
  canonical bytea not null,
  sha256 bytea not null,
  constraint changes_pk primary key (id),
  constraint changes_place unique (commit_no, ordinal),
  constraint changes_document foreign key (document_id) references documents (id),
  constraint changes_kind check (kind in ('set', 'clear', 'withdraw')),
  constraint changes_shape check (
    case when kind = 'withdraw'
      then withdraws is not null and attributes is null and from_text is null
      else withdraws is null and attributes is not null and from_text is not null and standing is not null
    end)
);
comment on table changes is 'Append-only. What a paper sets, clears or withdraws about a subject, and from when.';
create index changes_subject on changes (subject_id, commit_no, ordinal);
create index changes_document_id on changes (document_id);
create index changes_request on changes (request_key);

create table entries (
  id uuid not null,
  commit_no bigint not null,
  ordinal integer not null,
  kind text not null,
  subjects uuid[] not null,
  place_id uuid,
  amount bigint not null,
  unit text not null,
  precision text not null,
  precision_word text,
  dated_kind text not null,
  dated_text text not null,
  dated date not null,
  period_from text,
  period_to text,
  source text,
  document_id uuid not null,
  reverses uuid,
  note text,
  author text not null,
  request_key text not null,
  canonical bytea not null,
  sha256 bytea not null,
  constraint entries_pk primary key (id),
  constraint entries_place unique (commit_no, ordinal),
  constraint entries_document foreign key (document_id) references documents (id)
);
comment on table entries is 'Append-only. Dated amounts; one is undone by another that reverses it. `dated` is the first day of dated_text.';
create index entries_dated on entries (kind, dated) include (amount, commit_no);
create index entries_subjects on entries using gin (subjects);
create index entries_document_id on entries (document_id);
create index entries_undivided on entries (kind, dated) where cardinality(subjects) > 1;
create unique index entries_reversed_once on entries (reverses) where reverses is not null;

create table claims (
  id uuid not null,
  commit_no bigint not null,
  ordinal integer not null,
  key text,
  document_id uuid not null,
  about jsonb not null,
  about_kind text not null,
  figure text,
  subject_id uuid,
  place_id uuid,
  period_from text not null,
  period_to text not null,
  value numeric,
  unit text,
  precision text not null,
  precision_word text,
  printed text,
  locator text,
  note text,
  author text not null,
  request_key text not null,
  canonical bytea not null,
  sha256 bytea not null,
  constraint claims_pk primary key (id),
  constraint claims_place unique (commit_no, ordinal),
  constraint claims_document foreign key (document_id) references documents (id)
);
comment on table claims is 'Append-only. What a paper says of a figure, of an attribute, or that a subject exists.';
create index claims_document_id on claims (document_id);
create index claims_figure on claims (figure, place_id) where figure is not null;
create index claims_subject on claims (subject_id) where subject_id is not null;

create table adoptions (
  id uuid not null,
  commit_no bigint not null,
  ordinal integer not null,
  what text not null,
  version integer not null,
  author text not null,
  request_key text not null,
  canonical bytea not null,
  sha256 bytea not null,
  constraint adoptions_pk primary key (id),
  constraint adoptions_place unique (commit_no, ordinal)
);
comment on table adoptions is 'Append-only. What the register took into use from a commit on, such as a version of the fold.';

create table subjects (
  id uuid not null,
  kind text not null,
  key text,
  last_commit bigint not null,
  constraint subjects_pk primary key (id),
  constraint subjects_key_once unique (kind, key)
);
comment on table subjects is 'Derived. Each subject with its stable key and the last commit that touched it.';

create table subject_now (
  id uuid not null,
  kind text not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  constraint subject_now_pk primary key (id, valid_from),
  constraint subject_now_once exclude using gist (id with =, valid with &&)
);
comment on table subject_now is 'Derived. Timelines, as known now, of the kinds that have no table of their own.';
create index subject_now_kind on subject_now (kind, valid_from, valid_to);

create table subject_past (
  id uuid not null,
  kind text not null,
  valid_from date not null,
  valid_to date not null,
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  known_to bigint not null,
  known int8range not null generated always as (int8range(known_from, known_to)) stored,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text
);
comment on table subject_past is 'Derived. What those timelines said before, with the commits between which the register said so.';
create index subject_past_kind on subject_past using gist (valid, known) include (kind);
create index subject_past_id on subject_past (id, valid_from);

create table total_days (
  figure text not null,
  owner uuid not null,
  day date not null,
  precision text not null,
  amount bigint not null,
  records bigint not null,
  constraint total_days_pk primary key (figure, owner, day, precision)
);
comment on table total_days is 'Derived. By how much a sum moves on a day, per place or zone that owns it, as known now.';
create table total_months (
  figure text not null,
  owner uuid not null,
  month date not null,
  precision text not null,
  amount bigint not null,
  records bigint not null,
  constraint total_months_pk primary key (figure, owner, month, precision)
);
comment on table total_months is 'Derived. The same by month, so that a sum on any day reads months and the days of one month.';

create table personal_keys (
  id uuid not null,
  key bytea not null,
  constraint personal_keys_pk primary key (id)
);
comment on table personal_keys is 'Erasable. One key per person or dossier; without it what is encrypted under it is gone.';
create table personal_data (
  id uuid not null,
  key_id uuid not null,
  nonce bytea not null,
  sealed bytea not null,
  constraint personal_data_pk primary key (id),
  constraint personal_data_key foreign key (key_id) references personal_keys (id) on delete cascade
);
comment on table personal_data is 'Erasable. Personal data, sealed under the key of its person; changes hold only the id and a salted hash.';

create function refuse_alteration() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on % is not allowed', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

do $$
declare t text;
begin
  foreach t in array array['commits', 'requests', 'documents', 'changes', 'entries', 'claims', 'adoptions'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_alteration()', t || '_append_only', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_alteration()', t || '_no_truncate', t);
    execute format('grant select, insert on %I to khu_server', t);
  end loop;
  foreach t in array array['subjects', 'subject_now', 'subject_past', 'total_days', 'total_months', 'personal_keys', 'personal_data'] loop
    execute format('grant select, insert, update, delete on %I to khu_server', t);
  end loop;
end $$;

alter table subjects set (autovacuum_vacuum_scale_factor = 0.02);
alter table subject_now set (autovacuum_vacuum_scale_factor = 0.02);
alter table subject_past set (autovacuum_vacuum_scale_factor = 0.02);
