-- Units of the office (a department, a room) and which account works where since when. Ordinary rows beside the register:
-- who recorded what stays the account's.

create table units (
  id uuid not null,
  name text not null,
  parent_id uuid,
  created_at timestamptz(3) not null default now(),
  created_by text not null,
  ended_at timestamptz(3),
  ended_by text,
  constraint units_pk primary key (id),
  -- Deferred, so that a backup can be loaded in any order.
  constraint units_parent foreign key (parent_id) references units (id) deferrable initially deferred,
  constraint units_not_own_parent check (parent_id is null or parent_id <> id),
  constraint units_named check (length(name) between 1 and 200),
  constraint units_ended check ((ended_at is null) = (ended_by is null))
);
comment on table units is 'Units of the office, each with the unit that it is part of. An ended unit keeps its name for what it once handled.';
create unique index units_name_once on units (lower(name), coalesce(parent_id, '00000000-0000-0000-0000-000000000000'))
  where ended_at is null;
grant select, insert, update on units to khu_server;

create table unit_members (
  id uuid not null,
  unit_id uuid not null,
  account_id uuid not null,
  since date not null,
  ends uuid,
  by text not null,
  at timestamptz(3) not null default now(),
  constraint unit_members_pk primary key (id),
  constraint unit_members_unit foreign key (unit_id) references units (id),
  constraint unit_members_account foreign key (account_id) references accounts (id),
  constraint unit_members_ends foreign key (ends) references unit_members (id) deferrable initially deferred,
  constraint unit_members_ended_once unique (ends)
);
comment on table unit_members is 'Append-only. An account works in a unit from a day on; a row with ends takes the named one back from its day on, exclusive.';
create index unit_members_account_id on unit_members (account_id);
create index unit_members_unit_id on unit_members (unit_id);

create trigger unit_members_append_only before update or delete on unit_members
  for each row execute function refuse_alteration();
create trigger unit_members_no_truncate before truncate on unit_members
  for each statement execute function refuse_alteration();
grant select, insert on unit_members to khu_server;
