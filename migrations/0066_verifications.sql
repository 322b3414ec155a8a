-- Checks of the register that somebody started from the screen, and what they found. Ordinary rows beside the register,
-- about this installation: a backup leaves them out.
create table verifications (
  id uuid not null,
  asked_by text not null,
  began_at timestamptz(3) not null default now(),
  state text not null default 'running',
  step text not null default 'parts',
  done bigint not null default 0,
  total bigint not null default 0,
  ended_at timestamptz(3),
  commits bigint,
  parts bigint,
  head_no bigint,
  head_hash text,
  found bigint,
  differences jsonb not null default '[]',
  constraint verifications_pk primary key (id),
  constraint verifications_state check (state in ('running', 'done', 'failed', 'interrupted')),
  constraint verifications_step check (step in ('parts', 'files', 'derived')),
  constraint verifications_found check ((state = 'done') = (found is not null))
);
comment on table verifications is 'Checks of the whole register: how far one is, and what the last ones found. Who runs one holds an advisory lock; one that says running without the lock was interrupted.';
create index verifications_began_at on verifications (began_at);
grant select, insert, update on verifications to khu_server;
