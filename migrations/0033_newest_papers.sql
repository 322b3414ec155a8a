-- Papers by their date, newest first, so that a page of them is read without the others.

create index documents_newest on documents ((coalesce(signed_on, effective_on, '')) desc, id);
