// Written by `node tools/write-row-types.ts` from the migrated database. Do not edit: write a migration.
/* oxlint-disable max-lines -- as long as the database has tables */
import type { ColumnType, Generated } from "kysely";

/** What a jsonb column holds. It is written as text, by `JSON.stringify`: pg would take an array for a PostgreSQL array. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Organs (行政机关) and the platform itself (agency 0). Reference table. */
export interface AgencyRow {
  /** Number of the organ; 0 is the installation itself, for events that belong to no organ. */
  agency_id: number;
  /** Stands in addresses: /api/v1/agencies/{code}. */
  code: string;
  /** Full official name. */
  name: string;
  /** Short name, for lists. */
  short_name: string;
  /** platform, government 人民政府, department 工作部门, township 乡镇街道, authorised 授权组织. */
  kind: string;
  /** The kind of organ by which statute names the body for reconsideration. */
  remedy_kind: Generated<string>;
  /** The organ's mark in letter numbers (机关代字), such as 云教公开. */
  letter_mark: string | null;
  /** The organ that leads or oversees this one; its supervisors may read. */
  parent_id: number | null;
  /** Address, postcode, telephone, fax, e-mail and hours of the disclosure office. */
  contact: ColumnType<JsonValue, string | undefined, string>;
  /** What the organ configures: review chain, templates, limits of its own. */
  settings: ColumnType<JsonValue, string | undefined, string>;
  /** Made-up content: every page that shows it says so. */
  is_demo: Generated<boolean>;
  /** The day the organ was abolished; it keeps its past. */
  closed_on: string | null;
  /** Version of the organ's stream this row was made from. */
  version: Generated<number>;
}

/** Where each application stands. Projection of application streams. */
export interface ApplicationRow {
  /** The organ. */
  agency_id: number;
  /** Stream. */
  application_id: string;
  /** Registration number as printed; null until registered. */
  number: string | null;
  /** State of the case, as statute folds it. */
  state: string;
  /** Channel it came by. */
  channel: string;
  /** Column of table 3. */
  applicant_kind: string;
  /** Masked for natural persons (李*); the name of an organisation in full. */
  applicant_name: string;
  /** Keyed hash of who applies: the same applicant, without telling who. */
  applicant_key: string;
  /** Hash of what is asked for, leaving out blanks and punctuation: the same request. */
  request_key: string;
  /** One line for lists, without personal data. */
  summary: string;
  /** Handed in, posted or sent on. */
  submitted_on: string;
  /** Date of receipt under Art. 31. */
  received_on: string | null;
  /** Last day for the answer; while a consultation is open, what it will be if the one consulted stays silent. */
  due_on: string | null;
  /** Last day of the open consultations: the clock goes on after it. */
  resumes_on: string | null;
  /** Until when the applicant may correct or pay. */
  waits_until: string | null;
  /** The due date lies in a year whose holidays are not announced. */
  is_provisional: boolean;
  /** Extended. */
  was_extended: boolean;
  /** The answer went out after its last day. */
  answered_late: boolean;
  /** Date of the answer. */
  decided_on: string | null;
  /** Outcome code of the answer. */
  outcome: string | null;
  /** Served on. */
  delivered_on: string | null;
  /** Closed on. */
  closed_on: string | null;
  /** Unit that handles it. */
  unit_id: string | null;
  /** Person who handles it. */
  handler_id: string | null;
  /** Whose turn it is. */
  waiting_role: string | null;
  /** Step of the review chain the draft waits at, from 1. */
  review_step: number | null;
  /** Year in which it counts as new. */
  received_year: number | null;
  /** Year in whose table 3 its result counts. */
  counted_year: number | null;
  /** Its row of table 3 in the edition of 2019. */
  row_2019: string | null;
  /** Its row of table 3 in the edition of 2021. */
  row_2021: string | null;
  /** Something was done that the law does not allow, or too late. */
  has_irregularity: boolean;
  /** Version of the stream. */
  version: number;
}

/** What is asked for, in the applicant's words. It may hold personal data, so it is not in the events and can be erased; the events carry its hash. */
export interface ApplicationRequestRow {
  /** The organ. */
  agency_id: number;
  /** The application. */
  application_id: string;
  /** Name of the information. */
  title: string;
  /** Other description. */
  description: string;
  /** Document number. */
  document_number: string | null;
  /** Time range. */
  period: string | null;
  /** paper 纸质, electronic 电子, read 阅览, copy 抄录. */
  carrier: string;
  /** post 邮寄, email 电子邮件, collect 自行领取, fax 传真, onSite 当场阅览抄录, account 网上查询. */
  delivery: string;
  /** Help for reading or impairments (Art. 43). */
  help: string | null;
  /** Words for full-text search, segmented by the program. */
  search: string | null;
  /** Erased by the retention schedule. */
  erased_at: string | null;
}

