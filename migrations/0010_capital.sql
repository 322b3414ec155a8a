-- Sums of entries by zone, read by index alone, and the newest paper behind a running total.

create index entries_owner on entries (kind, (subjects[1]), dated)
  include (amount, precision, document_id, commit_no, id, reverses) where cardinality(subjects) = 1;
create index entries_worded on entries (kind, (subjects[1]), dated) where cardinality(subjects) = 1 and precision_word is not null;
create index entries_together on entries using gin (subjects) where cardinality(subjects) > 1;
create index entries_request on entries (request_key);
drop index entries_undivided;

create table entry_evidence (
  kind text not null,
  owner uuid not null,
  month date not null,
  evidence integer not null,
  constraint entry_evidence_pk primary key (kind, owner, month)
);
comment on table entry_evidence is 'Derived. The newest paper (evidence_rank) behind the entries in force of one owner and one month, whose sum stands in total_months.';
grant select, insert, update, delete on entry_evidence to khu_server;

create function keep_entry_evidence() returns trigger language plpgsql as $$
begin
  insert into entry_evidence as t (kind, owner, month, evidence)
  select n.kind, n.subjects[1], date_trunc('month', n.dated)::date,
         max(evidence_rank(coalesce(d.signed_on, d.effective_on)))
    from new_entries n join documents d on d.id = n.document_id
   where cardinality(n.subjects) = 1 and n.reverses is null and coalesce(d.signed_on, d.effective_on) is not null
   group by 1, 2, 3
      on conflict (kind, owner, month) do update set evidence = greatest(t.evidence, excluded.evidence);
  if exists (select from new_entries where reverses is not null) then
    delete from entry_evidence t using new_entries n
     where n.reverses is not null and cardinality(n.subjects) = 1
       and t.kind = n.kind and t.owner = n.subjects[1] and t.month = date_trunc('month', n.dated)::date;
    insert into entry_evidence (kind, owner, month, evidence)
    select m.kind, m.owner, m.month, max(evidence_rank(coalesce(d.signed_on, d.effective_on)))
      from (select distinct kind, subjects[1] as owner, date_trunc('month', dated)::date as month
              from new_entries where reverses is not null and cardinality(subjects) = 1) m
      join entries e on e.kind = m.kind and e.subjects[1] = m.owner and cardinality(e.subjects) = 1
                    and e.dated >= m.month and e.dated < m.month + interval '1 month'
      join documents d on d.id = e.document_id
     where e.reverses is null and not exists (select from entries r where r.reverses = e.id)
       and coalesce(d.signed_on, d.effective_on) is not null
     group by 1, 2, 3;
  end if;
  return null;
end $$;
create trigger entries_evidence after insert on entries referencing new table as new_entries
  for each statement execute function keep_entry_evidence();
