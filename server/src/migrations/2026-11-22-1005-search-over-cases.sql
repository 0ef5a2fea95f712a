-- Whoever searches an organ's cases has all its summaries and numbers gone through; these are a third of the rows' size, with
-- what the list is ordered by, so that only the rows that are shown are read.
create index application_by_text on application (agency_id) include (summary, number, application_id, decided_on, due_on, received_on);
