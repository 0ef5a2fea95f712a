-- Applications (依申请公开) and the remedies against their answers.

create table application (
  agency_id integer not null references agency (agency_id),
  application_id uuid not null,
  number text,
  state text not null,
  channel text not null,
  applicant_kind text not null,
  applicant_name text not null,
  applicant_key text not null,
  request_key text not null,
  summary text not null,
  submitted_on date not null,
  received_on date,
  due_on date,
  resumes_on date,
  waits_until date,
  is_provisional boolean not null,
  was_extended boolean not null,
  answered_late boolean not null,
  decided_on date,
  outcome text,
  delivered_on date,
  closed_on date,
  unit_id uuid,
  handler_id uuid,
  waiting_role text,
  review_step integer,
  received_year integer,
  counted_year integer,
  row_2019 text,
  row_2021 text,
  has_irregularity boolean not null,
  version integer not null,
  primary key (agency_id, application_id)
);
create index application_by_due on application (agency_id, due_on) where decided_on is null;
create index application_by_received on application (agency_id, received_on desc, application_id);
create index application_by_number on application (agency_id, number);
create index application_by_applicant on application (agency_id, applicant_key, submitted_on);
create index application_by_request on application (agency_id, request_key);
create index application_by_year on application (agency_id, received_year, counted_year);
create index application_by_handler on application (agency_id, handler_id) where decided_on is null;

comment on table application is 'Where each application stands. Projection of application streams.';
comment on column application.agency_id is 'The organ.';
comment on column application.application_id is 'Stream.';
comment on column application.number is 'Registration number as printed; null until registered.';
comment on column application.state is 'State of the case, as statute folds it.';
comment on column application.channel is 'Channel it came by.';
comment on column application.applicant_kind is 'Column of table 3.';
comment on column application.applicant_name is 'Masked for natural persons (李*); the name of an organisation in full.';
comment on column application.applicant_key is 'Keyed hash of who applies: the same applicant, without telling who.';
comment on column application.request_key is 'Hash of what is asked for, leaving out blanks and punctuation: the same request.';
comment on column application.summary is 'One line for lists, without personal data.';
comment on column application.submitted_on is 'Handed in, posted or sent on.';
comment on column application.received_on is 'Date of receipt under Art. 31.';
comment on column application.due_on is 'Last day for the answer; while a consultation is open, what it will be if the one consulted stays silent.';
comment on column application.resumes_on is 'Last day of the open consultations: the clock goes on after it.';
comment on column application.waits_until is 'Until when the applicant may correct or pay.';
comment on column application.is_provisional is 'The due date lies in a year whose holidays are not announced.';
comment on column application.was_extended is 'Extended.';
comment on column application.answered_late is 'The answer went out after its last day.';
comment on column application.decided_on is 'Date of the answer.';
comment on column application.outcome is 'Outcome code of the answer.';
comment on column application.delivered_on is 'Served on.';
comment on column application.closed_on is 'Closed on.';
comment on column application.unit_id is 'Unit that handles it.';
comment on column application.handler_id is 'Person who handles it.';
comment on column application.waiting_role is 'Whose turn it is.';
comment on column application.review_step is 'Step of the review chain the draft waits at, from 1.';
comment on column application.received_year is 'Year in which it counts as new.';
comment on column application.counted_year is 'Year in whose table 3 its result counts.';
comment on column application.row_2019 is 'Its row of table 3 in the edition of 2019.';
comment on column application.row_2021 is 'Its row of table 3 in the edition of 2021.';
comment on column application.has_irregularity is 'Something was done that the law does not allow, or too late.';
comment on column application.version is 'Version of the stream.';

create table application_request (
  agency_id integer not null references agency (agency_id),
  application_id uuid not null,
  title text not null,
  description text not null,
  document_number text,
  period text,
  carrier text not null check (carrier in ('paper', 'electronic', 'read', 'copy')),
  delivery text not null check (delivery in ('post', 'email', 'collect', 'fax', 'onSite', 'account')),
  help text,
  search tsvector,
  erased_at timestamptz,
  primary key (agency_id, application_id)
);
create index application_request_search on application_request using gin (search);
comment on table application_request is 'What is asked for, in the applicant''s words. It may hold personal data, so it is not in the events and can be erased; the events carry its hash.';
comment on column application_request.agency_id is 'The organ.';
comment on column application_request.application_id is 'The application.';
comment on column application_request.title is 'Name of the information.';
comment on column application_request.description is 'Other description.';
comment on column application_request.document_number is 'Document number.';
comment on column application_request.period is 'Time range.';
comment on column application_request.carrier is 'paper 纸质, electronic 电子, read 阅览, copy 抄录.';
comment on column application_request.delivery is 'post 邮寄, email 电子邮件, collect 自行领取, fax 传真, onSite 当场阅览抄录, account 网上查询.';
comment on column application_request.help is 'Help for reading or impairments (Art. 43).';
comment on column application_request.search is 'Words for full-text search, segmented by the program.';
comment on column application_request.erased_at is 'Erased by the retention schedule.';

