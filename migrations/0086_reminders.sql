-- Work that must be done once and survives a restart, what people are told in the page, and how each wants to be told.

create table jobs (
  id uuid not null,
  kind text not null,
  key text not null,
  about uuid,
  payload jsonb not null,
  state text not null default 'waiting',
  run_at timestamptz(3) not null default now(),
  tries integer not null default 0,
  taken_by uuid,
  taken_at timestamptz(3),
  done_at timestamptz(3),
  problem text,
  doubtful boolean not null default false,
  at timestamptz(3) not null default now(),
  constraint jobs_pk primary key (id),
  constraint jobs_once unique (kind, key),
  constraint jobs_state check (state in ('waiting', 'taken', 'done', 'failed')),
  constraint jobs_taken check ((state = 'taken') <= (taken_by is not null and taken_at is not null)),
  constraint jobs_done check ((state in ('done', 'failed')) = (done_at is not null))
);
comment on table jobs is 'Work to be done once. key: the event that it is for, so that no event makes two; about: the account that it goes with. Done ones stay, so that the event stays known. doubtful: it may have been done twice.';
create index jobs_due on jobs (run_at, id) where state in ('waiting', 'taken');
create index jobs_about on jobs (about) where about is not null;

create table notices (
  id uuid not null,
  account_id uuid not null,
  key text not null,
  told jsonb not null,
  at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  constraint notices_pk primary key (id),
  constraint notices_account foreign key (account_id) references accounts (id),
  constraint notices_once unique (account_id, key)
);
comment on table notices is 'Erasable. What an account is told in the page, once for each event: number, procedure, step and day of an item, nothing of what is in it.';
create index notices_account_at on notices (account_id, at);

create table reminder_choices (
  account_id uuid not null,
  how text not null,
  constraint reminder_choices_pk primary key (account_id),
  constraint reminder_choices_account foreign key (account_id) references accounts (id),
  constraint reminder_choices_how check (how in ('mail', 'page', 'none'))
);
comment on table reminder_choices is 'Erasable. How an account wants to be reminded; without a row by mail, where it has an address.';

grant select, insert, update, delete on jobs, notices, reminder_choices to khu_server;
