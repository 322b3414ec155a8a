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
