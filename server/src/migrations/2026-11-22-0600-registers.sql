-- Registers kept elsewhere, files of cases, and requests to correct one's own record (Art. 41).

alter table number_series add column starts_at integer not null default 1 check (starts_at >= 1);
comment on column number_series.starts_at is 'From here on the series has no gaps; lower numbers were given before the register came into this system, or before one was added to it.';

create table register_import (
  agency_id integer not null references agency (agency_id),
  import_id uuid not null,
  name text not null,
  format text not null check (format in ('cases', 'table')),
  state text not null check (state in ('draft', 'running', 'finished', 'cancelled', 'withdrawing', 'withdrawn')),
  source_hash text not null,
  content_sha256 text,
  mapping jsonb not null,
  columns text[] not null,
  row_count integer not null,
  done_rows integer not null default 0,
  imported integer not null default 0,
  refused integer not null default 0,
  withdrawn integer not null default 0,
  last_problem text,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, import_id)
);
create index register_import_by_source on register_import (agency_id, source_hash);
comment on table register_import is 'Registers handed in to be imported: how their columns are taken, and how far the work is.';
comment on column register_import.agency_id is 'The organ.';
comment on column register_import.import_id is 'The import; its stream tells who began, cancelled or undid it.';
comment on column register_import.name is 'Name of the file.';
comment on column register_import.format is 'cases: case files in JSON; table: a register with a heading row.';
comment on column register_import.state is 'draft until it is begun; cancelled keeps what was imported up to then.';
comment on column register_import.source_hash is 'Keyed hash of the file as handed in, to know it again.';
comment on column register_import.content_sha256 is 'The content, encrypted, in the file store; null once it is no longer needed.';
comment on column register_import.mapping is 'Which column is which field, what words mean, and what to take where nothing is given.';
comment on column register_import.columns is 'Headings of the register in order.';
comment on column register_import.row_count is 'Rows, or cases.';
comment on column register_import.done_rows is 'Rows gone through.';
comment on column register_import.imported is 'Cases written.';
comment on column register_import.refused is 'Rows left out because something is wrong with them.';
comment on column register_import.withdrawn is 'Cases taken back by an undo.';
comment on column register_import.last_problem is 'Why the work stopped, in Chinese, without personal data.';
comment on column register_import.created_at is 'When the file came in.';
comment on column register_import.created_by is 'By whom; null from the command line.';
comment on column register_import.changed_at is 'Last step.';
comment on column register_import.version is 'For two people at the same import.';

create table register_import_row (
  agency_id integer not null references agency (agency_id),
  import_id uuid not null,
  row_number integer not null,
  stream_kind text not null,
  stream_id uuid not null,
  version integer not null,
  primary key (agency_id, import_id, row_number)
);
create index register_import_row_by_stream on register_import_row (agency_id, stream_id);
comment on table register_import_row is 'What became of each imported row.';
comment on column register_import_row.agency_id is 'The organ.';
comment on column register_import_row.import_id is 'The import.';
comment on column register_import_row.row_number is 'Row of the sheet, or case of the file, from 1.';
comment on column register_import_row.stream_kind is 'application or remedy.';
comment on column register_import_row.stream_id is 'The case.';
comment on column register_import_row.version is 'Version of its stream when it was imported: a later one means that something was done since.';

create table attachment (
  agency_id integer not null references agency (agency_id),
  sha256 text not null,
  belongs_to text not null check (belongs_to in ('office', 'applicant')),
  name text,
  sealed_name uuid,
  seal_id uuid,
  media_type text not null,
  size integer not null,
  findings jsonb not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (agency_id, sha256),
  check ((belongs_to = 'applicant') = (sealed_name is not null and seal_id is not null))
);
comment on table attachment is 'Files that officers put to cases. Those of applicants lie encrypted in the file store, their names sealed.';
comment on column attachment.agency_id is 'The organ.';
comment on column attachment.sha256 is 'SHA-256 of the bytes as stored: what events name.';
comment on column attachment.belongs_to is 'office 本机关, applicant 申请人.';
comment on column attachment.name is 'Name as handed in; null for those of applicants.';
comment on column attachment.sealed_name is 'Name as handed in, in sealed_data.';
comment on column attachment.seal_id is 'Bound into the encryption of the bytes.';
comment on column attachment.media_type is 'By content, never by name.';
comment on column attachment.size is 'Bytes, before encryption.';
comment on column attachment.findings is 'What is hidden in it: sheets, comments, tracked changes, properties. Told, not refused.';
comment on column attachment.added_at is 'When.';
comment on column attachment.added_by is 'By whom.';

create table own_record_request (
  agency_id integer not null references agency (agency_id),
  request_id uuid not null,
  number text not null,
  state text not null check (state in ('received', 'checked', 'corrected', 'refused', 'transferred')),
  applicant_kind text not null,
  applicant_name text not null,
  applicant_key text not null,
  summary text not null,
  channel text not null,
  received_on date not null,
  due_on date not null,
  is_provisional boolean not null,
  checked_on date,
  decided_on date,
  decided_late boolean not null,
  told_on date,
  transferred_to text,
  waiting_role text,
  version integer not null,
  primary key (agency_id, request_id)
);
create index own_record_request_by_due on own_record_request (agency_id, due_on) where decided_on is null;
create index own_record_request_by_received on own_record_request (agency_id, received_on desc, request_id);
comment on table own_record_request is 'Requests to correct one''s own record (Art. 41). No applications: never counted in table 3. Projection of own-record streams.';
comment on column own_record_request.agency_id is 'The organ.';
comment on column own_record_request.request_id is 'Stream.';
comment on column own_record_request.number is 'Number as printed.';
comment on column own_record_request.state is 'received 已收到, checked 已核实, corrected 已更正, refused 不予更正, transferred 已转送或者告知.';
comment on column own_record_request.applicant_kind is 'Kind of applicant.';
comment on column own_record_request.applicant_name is 'Masked for natural persons.';
comment on column own_record_request.applicant_key is 'Keyed hash of who asks.';
comment on column own_record_request.summary is 'One line for lists, without personal data.';
comment on column own_record_request.channel is 'Channel it came by.';
comment on column own_record_request.received_on is 'When it came in.';
comment on column own_record_request.due_on is 'Last day for the result; the Regulations set none, the organ''s own or that of an answer is kept to.';
comment on column own_record_request.is_provisional is 'The due date lies in a year whose holidays are not announced.';
comment on column own_record_request.checked_on is 'When the record was compared with the proof.';
comment on column own_record_request.decided_on is 'When it was decided.';
comment on column own_record_request.decided_late is 'Decided after the last day.';
comment on column own_record_request.told_on is 'When the one who asked was told.';
comment on column own_record_request.transferred_to is 'The organ that has the power to correct it.';
comment on column own_record_request.waiting_role is 'Whose turn it is.';
comment on column own_record_request.version is 'Version of the stream.';

-- The case a file belongs to is found by the file.
create index event_by_document on event using gin (documents) where documents <> '{}';
