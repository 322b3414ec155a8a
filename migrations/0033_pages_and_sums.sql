-- Papers by their date, newest first, so that a page of them is read without the others; sums of entries by index alone.

create index documents_newest on documents ((coalesce(signed_on, effective_on, '')) desc, id);

-- All that a sum of entries of one zone reads stands in an index: only of columns, not of expressions, does PostgreSQL see it.
alter table entries add column owner uuid generated always as (case when cardinality(subjects) = 1 then subjects[1] end) stored;
-- No question is about all entries of a kind; an index of them misleads those that are about some zones.
drop index entries_owner, entries_worded, entries_dated;
create index entries_owner on entries (kind, owner, dated)
  include (amount, precision, precision_word, document_id, commit_no, id, reverses) where owner is not null;
create index entries_worded on entries (kind, owner, dated) include (precision, precision_word, commit_no, id, reverses)
  where owner is not null and precision_word is not null;

-- The same as in 0010, by the column that has an index.
create or replace function keep_entry_evidence() returns trigger language plpgsql as $$
begin
  insert into entry_evidence as t (kind, owner, month, evidence)
  select n.kind, n.owner, date_trunc('month', n.dated)::date,
         max(evidence_rank(coalesce(d.signed_on, d.effective_on)))
    from new_entries n join documents d on d.id = n.document_id
   where n.owner is not null and n.reverses is null and coalesce(d.signed_on, d.effective_on) is not null
   group by 1, 2, 3
      on conflict (kind, owner, month) do update set evidence = greatest(t.evidence, excluded.evidence);
  if exists (select from new_entries where reverses is not null) then
    delete from entry_evidence t using new_entries n
     where n.reverses is not null and n.owner is not null
       and t.kind = n.kind and t.owner = n.owner and t.month = date_trunc('month', n.dated)::date;
    insert into entry_evidence (kind, owner, month, evidence)
    select m.kind, m.owner, m.month, max(evidence_rank(coalesce(d.signed_on, d.effective_on)))
      from (select distinct kind, owner, date_trunc('month', dated)::date as month
              from new_entries where reverses is not null and owner is not null) m
      join entries e on e.kind = m.kind and e.owner = m.owner
                    and e.dated >= m.month and e.dated < m.month + interval '1 month'
      join documents d on d.id = e.document_id
     where e.reverses is null and not exists (select from entries r where r.reverses = e.id)
       and coalesce(d.signed_on, d.effective_on) is not null
     group by 1, 2, 3;
  end if;
  return null;
end $$;
