-- The newest paper behind entries that were recorded before 0010, and the shape in which derived tables were written.

delete from entry_evidence;
insert into entry_evidence (kind, owner, month, evidence)
select e.kind, e.subjects[1], date_trunc('month', e.dated)::date,
       max(evidence_rank(coalesce(d.signed_on, d.effective_on)))
  from entries e join documents d on d.id = e.document_id
 where cardinality(e.subjects) = 1 and e.reverses is null and coalesce(d.signed_on, d.effective_on) is not null
   and not exists (select from entries r where r.reverses = e.id)
 group by 1, 2, 3;

create table derived_shape (
  only_one boolean not null default true,
  fingerprint text not null,
  constraint derived_shape_pk primary key (only_one),
  constraint derived_shape_one check (only_one)
);
comment on table derived_shape is 'Derived. One row: the fingerprint of the code under which subjects, timelines and totals were made. Another fingerprint makes the program that opens the register make them anew.';
grant select, insert, update, delete on derived_shape to khu_server;
