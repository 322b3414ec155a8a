-- Timelines of the leases of plots: offers, agreements, leases, sub-leases. One record is of one plot.

create function lease_holds(kind text, ended text, valid_from date, valid_to date, until date)
  returns daterange language sql immutable parallel safe as $$
  select case
    when kind in ('agreement', 'lease', 'sublease') and ended is null and (until is null or until >= valid_from)
    then daterange(valid_from, least(valid_to, coalesce(until + 1, 'infinity')))
  end
$$;
comment on function lease_holds is 'The days of a period on which nobody else may have the plot; null: it holds none. An offer holds nothing; a term holds to its last day.';

create table lease_now (
  id uuid not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  plot_id uuid,
  tenant_id uuid,
  project_id uuid,
  kind text,
  ended text,
  area bigint,
  until date,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  held daterange generated always as (lease_holds(kind, ended, valid_from, valid_to, until)) stored,
  constraint lease_now_pk primary key (id, valid_from),
  constraint lease_now_once exclude using gist (id with =, valid with &&),
  -- Looked at when the transaction ends: an ending and the lease that follows it are written in any order.
  constraint lease_now_plot_held_once exclude using gist (plot_id with =, held with &&)
    where (held is not null) deferrable initially deferred
);
comment on table lease_now is 'Derived. What is known now of each lease, by stretches of days on which nothing changes. area in m²; until: the last day of the term. No plot is held twice on any day.';
create index lease_now_plot on lease_now (plot_id, valid_from) where plot_id is not null;
create index lease_now_tenant on lease_now (tenant_id, valid_from) where tenant_id is not null;
create index lease_now_project on lease_now (project_id, valid_from) where project_id is not null;

create table lease_past (
  id uuid not null,
  valid_from date not null,
  valid_to date not null,
  valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
  known_from bigint not null,
  known_to bigint not null,
  known int8range not null generated always as (int8range(known_from, known_to)) stored,
  plot_id uuid,
  tenant_id uuid,
  project_id uuid,
  kind text,
  ended text,
  area bigint,
  until date,
  attributes jsonb not null,
  sources jsonb not null,
  evidence text,
  held daterange generated always as (lease_holds(kind, ended, valid_from, valid_to, until)) stored
);
comment on table lease_past is 'Derived. What was known of leases before, with the commits between which the register said so.';
create index lease_past_id on lease_past (id, valid_from);
create index lease_past_plot on lease_past (plot_id, valid_from) where plot_id is not null;
create index lease_past_tenant on lease_past (tenant_id, valid_from) where tenant_id is not null;
create index lease_past_project on lease_past (project_id, valid_from) where project_id is not null;

grant select, insert, update, delete on lease_now, lease_past to khu_server;
alter table lease_now set (autovacuum_vacuum_scale_factor = 0.02);
alter table lease_past set (autovacuum_vacuum_scale_factor = 0.02);
