-- Why something was taken into use, where somebody decided it: a setting that was changed tells its reason. Part of the
-- bytes of the adoption; those that were recorded before have none.
alter table adoptions add column note text;
