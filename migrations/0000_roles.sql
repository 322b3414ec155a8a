-- Who may do what. The owner of the schema migrates. The running server is khu_server: it reads and appends.
-- A table whose rows are derived (and can be rebuilt) grants UPDATE and DELETE in the migration that creates it.

grant usage on schema khu to khu_server;
revoke create on schema khu from public;

revoke all on khu.migration from khu_server;
grant select on khu.migration to khu_server;

alter default privileges in schema khu grant select, insert on tables to khu_server;
alter default privileges in schema khu grant usage, select on sequences to khu_server;

-- Equality beside ranges in exclusion constraints ("one phase has one area on a day"). Part of PostgreSQL, and
-- trusted: the owner of a database may create it.
create extension if not exists btree_gist with schema khu;
