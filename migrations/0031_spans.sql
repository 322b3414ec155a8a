-- Periods by place and length, so that a question about a day reads little of what holds on other days: see
-- src/register/placed.ts.

create function span_class(valid_from date, valid_to date) returns smallint language sql immutable strict parallel safe as $$
  select (case when valid_to = 'infinity' then 4
               when valid_to - valid_from <= 32 then 0
               when valid_to - valid_from <= 128 then 1
               when valid_to - valid_from <= 512 then 2
               when valid_to - valid_from <= 2048 then 3
               else 4 end)::smallint
$$;
comment on function span_class is 'The class of how long a period holds: up to 32 days, 128, 512, 2048, longer or until further notice.';

alter table zone_now add column span smallint not null generated always as (span_class(valid_from, valid_to)) stored;
alter table zone_past add column span smallint not null generated always as (span_class(valid_from, valid_to)) stored;
alter table project_now add column span smallint not null generated always as (span_class(valid_from, valid_to)) stored;
alter table project_past add column span smallint not null generated always as (span_class(valid_from, valid_to)) stored;

drop index zone_now_sum, zone_now_list, zone_past_sum, project_now_place, project_past_place;
create index zone_now_place on zone_now (place_id, span, valid_to, valid_from) where place_id is not null;
create index zone_past_place on zone_past (place_id, span, valid_to, valid_from) include (known_from, known_to) where place_id is not null;
create index zone_now_several on zone_now using gin (places) with (fastupdate = off) where place_id is null;
create index zone_past_several on zone_past using gin (places) with (fastupdate = off) where place_id is null;
create index zone_past_phase_of on zone_past (phase_of) where phase_of is not null;

create index project_now_place on project_now (place_id, span, valid_to, valid_from)
  include (id, status, registered_capital, fdi, disputed, approved_from, approved_to, evidence_rank, known_from) where place_id is not null;
create index project_past_place on project_past (place_id, span, valid_to, valid_from)
  include (id, status, registered_capital, fdi, disputed, approved_from, approved_to, evidence_rank, known_from, known_to) where place_id is not null;

create index claims_place_id on claims (place_id) where place_id is not null;
