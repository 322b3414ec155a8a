-- People whom one speaks to at organisations, and the calls: what is personal stands sealed in personal_data under the
-- key of each person, here only where and who wrote it. And the log of who looked at personal data.

create table organisation_contacts (
  id uuid not null,
  organisation_id uuid not null,
  data_id uuid not null,
  salted_hash bytea not null,
  author text not null,
  at timestamptz(3) not null default now(),
  constraint organisation_contacts_pk primary key (id)
);
comment on table organisation_contacts is 'Erasable. A person at an organisation, by an id that is also the id of their key; the name and how to reach them are sealed. An erased person has no row.';
create index organisation_contacts_organisation on organisation_contacts (organisation_id);

create table organisation_calls (
  id uuid not null,
  organisation_id uuid not null,
  contact_id uuid,
  called_on date not null,
  data_id uuid,
  salted_hash bytea,
  author text not null,
  at timestamptz(3) not null default now(),
  constraint organisation_calls_pk primary key (id),
  constraint organisation_calls_contact foreign key (contact_id) references organisation_contacts (id),
  constraint organisation_calls_erased check (
    (contact_id is null) = (data_id is null) and (data_id is null) = (salted_hash is null))
);
comment on table organisation_calls is 'Erasable. Calls: when, by whom; what was asked is sealed under the key of who was called. Of an erased person the bare day stays.';
create index organisation_calls_organisation on organisation_calls (organisation_id, called_on);
create index organisation_calls_contact_id on organisation_calls (contact_id);

create table personal_looks (
  id uuid not null,
  at timestamptz(3) not null default now(),
  asker text not null,
  what text not null,
  organisation_id uuid not null,
  people integer not null,
  constraint personal_looks_pk primary key (id),
  constraint personal_looks_what check (what in ('seen', 'kept', 'altered', 'called', 'erased'))
);
comment on table personal_looks is 'Append-only. Who looked at, wrote or erased personal data, when, at which organisation, of how many people; never the data themselves.';
create index personal_looks_organisation on personal_looks (organisation_id, at);

create trigger personal_looks_append_only before update or delete on personal_looks
  for each row execute function refuse_alteration();
create trigger personal_looks_no_truncate before truncate on personal_looks
  for each statement execute function refuse_alteration();

grant select, insert, update, delete on organisation_contacts, organisation_calls to khu_server;
grant select, insert on personal_looks to khu_server;
