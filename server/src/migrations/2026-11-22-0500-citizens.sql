-- The citizen's side of applications: unsent drafts, files, receipts with their query codes, statements, links for third parties, notices.

create table application_draft (
  agency_id integer not null references agency (agency_id),
  draft_id uuid not null,
  owner_hash bytea not null check (length(owner_hash) = 32),
  content bytea,
  version integer not null default 1,
  wrong_answers integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null,
  application_id uuid,
  primary key (agency_id, draft_id)
);
create index application_draft_by_owner on application_draft (agency_id, owner_hash);
create index application_draft_by_expiry on application_draft (agency_id, expires_at);
comment on table application_draft is 'Forms citizens are filling in. Encrypted, open to the browser that holds the key, deleted when they expire.';
comment on column application_draft.agency_id is 'The organ it is for.';
comment on column application_draft.draft_id is 'The draft; idempotency key of its submission.';
comment on column application_draft.owner_hash is 'Keyed hash of the secret in the browser''s cookie.';
comment on column application_draft.content is 'What was filled in, encrypted; null once submitted.';
comment on column application_draft.version is 'Rises with every save.';
comment on column application_draft.wrong_answers is 'How often the question against machines was answered wrongly.';
comment on column application_draft.created_at is 'When it was begun.';
comment on column application_draft.changed_at is 'Last save.';
comment on column application_draft.expires_at is 'When it is deleted.';
comment on column application_draft.application_id is 'What became of it; its receipt can be seen again by the same browser until it expires.';

create table citizen_file (
  agency_id integer not null references agency (agency_id),
  file_id uuid not null,
  draft_id uuid,
  application_id uuid,
  statement_id uuid,
  sealed_name uuid not null,
  sha256 text not null,
  size integer not null,
  media_type text not null,
  remark text,
  added_at timestamptz not null,
  erased_at timestamptz,
  primary key (agency_id, file_id)
);
create index citizen_file_by_draft on citizen_file (agency_id, draft_id);
create index citizen_file_by_application on citizen_file (agency_id, application_id);
comment on table citizen_file is 'Files handed in by applicants and third parties. The bytes lie encrypted in the file store, the name is sealed.';
comment on column citizen_file.agency_id is 'The organ.';
comment on column citizen_file.file_id is 'The file.';
comment on column citizen_file.draft_id is 'The draft it was added to.';
comment on column citizen_file.application_id is 'The application, once submitted.';
comment on column citizen_file.statement_id is 'The statement it came with; null for those of the application itself.';
comment on column citizen_file.sealed_name is 'The name as it was uploaded, in sealed_data.';
comment on column citizen_file.sha256 is 'SHA-256 of the encrypted bytes.';
comment on column citizen_file.size is 'Bytes, before encryption.';
comment on column citizen_file.media_type is 'By content, never by name.';
comment on column citizen_file.remark is 'What was noticed, such as tracked changes.';
comment on column citizen_file.added_at is 'When it came in.';
comment on column citizen_file.erased_at is 'When the bytes were erased.';

create table application_access (
  agency_id integer not null references agency (agency_id),
  application_id uuid not null,
  receipt_number text not null,
  code_hash bytea not null check (length(code_hash) = 32),
  wants_mail boolean not null,
  suspicions text[] not null default '{}',
  issued_at timestamptz not null,
  primary key (agency_id, application_id),
  unique (agency_id, receipt_number)
);
comment on table application_access is 'The applicant''s way to the case: receipt number and query code.';
comment on column application_access.agency_id is 'The organ.';
comment on column application_access.application_id is 'The application.';
comment on column application_access.receipt_number is 'Receipt number, digits; not secret.';
comment on column application_access.code_hash is 'Keyed hash of the query code; the key is not in the database.';
comment on column application_access.wants_mail is 'Whether the applicant asked for notices by mail.';
comment on column application_access.suspicions is 'Why it may be spam: a mark for the clerk, never a reason to drop it.';
comment on column application_access.issued_at is 'When the code was given.';

create table citizen_statement (
  agency_id integer not null references agency (agency_id),
  statement_id uuid not null,
  application_id uuid not null,
  kind text not null check (kind in ('correction', 'reasons', 'payment', 'material', 'withdrawal', 'opinion')),
  sealed_text uuid not null,
  given_on date not null,
  given_at timestamptz not null,
  primary key (agency_id, statement_id)
);
create index citizen_statement_by_application on citizen_statement (agency_id, application_id, given_at);
comment on table citizen_statement is 'What applicants and third parties said in the course of a case; the words are sealed.';
comment on column citizen_statement.agency_id is 'The organ.';
comment on column citizen_statement.statement_id is 'The statement; the event of its act names it.';
comment on column citizen_statement.application_id is 'The case.';
comment on column citizen_statement.kind is 'correction 补正, reasons 说明理由, payment 缴费信息, material 补充材料, withdrawal 撤回, opinion 第三方意见.';
comment on column citizen_statement.sealed_text is 'The words, in sealed_data.';
comment on column citizen_statement.given_on is 'Legal date, Asia/Shanghai.';
comment on column citizen_statement.given_at is 'The instant.';

create table third_party_link (
  agency_id integer not null references agency (agency_id),
  link_id uuid not null,
  application_id uuid not null,
  consultation text not null,
  token_hash bytea not null check (length(token_hash) = 32),
  sealed_concern uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (agency_id, link_id)
);
create index third_party_link_by_application on third_party_link (agency_id, application_id, consultation);
comment on table third_party_link is 'One-time links by which a third party gives its opinion.';
comment on column third_party_link.agency_id is 'The organ.';
comment on column third_party_link.link_id is 'The link.';
comment on column third_party_link.application_id is 'The application.';
comment on column third_party_link.consultation is 'Which consultation.';
comment on column third_party_link.token_hash is 'Keyed hash of the token in the link.';
comment on column third_party_link.sealed_concern is 'What the third party is told, in sealed_data: the information concerned, and the reasons why it is asked.';
comment on column third_party_link.created_at is 'When it was made.';
comment on column third_party_link.expires_at is 'No longer good from.';
comment on column third_party_link.opened_at is 'First opened.';
comment on column third_party_link.used_at is 'When the opinion was given: it is good once.';
comment on column third_party_link.revoked_at is 'Replaced by another one.';

create table citizen_notice (
  agency_id integer not null references agency (agency_id),
  notice_id uuid not null,
  application_id uuid not null,
  kind text not null,
  once_key text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'none', 'failed')),
  attempts integer not null default 0,
  send_after timestamptz not null,
  created_at timestamptz not null,
  primary key (agency_id, notice_id),
  unique (agency_id, application_id, once_key)
);
create index citizen_notice_waiting on citizen_notice (agency_id, send_after) where state = 'waiting';
comment on table citizen_notice is 'Mail to applicants that is to be sent, written in the transaction of the act it tells of. Holds no address: that is opened when it is sent.';
comment on column citizen_notice.agency_id is 'The organ.';
comment on column citizen_notice.notice_id is 'The notice.';
comment on column citizen_notice.application_id is 'The case.';
comment on column citizen_notice.kind is 'What happened.';
comment on column citizen_notice.once_key is 'Each thing is told once.';
comment on column citizen_notice.state is 'waiting, sent, none (no address, or not wanted), failed.';
comment on column citizen_notice.attempts is 'Tries so far.';
comment on column citizen_notice.send_after is 'Not before.';
comment on column citizen_notice.created_at is 'When it was written.';
