-- What people answered to the questions that passed dates of zones raise. Internal: a question says nothing of who is at fault.

create table signal_answers (
  id uuid not null,
  zone_id uuid not null,
  facts text not null,
  answer text not null,
  document_id uuid,
  author text not null,
  at timestamptz(3) not null default now(),
  constraint signal_answers_pk primary key (id),
  constraint signal_answers_answer check (length(answer) between 1 and 2000)
);
comment on table signal_answers is 'Append-only. Who answered what to a question about a zone, when and on which paper. facts: what the question rested on; where that moves it is asked anew.';
create index signal_answers_zone on signal_answers (zone_id, at);
create trigger signal_answers_append_only before update or delete on signal_answers
  for each row execute function refuse_alteration();
create trigger signal_answers_no_truncate before truncate on signal_answers
  for each statement execute function refuse_alteration();

grant select, insert on signal_answers to khu_server;
