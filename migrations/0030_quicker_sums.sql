-- Sums by index alone: totals with their amounts, projects of one place apart from those of several.

alter table total_months drop constraint total_months_pk;
alter table total_months add constraint total_months_pk primary key (figure, owner, month, precision) include (amount, records);
alter table total_days drop constraint total_days_pk;
alter table total_days add constraint total_days_pk primary key (figure, owner, day, precision) include (amount, records);
alter table entry_evidence drop constraint entry_evidence_pk;
alter table entry_evidence add constraint entry_evidence_pk primary key (kind, owner, month) include (evidence);

drop index project_now_place, project_past_place, project_now_several, project_past_several;
create index project_now_place on project_now using gist (place_id, valid)
  include (id, status, registered_capital, fdi, disputed, approved_from, approved_to, evidence_rank, known_from) where place_id is not null;
create index project_past_place on project_past using gist (place_id, valid, known)
  include (id, status, registered_capital, fdi, disputed, approved_from, approved_to, evidence_rank) where place_id is not null;
create index project_now_several on project_now using gin (places) with (fastupdate = off) where place_id is null;
create index project_past_several on project_past using gin (places) with (fastupdate = off) where place_id is null;
