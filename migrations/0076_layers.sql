-- Layers that are imported: outlines of communes and lines of roads. Both are attributes of subjects in the shared tables; their
-- extent stands beside them as a box in degrees of WGS84, so that those near a place are found without reading any of them.

alter table subject_now add column extent box;
alter table subject_past add column extent box;
create index subject_now_extent on subject_now using gist (extent) where extent is not null;
create index subject_past_extent on subject_past using gist (extent) where extent is not null;
