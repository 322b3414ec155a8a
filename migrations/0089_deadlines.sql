-- What is due in open cases, kept so that an inbox is one reading, and each deadline that a change of the calendar moved.

create table case_deadlines (
  case_id uuid not null,
  name text not null,
  step text,
  body text,
  unit_id uuid,
  officer text,
  zone_id uuid,
  due_on date,
  not_before date,
  standing boolean not null,
  clock text not null,
  constraint case_deadlines_pk primary key (case_id, name)
) with (fillfactor = 70);
comment on table case_deadlines is 'Derived. Each limit that runs in an open case, with what the clock counts it from; the case tells everything again.';

create table deadline_moves (
  case_id uuid not null,
  name text not null,
  commit_no bigint not null,
  moved_from date not null,
  moved_to date,
  why text not null,
  at timestamptz(3) not null default now(),
  constraint deadline_moves_pk primary key (case_id, name, commit_no),
  constraint deadline_moves_moved check (moved_from is distinct from moved_to)
);
comment on table deadline_moves is 'Append-only. A deadline that a commit moved from one day to another; why: what was adopted with it, such as calendar.2026.';
create trigger deadline_moves_append_only before update or delete on deadline_moves
  for each row execute function refuse_alteration();
create trigger deadline_moves_no_truncate before truncate on deadline_moves
  for each statement execute function refuse_alteration();

create table deadline_cursor (
  one boolean not null default true,
  commit_no bigint not null,
  day date not null,
  rules text not null,
  constraint deadline_cursor_pk primary key (one),
  constraint deadline_cursor_one check (one)
);
comment on table deadline_cursor is 'Derived. Up to which commit, on which day and by which rules the kept deadlines are counted.';

grant select, insert, update, delete on case_deadlines, deadline_cursor to khu_server;
grant select, insert on deadline_moves to khu_server;
alter table case_deadlines set (autovacuum_vacuum_scale_factor = 0.02);