/** Counters of rate limits and lockouts, shared by all processes. Agency 0 unless the thing counted belongs to an organ. */
export interface AttemptRow {
  /** The organ. */
  agency_id: number;
  /** What is counted, such as sign-in:name or query-code:address. */
  bucket: string;
  /** Start of the window that is counted. */
  window_started_at: string;
  /** Attempts in it. */
  count: number;
  /** No further attempt before. */
  blocked_until: string | null;
}

/** Holiday notices entered by administrators, over the years that come with the program. Reference table; projection of calendar streams. */
export interface CalendarYearRow {
  /** Year. */
  year: number;
  /** Holidays, make-up working days and the notice they rest on, in the shape of statute's calendar years. */
  content: ColumnType<JsonValue, string, string>;
  /** Version of the stream. */
  version: Generated<number>;
}

/** The last event of each organ's chain. Whoever writes for an organ locks its row first: one organ, one pen. */
export interface ChainHeadRow {
  /** The organ. */
  agency_id: number;
  /** Sequence of its last event; 0 before the first. */
  sequence: number;
  /** Hash of its last event. */
  hash: Buffer;
}

/** What a command answered, so that the same submit sent twice is done once. */
export interface CommandReceiptRow {
  /** The organ. */
  agency_id: number;
  /** Idempotency key chosen by the caller. */
  command_key: string;
  /** Name of the command. */
  command: string;
  /** SHA-256 of who asked for what: the same key with another request is refused. */
  request_hash: Buffer;
  /** The value given back. */
  answer: ColumnType<JsonValue, string, string>;
  /** When. */
  recorded_at: string;
}

/** What happened. Only ever added to; everything else follows from it. */
export interface EventRow {
  /** The organ in whose ledger it stands. */
  agency_id: number;
  /** Place in the organ's chain, from 1, without gaps. */
  sequence: number;
  /** What it happened to: application, remedy, item, person, agency … */
  stream_kind: string;
  /** Which of them. */
  stream_id: string;
  /** Place within the stream, from 1, without gaps. */
  stream_version: number;
  /** Named in the past tense, such as extended. */
  type: string;
  /** Legal date, Asia/Shanghai. */
  on_date: string;
  /** The instant it was written down, to the millisecond. */
  recorded_at: string;
  /** A person of the office, a citizen, or the system itself. */
  actor_kind: string;
  /** The person, when actor_kind is person. */
  actor_id: string | null;
  /** The post in which the person acted; deputies act in the post they stand in for. */
  actor_role: string | null;
  /** Details. Never personal data of applicants: those are sealed, and named here by sealed_id. */
  payload: ColumnType<JsonValue, string | undefined, string>;
  /** SHA-256 of the files that belong to it, hexadecimal. */
  documents: Generated<string[]>;
  /** Idempotency key of the command that wrote it. */
  command_key: string | null;
  /** Hash of the event before it in the chain; zeros for the first. */
  previous_hash: Buffer;
  /** SHA-256 over the previous hash and this event's canonical JSON. */
  hash: Buffer;
}

/** Every number ever given and to what; never reused. */
export interface IssuedNumberRow {
  /** The organ. */
  agency_id: number;
  /** Series. */
  series: string;
  /** Year of the series. */
  year: number;
  /** The number. */
  number: number;
  /** What bears it. */
  stream_kind: string;
  /** Which of them. */
  stream_id: string;
  /** As printed, such as 云教公开〔2026〕7号. */
  printed: string;
}

/** Letters: drafts that can still be edited, and issued ones, frozen under the hash of their content. */
export interface LetterRow {
  /** The organ. */
  agency_id: number;
  /** The letter. */
  letter_id: string;
  /** The application it belongs to. */
  application_id: string | null;
  /** The remedy case it belongs to. */
  remedy_id: string | null;
  /** Which of the letters of the process it is. */
  kind: string;
  /** draft or issued. */
  state: string;
  /** As printed, such as 云教公开〔2026〕7号; given when issued. */
  number: string | null;
  /** Title as printed. */
  title: string;
  /** What was filled in. Personal data in it is sealed: the addressee is named by sealed_id. */
  fields: ColumnType<JsonValue, string, string>;
  /** Version of the organ's template; 0 is the one that comes with the program. */
  template_version: Generated<number>;
  /** SHA-256 of the frozen content in the file store. */
  content_sha256: string | null;
  /** Date of the letter. */
  issued_on: string | null;
  /** Last change of the draft. */
  changed_at: string;
  /** By whom. */
  changed_by: string | null;
  /** For two people at the same draft. */
  version: Generated<number>;
}

