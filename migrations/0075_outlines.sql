-- Outlines of plots as the tiles of the map draw them: projected when they are recorded, a few bytes each, so that a tile is
-- drawn without reading any boundary. Derived from the boundary like all the other columns.

alter table plot_now add column outline bytea;
alter table plot_past add column outline bytea;
