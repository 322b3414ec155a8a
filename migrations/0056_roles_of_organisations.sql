-- What organisations develop, invest in and issue is found by the organisation.
create index zone_now_developer on zone_now (developer_id) where developer_id is not null;
create index zone_past_developer on zone_past (developer_id) where developer_id is not null;
create index project_now_investor on project_now (investor_id) where investor_id is not null;
create index project_past_investor on project_past (investor_id) where investor_id is not null;
create index documents_issuer on documents (issuer) where issuer is not null;