/** An organ's own wording of a letter; every version is kept. */
export interface LetterTemplateRow {
  /** The organ. */
  agency_id: number;
  /** Kind of letter. */
  kind: string;
  /** From 1; the highest holds. */
  version: number;
  /** Paragraphs with fields. */
  content: ColumnType<JsonValue, string, string>;
  /** When. */
  changed_at: string;
  /** By whom. */
  changed_by: string | null;
}

/** In-app messages and reminders to people of the office, and whether they go out by mail. */
export interface MessageRow {
  /** The organ. */
  agency_id: number;
  /** Number. */
  message_id: string;
  /** To whom. */
  person_id: string;
  /** reminder, assignment, review, calendar … */
  kind: string;
  /** Stream kind of what it is about. */
  subject_kind: string | null;
  /** Stream of what it is about. */
  subject_id: string | null;
  /** One line without personal data: it becomes the subject of the mail. */
  title: string;
  /** The rest. */
  body: Generated<string>;
  /** The limit it warns of. */
  due_on: string | null;
  /** The same reminder is made once. */
  once_key: string;
  /** When. */
  created_at: string;
  /** When it was read. */
  read_at: string | null;
  /** none, waiting, sent, failed. */
  mail_state: Generated<string>;
  /** Not before: quiet hours, next try. */
  mail_after: string | null;
  /** Tries so far. */
  mail_attempts: Generated<number>;
}

/** The last number given in each series: registration numbers, letters, index numbers. */
export interface NumberSeriesRow {
  /** The organ. */
  agency_id: number;
  /** Such as application, or letter:reply. */
  series: string;
  /** Year of the series; 0 for a series that runs through the years. */
  year: number;
  /** The last one given. */
  last_number: number;
}

/** People of the offices. Reference table; holds the secrets of signing in, which no event carries. */
export interface PersonRow {
  /** Number of the person. */
  person_id: string;
  /** Lower case. */
  sign_in_name: string;
  /** As shown beside what the person did. */
  name: string;
  /** For reminders. */
  email: string | null;
  /** argon2id; null until the first password is set. */
  password_hash: string | null;
  /** Set by an administrator: the next sign-in leads to a new password. */
  must_change_password: Generated<boolean>;
  /** Sealed secret of the second factor. */
  totp_key: Buffer | null;
  /** Since when the second factor is asked for. */
  totp_confirmed_at: string | null;
  /** Time step of the last code used: a code works once. */
  totp_last_step: number | null;
  /** argon2id hashes of codes that stand in for a lost device, each once. */
  recovery_codes: Generated<string[]>;
  /** May not sign in since. */
  disabled_at: string | null;
  /** Quiet hours, large type and the like. */
  preferences: ColumnType<JsonValue, string | undefined, string>;
  /** Version of the person's stream. */
  version: Generated<number>;
  /** The organ that keeps the account. Its ledger holds the person's events and sign-ins, its share of the session table the sessions. */
  home_agency_id: Generated<number>;
}

/** Posts with their duties, each with an A (holder) and perhaps a B (deputy) 岗. Projection of post streams. */
export interface PostRow {
  /** The organ. */
  agency_id: number;
  /** Number of the post. */
  post_id: string;
  /** Duty: the roles of the case and item processes, and administrator. */
  role: string;
  /** As the office calls the post. */
  title: Generated<string>;
  /** Unit the post belongs to. */
  unit_id: string | null;
  /** Who holds it (A岗). */
  holder_id: string;
  /** Who stands in (B岗). */
  deputy_id: string | null;
  /** First day on which the deputy stands in. */
  absent_from: string | null;
  /** Last day, or open. */
  absent_until: string | null;
  /** No longer held since. */
  ended_on: string | null;
  /** Version of the stream. */
  version: Generated<number>;
}

/** Reconsiderations and lawsuits. Projection of remedy streams. */
export interface RemedyRow {
  /** The organ. */
  agency_id: number;
  /** Stream. */
  remedy_id: string;
  /** reconsideration, litigationDirect 未经复议直接起诉, litigationAfter 复议后起诉. */
  kind: string;
  /** The application whose answer, or whose lack of one, it is about. */
  application_id: string | null;
  /** The body or court. */
  body: string;
  /** Its case number. */
  number: string | null;
  /** Filed on. */
  filed_on: string | null;
  /** When the notice to reply reached the organ. */
  received_on: string | null;
  /** Last day for the organ's reply and evidence. */
  reply_due_on: string | null;
  /** When the organ replied. */
  replied_on: string | null;
  /** Decided on. */
  decided_on: string | null;
  /** upheld, corrected, other: the column of table 4. */
  result: string | null;
  /** The result in its own terms, such as 撤销、责令履行. */
  result_detail: string | null;
  /** Last day for the new answer ordered. */
  redo_due_on: string | null;
  /** When it was given. */
  redone_on: string | null;
  /** Year in which it was filed. */
  filed_year: number | null;
  /** Year in whose table 4 its result counts. */
  decided_year: number | null;
  /** Version of the stream. */
  version: number;
}

