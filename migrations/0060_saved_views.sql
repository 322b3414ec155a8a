-- Ways of looking at a list that somebody saved under a name: filter, groups, columns, order. Ordinary rows of an account,
-- outside the register.

create table saved_views (
  id uuid not null,
  account_id uuid not null,
  page text not null,
  name text not null,
  query text not null,
  saved_at timestamptz(3) not null default now(),
  constraint saved_views_pk primary key (id),
  constraint saved_views_account foreign key (account_id) references accounts (id) on delete cascade,
  constraint saved_views_name_once unique (account_id, page, name),
  constraint saved_views_short check (length(name) between 1 and 80 and length(query) <= 2000)
);
comment on table saved_views is 'Erasable. Ways of looking at a list that an account saved; they go when the account is erased.';
grant select, insert, delete on saved_views to khu_server;
