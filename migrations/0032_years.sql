-- Totals by year beside those by month and day, so that a sum up to a day reads years, months of one year, and days of one
-- month; and a rank of papers that is written into the queries that use it instead of being called row by row.

create table total_years (
  figure text not null,
  owner uuid not null,
  year date not null,
  precision text not null,
  amount bigint not null,
  records bigint not null,
  constraint total_years_pk primary key (figure, owner, year, precision) include (amount, records)
);
comment on table total_years is 'Derived. The same by year.';
grant select, insert, update, delete on total_years to khu_server;

insert into total_years (figure, owner, year, precision, amount, records)
select figure, owner, date_trunc('year', month)::date, precision, sum(amount), sum(records)
  from total_months group by 1, 2, 3, 4 having sum(amount) <> 0 or sum(records) <> 0;

-- Not "strict": PostgreSQL writes a function out in place only where it need not look for nulls itself. Of null it is null.
create or replace function evidence_rank(evidence text) returns integer language sql immutable parallel safe as $$
  select case length(evidence)
    when 4 then (make_date(evidence::int + 1, 1, 1) - 1 - date '1970-01-01') * 4
    when 7 then ((make_date(left(evidence, 4)::int, right(evidence, 2)::int, 1) + interval '1 month')::date - 1 - date '1970-01-01') * 4 + 1
    else (make_date(left(evidence, 4)::int, substr(evidence, 6, 2)::int, right(evidence, 2)::int) - date '1970-01-01') * 4 + 2
  end
$$;
