-- Items that were public elsewhere before, taken over with their old address and index number.

alter table published_item add column origin_address text;
alter table published_item add column origin_key text;
alter table published_item add column taken_over_on date;
comment on column published_item.origin_address is 'Where it was public before it was taken over; null when it was first published here, or the register does not say.';
comment on column published_item.origin_key is 'The old address without scheme and case of the host: what is asked for when somebody follows an old link.';
comment on column published_item.taken_over_on is 'Day on which it was taken over from elsewhere; null when it was first published here.';
create index published_item_by_origin on published_item (origin_key) where origin_key is not null;

alter table register_import drop constraint register_import_format_check;
alter table register_import add constraint register_import_format_check check (format in ('cases', 'table', 'items'));
alter table register_import add column package_sha256 text;
alter table register_import add column statement text;
alter table register_import add column drafts integer not null default 0;
comment on column register_import.format is 'cases: case files in JSON; table: a register of cases with a heading row; items: a register of items that are public elsewhere.';
comment on column register_import.package_sha256 is 'Of items: the archive with their texts and attachments, in the file store; null without one, or once it is no longer needed.';
comment on column register_import.statement is 'Of items: how they were reviewed when they were first published, as the head of the office states when beginning.';
comment on column register_import.drafts is 'Of items: those among the imported that became drafts to be reviewed, for what screening found.';

alter table register_import_row add column outcome text not null default 'taken' check (outcome in ('taken', 'draft'));
comment on column register_import_row.stream_kind is 'application, remedy or item.';
comment on column register_import_row.stream_id is 'The case or item.';
comment on column register_import_row.outcome is 'taken; draft: an item to be reviewed before it goes out, for what screening found.';

create table register_import_refusal (
  agency_id integer not null references agency (agency_id),
  import_id uuid not null,
  row_number integer not null,
  cells text[] not null,
  problems jsonb not null,
  primary key (agency_id, import_id, row_number)
);
comment on table register_import_refusal is 'Rows of a register of items that were left out, to be given back for correction.';
comment on column register_import_refusal.agency_id is 'The organ.';
comment on column register_import_refusal.import_id is 'The import.';
comment on column register_import_refusal.row_number is 'Row of the sheet.';
comment on column register_import_refusal.cells is 'Its cells as they were handed in.';
comment on column register_import_refusal.problems is 'What is wrong: column, what stands there, a sentence.';
