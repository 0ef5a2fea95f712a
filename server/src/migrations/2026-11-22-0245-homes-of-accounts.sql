-- Which organ keeps a person's account: its administrators add, disable and reset it, and its ledger tells of it.

alter table person add column home_agency_id integer not null default 0 references agency (agency_id);
create index person_by_home on person (home_agency_id);

comment on column person.home_agency_id is 'The organ that keeps the account. Its ledger holds the person''s events and sign-ins, its share of the session table the sessions.';
