-- Lists, search and figures of an organ with a hundred thousand cases, and of a region with a million.

-- The list as it opens: what is open first, the most urgent before the rest.
create index application_by_urgency on application (agency_id, (decided_on is not null), due_on, received_on desc, application_id);

-- The cases behind a cell of table 3, the latest first.
create index application_by_cell on application (agency_id, counted_year, row_2021, received_on desc, application_id);

-- Everything table 3 counts by, so that figures are counted without the cases themselves.
drop index application_by_year;
create index application_by_year on application (agency_id, counted_year, received_year) include (applicant_kind, row_2019, row_2021);

-- The organ stands among the words with ~ before it, so that both meet in one index: a word is common in a region, not in an organ.
drop index application_request_search;
create index application_request_words on application_request
  using gin ((search || array_to_tsvector(array['~' || agency_id::text]))) with (fastupdate = off);
