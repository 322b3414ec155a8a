-- Limits that hold in some cases of the law only are kept, too, so that what moves them is recorded.

alter table case_deadlines add column holds_where jsonb;
comment on column case_deadlines.holds_where is 'In which case of the law it holds, in both languages; null: always. Nobody is late by one that does not hold always.';

alter table deadline_moves add column holds_where jsonb;
comment on column deadline_moves.holds_where is 'As the law said it when the limit was moved: in which case it holds; null: always.';