create table remedy (
  agency_id integer not null references agency (agency_id),
  remedy_id uuid not null,
  kind text not null check (kind in ('reconsideration', 'litigationDirect', 'litigationAfter')),
  application_id uuid,
  body text not null,
  number text,
  filed_on date,
  received_on date,
  reply_due_on date,
  replied_on date,
  decided_on date,
  result text,
  result_detail text,
  redo_due_on date,
  redone_on date,
  filed_year integer,
  decided_year integer,
  version integer not null,
  primary key (agency_id, remedy_id)
);
create index remedy_by_application on remedy (agency_id, application_id);
create index remedy_by_year on remedy (agency_id, filed_year, decided_year);
comment on table remedy is 'Reconsiderations and lawsuits. Projection of remedy streams.';
comment on column remedy.agency_id is 'The organ.';
comment on column remedy.remedy_id is 'Stream.';
comment on column remedy.kind is 'reconsideration, litigationDirect 未经复议直接起诉, litigationAfter 复议后起诉.';
comment on column remedy.application_id is 'The application whose answer, or whose lack of one, it is about.';
comment on column remedy.body is 'The body or court.';
comment on column remedy.number is 'Its case number.';
comment on column remedy.filed_on is 'Filed on.';
comment on column remedy.received_on is 'When the notice to reply reached the organ.';
comment on column remedy.reply_due_on is 'Last day for the organ''s reply and evidence.';
comment on column remedy.replied_on is 'When the organ replied.';
comment on column remedy.decided_on is 'Decided on.';
comment on column remedy.result is 'upheld, corrected, other: the column of table 4.';
comment on column remedy.result_detail is 'The result in its own terms, such as 撤销、责令履行.';
comment on column remedy.redo_due_on is 'Last day for the new answer ordered.';
comment on column remedy.redone_on is 'When it was given.';
comment on column remedy.filed_year is 'Year in which it was filed.';
comment on column remedy.decided_year is 'Year in whose table 4 its result counts.';
comment on column remedy.version is 'Version of the stream.';

create table letter (
  agency_id integer not null references agency (agency_id),
  letter_id uuid not null,
  application_id uuid,
  remedy_id uuid,
  kind text not null,
  state text not null check (state in ('draft', 'issued')),
  number text,
  title text not null,
  fields jsonb not null,
  template_version integer not null default 0,
  content_sha256 text,
  issued_on date,
  changed_at timestamptz not null,
  changed_by uuid,
  version integer not null default 1,
  primary key (agency_id, letter_id)
);
create index letter_by_application on letter (agency_id, application_id);
comment on table letter is 'Letters: drafts that can still be edited, and issued ones, frozen under the hash of their content.';
comment on column letter.agency_id is 'The organ.';
comment on column letter.letter_id is 'The letter.';
comment on column letter.application_id is 'The application it belongs to.';
comment on column letter.remedy_id is 'The remedy case it belongs to.';
comment on column letter.kind is 'Which of the letters of the process it is.';
comment on column letter.state is 'draft or issued.';
comment on column letter.number is 'As printed, such as 云教公开〔2026〕7号; given when issued.';
comment on column letter.title is 'Title as printed.';
comment on column letter.fields is 'What was filled in. Personal data in it is sealed: the addressee is named by sealed_id.';
comment on column letter.template_version is 'Version of the organ''s template; 0 is the one that comes with the program.';
comment on column letter.content_sha256 is 'SHA-256 of the frozen content in the file store.';
comment on column letter.issued_on is 'Date of the letter.';
comment on column letter.changed_at is 'Last change of the draft.';
comment on column letter.changed_by is 'By whom.';
comment on column letter.version is 'For two people at the same draft.';

create table letter_template (
  agency_id integer not null references agency (agency_id),
  kind text not null,
  version integer not null,
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (agency_id, kind, version)
);
comment on table letter_template is 'An organ''s own wording of a letter; every version is kept.';
comment on column letter_template.agency_id is 'The organ.';
comment on column letter_template.kind is 'Kind of letter.';
comment on column letter_template.version is 'From 1; the highest holds.';
comment on column letter_template.content is 'Paragraphs with fields.';
comment on column letter_template.changed_at is 'When.';
comment on column letter_template.changed_by is 'By whom.';

create table saved_view (
  agency_id integer not null references agency (agency_id),
  person_id uuid not null,
  name text not null,
  list text not null,
  query text not null,
  primary key (agency_id, person_id, list, name)
);
comment on table saved_view is 'Filters of a list a person saved under a name.';
comment on column saved_view.agency_id is 'The organ.';
comment on column saved_view.person_id is 'Whose.';
comment on column saved_view.name is 'Name.';
comment on column saved_view.list is 'Which list.';
comment on column saved_view.query is 'The query part of the address.';

create table report_snapshot (
  agency_id integer not null references agency (agency_id),
  year integer not null,
  edition text not null,
  cells jsonb not null,
  taken_at timestamptz not null,
  taken_at_sequence bigint not null,
  report jsonb,
  version integer not null default 0,
  primary key (agency_id, year)
);
comment on table report_snapshot is 'The figures of a year as they were published: later entries show as a difference, never silently.';
comment on column report_snapshot.agency_id is 'The organ.';
comment on column report_snapshot.year is 'Year of the report.';
comment on column report_snapshot.edition is 'Edition of the form.';
comment on column report_snapshot.cells is 'Cells of tables 3 and 4 derived from the ledger.';
comment on column report_snapshot.taken_at is 'When.';
comment on column report_snapshot.taken_at_sequence is 'Last event of the organ''s chain that is counted in.';
comment on column report_snapshot.report is 'The whole report as published.';
comment on column report_snapshot.version is 'Version of the stream.';
