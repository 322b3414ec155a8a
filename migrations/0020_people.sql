-- People: accounts, the roles they hold, and how they sign in. Ordinary rows that may be altered and erased: what the
-- register appends names an account by its id alone.

create table accounts (
  id uuid not null,
  login text,
  login_key text,
  name text,
  email text,
  password text,
  must_change boolean not null default false,
  totp_secret text,
  totp_pending text,
  totp_step bigint,
  oidc_issuer text,
  oidc_subject text,
  created_at timestamptz(3) not null default now(),
  created_by text not null,
  closed_at timestamptz(3),
  erased_at timestamptz(3),
  constraint accounts_pk primary key (id),
  constraint accounts_login_once unique (login_key),
  constraint accounts_subject_once unique (oidc_issuer, oidc_subject),
  constraint accounts_subject_whole check ((oidc_issuer is null) = (oidc_subject is null)),
  constraint accounts_erased check (
    case when erased_at is null
      then login is not null and login_key is not null and name is not null
      else closed_at is not null and login is null and login_key is null and name is null and email is null
        and password is null and totp_secret is null and totp_pending is null and oidc_subject is null
    end)
);
comment on table accounts is 'Erasable. Who may sign in: name, login, the Argon2id hash of the password. Of an erased account the bare id stays, so that authors can be told apart.';
create unique index accounts_email_once on accounts (email) where email is not null;

create table account_recovery_codes (
  account_id uuid not null,
  code_hash bytea not null,
  constraint account_recovery_codes_pk primary key (account_id, code_hash),
  constraint account_recovery_codes_account foreign key (account_id) references accounts (id) on delete cascade
);
comment on table account_recovery_codes is 'Erasable. SHA-256 of the codes that stand in for a lost second step; each goes with its use.';

create table account_roles (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  over_kind text not null,
  over_id uuid,
  valid_from date not null,
  valid_to date not null default 'infinity',
  given_at timestamptz(3) not null default now(),
  given_by text not null,
  ended_at timestamptz(3),
  ended_by text,
  constraint account_roles_pk primary key (id),
  constraint account_roles_account foreign key (account_id) references accounts (id),
  constraint account_roles_role check (role in ('reader', 'officer', 'approver', 'auditor', 'administrator')),
  constraint account_roles_over check (
    over_kind in ('everything', 'place', 'organisation', 'zone') and (over_kind = 'everything') = (over_id is null)),
  constraint account_roles_days check (valid_from < valid_to)
);
comment on table account_roles is 'Who holds which role over what, from and to (exclusive) which day. A role that is taken away is ended, not deleted: who held it stays known.';
create index account_roles_account_id on account_roles (account_id);

create table sessions (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  began_at timestamptz(3) not null default now(),
  seen_at timestamptz(3) not null default now(),
  address text,
  agent text,
  constraint sessions_pk primary key (id),
  constraint sessions_token_once unique (token_hash),
  constraint sessions_account foreign key (account_id) references accounts (id) on delete cascade
);
comment on table sessions is 'Erasable. Who is signed in where. Of the token only its SHA-256 is here; a session that has ended has no row.';
create index sessions_account_id on sessions (account_id);

create table access_tokens (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  name text not null,
  created_at timestamptz(3) not null default now(),
  ends_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint access_tokens_pk primary key (id),
  constraint access_tokens_token_once unique (token_hash),
  constraint access_tokens_account foreign key (account_id) references accounts (id) on delete cascade
);
comment on table access_tokens is 'Erasable. Tokens for the command line and other programs: the SHA-256 of each, whose it is, until when it holds.';
create index access_tokens_account_id on access_tokens (account_id);

create table sign_in_attempts (
  key text not null,
  at timestamptz(3) not null default now()
);
comment on table sign_in_attempts is 'Erasable. Failed attempts to sign in, by the hash of a login or of an address; none is kept longer than a day.';
create index sign_in_attempts_key on sign_in_attempts (key, at);

create table oidc_attempts (
  token_hash bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  at timestamptz(3) not null default now(),
  constraint oidc_attempts_pk primary key (token_hash)
);
comment on table oidc_attempts is 'Erasable. Who has gone to the identity provider and not come back yet; each is used once, within ten minutes.';

do $$
declare t text;
begin
  foreach t in array array['accounts', 'account_recovery_codes', 'account_roles', 'sessions', 'access_tokens', 'sign_in_attempts', 'oidc_attempts'] loop
    execute format('grant select, insert, update, delete on %I to khu_server', t);
  end loop;
end $$;
revoke delete on accounts, account_roles from khu_server;