/** The figures of a year as they were published: later entries show as a difference, never silently. */
export interface ReportSnapshotRow {
  /** The organ. */
  agency_id: number;
  /** Year of the report. */
  year: number;
  /** Edition of the form. */
  edition: string;
  /** Cells of tables 3 and 4 derived from the ledger. */
  cells: ColumnType<JsonValue, string, string>;
  /** When. */
  taken_at: string;
  /** Last event of the organ's chain that is counted in. */
  taken_at_sequence: number;
  /** The whole report as published. */
  report: ColumnType<JsonValue | null, string | null | undefined, string | null>;
  /** Version of the stream. */
  version: Generated<number>;
}

/** Filters of a list a person saved under a name. */
export interface SavedViewRow {
  /** The organ. */
  agency_id: number;
  /** Whose. */
  person_id: string;
  /** Name. */
  name: string;
  /** Which list. */
  list: string;
  /** The query part of the address. */
  query: string;
}

/** Migrations this database has been through. */
export interface SchemaMigrationRow {
  /** File name. */
  name: string;
  /** Of the file as it was applied, hexadecimal. */
  sha256: string;
  /** When. */
  applied_at: Generated<string>;
}

/** Personal data of applicants, encrypted with a key that is not in the database. Erased on a schedule; the events stay. */
export interface SealedDataRow {
  /** The organ. */
  agency_id: number;
  /** Named in event payloads. */
  sealed_id: string;
  /** What it is, such as applicant. */
  purpose: string;
  /** Which key opens it. */
  key_id: string;
  /** AES-256-GCM: nonce, tag, ciphertext. Null once erased. */
  ciphertext: Buffer | null;
  /** When it was sealed. */
  sealed_at: string;
  /** The day it is due to be erased. */
  erase_on: string | null;
  /** When it was erased. */
  erased_at: string | null;
}

/** Who is signed in. The cookie holds the token, the database only its hash. */
export interface SessionRow {
  /** The organ the person signed in to; the cookie says which. */
  agency_id: number;
  /** SHA-256 of the token. */
  token_hash: Buffer;
  /** Who. */
  person_id: string;
  /** Signed in. */
  created_at: string;
  /** Last request, to the minute. */
  last_seen_at: string;
  /** Ends at the latest. */
  expires_at: string;
  /** When the second factor was given; null: not yet. */
  second_factor_at: string | null;
  /** Network address at sign-in. */
  address: string;
  /** Browser in a few words. */
  device: string;
  /** Ended by the person or an administrator. */
  revoked_at: string | null;
}

/** Files, named by their content. The bytes lie in the file store. */
export interface StoredFileRow {
  /** The organ that keeps it. */
  agency_id: number;
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** By content, never by name. */
  media_type: string;
  /** When it came in. */
  stored_at: string;
  /** When the bytes were erased by the retention schedule. */
  erased_at: string | null;
}

/** Divisions of an organ (内设机构). Projection of unit streams. */
export interface UnitRow {
  /** The organ. */
  agency_id: number;
  /** Number of the unit. */
  unit_id: string;
  /** Name. */
  name: string;
  /** Abolished on. */
  closed_on: string | null;
  /** Version of the stream. */
  version: Generated<number>;
}

export interface Tables {
  agency: AgencyRow;
  application: ApplicationRow;
  application_request: ApplicationRequestRow;
  attempt: AttemptRow;
  calendar_year: CalendarYearRow;
  chain_head: ChainHeadRow;
  command_receipt: CommandReceiptRow;
  event: EventRow;
  issued_number: IssuedNumberRow;
  letter: LetterRow;
  letter_template: LetterTemplateRow;
  message: MessageRow;
  number_series: NumberSeriesRow;
  person: PersonRow;
  post: PostRow;
  remedy: RemedyRow;
  report_snapshot: ReportSnapshotRow;
  saved_view: SavedViewRow;
  schema_migration: SchemaMigrationRow;
  sealed_data: SealedDataRow;
  session: SessionRow;
  stored_file: StoredFileRow;
  unit: UnitRow;
}
