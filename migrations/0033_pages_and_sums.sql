-- Papers by their date, newest first, so that a page of them is read without the others; sums of entries by index alone.

create index documents_newest on documents ((coalesce(signed_on, effective_on, '')) desc, id);

-- All that a sum of entries of one zone reads stands in the index.
drop index entries_owner;
create index entries_owner on entries (kind, (subjects[1]), dated)
  include (amount, precision, precision_word, document_id, commit_no, id, reverses) where cardinality(subjects) = 1;
