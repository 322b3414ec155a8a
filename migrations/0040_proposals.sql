-- Proposals: what somebody wants recorded and a second person has to approve. Ordinary rows beside the register: no part
-- of its chain, and no figure reads them. Approved, a proposal becomes a recorded batch, which is known from then.

create table proposals (
  id uuid not null,
  request_key uuid not null,
  author text not null,
  at timestamptz(3) not null default now(),
  zone_id uuid,
  told jsonb not null,
  state text not null default 'waiting',
  decided_by text,
  decided_at timestamptz(3),
  reason text,
  commit_no bigint,
  constraint proposals_pk primary key (id),
  constraint proposals_request_once unique (request_key),
  constraint proposals_state check (state in ('waiting', 'approved', 'sentBack', 'takenBack')),
  constraint proposals_decided check (
    (state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint proposals_reason check (state <> 'sentBack' or reason is not null),
  constraint proposals_commit check ((state = 'approved') = (commit_no is not null)),
  constraint proposals_two_people check (state <> 'approved' or decided_by <> author)
);
comment on table proposals is 'What waits for approval, and what became of it. Not part of the register: no figure sees it. Authors are bare account ids.';
create index proposals_state_at on proposals (state, at);
grant select, insert, update on proposals to khu_server;
