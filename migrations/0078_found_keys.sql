-- Plots and leases found by what they are called, from any page and at every letter typed: the spelling without accents, case
-- and punctuation, as `searchKey` of the kernel makes it, kept in an index. Of hundreds of thousands none is read in vain.

create function found_key(name text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(
    translate(lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g')), 'đĐ', 'dd'), '[^a-z0-9]+', ' ', 'g'))
$$;
comment on function found_key is 'The spelling under which a name is found: no accents, no case, punctuation as blanks.';

create index plot_now_found on plot_now (found_key(number) text_pattern_ops) where number is not null;
create index lease_now_found on lease_now (found_key(attributes ->> 'contract') text_pattern_ops)
  where attributes ? 'contract';
