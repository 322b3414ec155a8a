-- The second wall for reads: row-level security on papers and on what they say. Whoever asks is read for under the role of
-- what they may read (`khu_reads_public`, `khu_reads_internal`, `khu_reads_personal`), which is shown nothing else, whatever
-- the query says. The server's own role sees all: a figure is the same for everybody. Accounts, sessions, proposals and
-- personal data are not granted to readers at all.

grant usage on schema khu to khu_reads_public, khu_reads_internal, khu_reads_personal;
grant select on commits, requests, documents, changes, entries, claims
  to khu_reads_public, khu_reads_internal, khu_reads_personal;
grant select on adoptions, subjects to khu_reads_internal, khu_reads_personal;

alter table documents enable row level security;
create policy server_all on documents to khu_server using (true) with check (true);
create policy reads_public on documents for select to khu_reads_public using (access = 'public');
create policy reads_internal on documents for select to khu_reads_internal using (access in ('public', 'internal'));
create policy reads_personal on documents for select to khu_reads_personal using (true);
-- Few papers are closed, and every question looks whether any is.
create index documents_closed on documents (access) where access <> 'public';

-- What a closed paper says is as closed as the paper.
alter table changes enable row level security;
create policy server_all on changes to khu_server using (true) with check (true);
create policy reads_personal on changes for select to khu_reads_personal using (true);
create policy reads_by_paper on changes for select to khu_reads_public, khu_reads_internal
  using (exists (select from documents d where d.id = document_id));

alter table entries enable row level security;
create policy server_all on entries to khu_server using (true) with check (true);
create policy reads_personal on entries for select to khu_reads_personal using (true);
create policy reads_by_paper on entries for select to khu_reads_public, khu_reads_internal
  using (exists (select from documents d where d.id = document_id));

alter table claims enable row level security;
create policy server_all on claims to khu_server using (true) with check (true);
create policy reads_personal on claims for select to khu_reads_personal using (true);
create policy reads_by_paper on claims for select to khu_reads_public, khu_reads_internal
  using (exists (select from documents d where d.id = document_id));

-- Of what was asked and answered, readers need only which imports were withdrawn whole.
alter table requests enable row level security;
create policy server_all on requests to khu_server using (true) with check (true);
create policy reads_withdrawals on requests for select
  to khu_reads_public, khu_reads_internal, khu_reads_personal using (kind = 'withdrawal');
