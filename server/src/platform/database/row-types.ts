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

/** The applicant's way to the case: receipt number and query code. */
export interface ApplicationAccessRow {
  /** The organ. */
  agency_id: number;
  /** The application. */
  application_id: string;
  /** Receipt number, digits; not secret. */
  receipt_number: string;
  /** Keyed hash of the query code; the key is not in the database. */
  code_hash: Buffer;
  /** Whether the applicant asked for notices by mail. */
  wants_mail: boolean;
  /** Why it may be spam: a mark for the clerk, never a reason to drop it. */
  suspicions: Generated<string[]>;
  /** When the code was given. */
  issued_at: string;
  /** Whether the applicant asked for notices by text message. */
  wants_sms: Generated<boolean>;
}

/** Forms citizens are filling in. Encrypted, open to the browser that holds the key, deleted when they expire. */
export interface ApplicationDraftRow {
  /** The organ it is for. */
  agency_id: number;
  /** The draft; idempotency key of its submission. */
  draft_id: string;
  /** Keyed hash of the secret in the browser's cookie. */
  owner_hash: Buffer;
  /** What was filled in, encrypted; null once submitted. */
  content: Buffer | null;
  /** Rises with every save. */
  version: Generated<number>;
  /** How often the question against machines was answered wrongly. */
  wrong_answers: Generated<number>;
  /** When it was begun. */
  created_at: string;
  /** Last save. */
  changed_at: string;
  /** When it is deleted. */
  expires_at: string;
  /** What became of it; its receipt can be seen again by the same browser until it expires. */
  application_id: string | null;
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

/** Files that officers put to cases. Those of applicants lie encrypted in the file store, their names sealed. */
export interface AttachmentRow {
  /** The organ. */
  agency_id: number;
  /** SHA-256 of the bytes as stored: what events name. */
  sha256: string;
  /** office 本机关, applicant 申请人. */
  belongs_to: string;
  /** Name as handed in; null for those of applicants. */
  name: string | null;
  /** Name as handed in, in sealed_data. */
  sealed_name: string | null;
  /** Bound into the encryption of the bytes. */
  seal_id: string | null;
  /** By content, never by name. */
  media_type: string;
  /** Bytes, before encryption. */
  size: number;
  /** What is hidden in it: sheets, comments, tracked changes, properties. Told, not refused. */
  findings: ColumnType<JsonValue, string, string>;
  /** When. */
  added_at: string;
  /** By whom. */
  added_by: string | null;
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

/** The organ's catalogue (主动公开基本目录, 基层政务公开标准目录) under the statutory tree. Projection of catalogueEntry streams. */
export interface CatalogueEntryRow {
  /** The organ. */
  agency_id: number;
  /** Stream. */
  entry_id: string;
  /** Node of the statutory tree it stands under. */
  statutory: string;
  /** Order under its node. */
  position: number;
  /** 公开事项, first level. */
  name: string;
  /** 公开事项, second level. */
  sub_item: string;
  /** 公开内容（要素）. */
  content: string;
  /** 公开依据. */
  basis: string;
  /** workingDays, month (within the month), quarter, fortnight (every two weeks). */
  limit_kind: string;
  /** Of workingDays: at most the 20 of Art. 26. */
  limit_days: number | null;
  /** 公开主体. */
  subject: string;
  /** 公开渠道和载体. */
  channel: string;
  /** 公开对象. */
  audience: string;
  /** 公开方式. */
  way: string;
  /** 公开层级. */
  level: string;
  /** Unit responsible. */
  unit_id: string | null;
  /** Since when it is in the catalogue. */
  opened_on: string;
  /** No longer in it since. */
  closed_on: string | null;
  /** Version of the stream. */
  version: number;
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

/** Files handed in by applicants and third parties. The bytes lie encrypted in the file store, the name is sealed. */
export interface CitizenFileRow {
  /** The organ. */
  agency_id: number;
  /** The file. */
  file_id: string;
  /** The draft it was added to. */
  draft_id: string | null;
  /** The application, once submitted. */
  application_id: string | null;
  /** The statement it came with; null for those of the application itself. */
  statement_id: string | null;
  /** The name as it was uploaded, in sealed_data. */
  sealed_name: string;
  /** SHA-256 of the encrypted bytes. */
  sha256: string;
  /** Bytes, before encryption. */
  size: number;
  /** By content, never by name. */
  media_type: string;
  /** What was noticed, such as tracked changes. */
  remark: string | null;
  /** When it came in. */
  added_at: string;
  /** When the bytes were erased. */
  erased_at: string | null;
}

/** Mail and text messages to applicants that are to be sent, written in the transaction of the act they tell of. Holds no address: that is opened when it is sent. */
export interface CitizenNoticeRow {
  /** The organ. */
  agency_id: number;
  /** The notice. */
  notice_id: string;
  /** The case. */
  application_id: string;
  /** What happened. */
  kind: string;
  /** Each thing is told once. */
  once_key: string;
  /** waiting, sent, none (no address, or not wanted, or nothing to send it with), failed. */
  state: Generated<string>;
  /** Tries so far. */
  attempts: Generated<number>;
  /** Not before. */
  send_after: string;
  /** When it was written. */
  created_at: string;
  /** mail or sms; each is tried and settled by itself. */
  way: Generated<string>;
}

/** What applicants and third parties said in the course of a case; the words are sealed. */
export interface CitizenStatementRow {
  /** The organ. */
  agency_id: number;
  /** The statement; the event of its act names it. */
  statement_id: string;
  /** The case. */
  application_id: string;
  /** correction 补正, reasons 说明理由, payment 缴费信息, material 补充材料, withdrawal 撤回, opinion 第三方意见. */
  kind: string;
  /** The words, in sealed_data. */
  sealed_text: string;
  /** Legal date, Asia/Shanghai. */
  given_on: string;
  /** The instant. */
  given_at: string;
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

/** The guide (指南, one) and the systems (制度) of an organ. Projection of disclosurePage streams. */
export interface DisclosurePageRow {
  /** The organ. */
  agency_id: number;
  /** Stream. */
  page_id: string;
  /** guide or system. */
  kind: string;
  /** Title. */
  title: string;
  /** Fields of Art. 12 for the guide; {documentNumber, text} for a system. */
  fields: ColumnType<JsonValue, string, string>;
  /** Last updated. */
  updated_on: string;
  /** No longer shown since. */
  closed_on: string | null;
  /** Version of the stream. */
  version: number;
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

/** Text of attachments, for screening and search; can be made anew from the file. */
export interface FileTextRow {
  /** The organ. */
  agency_id: number;
  /** The file. */
  sha256: string;
  /** Its text. */
  text: string;
  /** Its words, segmented by the program. */
  search: string | null;
  /** When it was read. */
  read_at: string;
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

/** Where each item of proactive disclosure stands inside the office, drafts among them. Never read by public pages. Projection of item streams. */
export interface ItemRow {
  /** The organ. */
  agency_id: number;
  /** Stream. */
  item_id: string;
  /** State of process.md §6.3: of the version at hand, which may be a newer one than the public sees. */
  state: string;
  /** Title of the version at hand. */
  title: string;
  /** 体裁: notice, announcement, opinion … */
  genre: string;
  /** Attribute at source: proactive 主动公开, onRequest 依申请公开, redacted 删减后公开, withheld 不予公开; null until marked. */
  attribute: string | null;
  /** Entry of the organ's catalogue. */
  entry_id: string | null;
  /** Node of the statutory tree, such as 20.7. */
  statutory: string | null;
  /** Document number (发文字号). */
  document_number: string | null;
  /** Index number (索引号); given when first published, never reused. */
  index_number: string | null;
  /** Formed, or last changed, on: the limit of publication runs from it. */
  formed_on: string;
  /** Last day by the shortest limit that applies; null when nothing need be published. */
  due_on: string | null;
  /** Which limit that is, in words. */
  due_limit: string | null;
  /** Last day by law (Art. 26). */
  hard_stop_on: string | null;
  /** The due date lies in a year whose holidays are not announced. */
  is_provisional: boolean;
  /** SHA-256 of the content at hand: what is screened, reviewed and published. */
  content_hash: string;
  /** Version of the text at hand, in item_text. */
  text_version: number;
  /** How often it was published; 0: never. */
  public_version: number;
  /** Last published. */
  published_at: string | null;
  /** First published after its last day. */
  published_late: boolean;
  /** To be published at. */
  scheduled_at: string | null;
  /** Last day it is shown (公开时限). */
  expires_on: string | null;
  /** When what was withheld is looked at again (Art. 18). */
  review_again_on: string | null;
  /** Whose turn it is. */
  waiting_role: string | null;
  /** Step of the review chain it waits at, from 1. */
  review_step: number | null;
  /** Person who drafted it. */
  drafter_id: string | null;
  /** Unit it comes from. */
  unit_id: string | null;
  /** rules 规章, normative 行政规范性文件: counted in table 2. */
  normative: string | null;
  /** effective 有效, amended 修改, repealed 废止, lapsed 失效. */
  validity: string | null;
  /** Last day in force, where the document names one. */
  valid_until: string | null;
  /** Application whose answer it was made from (Art. 44). */
  application_id: string | null;
  /** Taken down at once; the leader's approval is still to come. */
  awaits_take_down_approval: boolean;
  /** Version of the stream. */
  version: number;
}

/** What screening found in a content. Findings quote what they found, so they are not in the events and go when a text is erased. */
export interface ItemScreeningRow {
  /** The organ. */
  agency_id: number;
  /** The item. */
  item_id: string;
  /** The content screened. */
  content_hash: string;
  /** Place, reason and suggestion of each. */
  findings: ColumnType<JsonValue, string, string>;
  /** When. */
  screened_at: string;
}

/** Texts of items, every version. Not in the events, so that a text that leaks something can be erased; the events carry its hash. */
export interface ItemTextRow {
  /** The organ. */
  agency_id: number;
  /** The item. */
  item_id: string;
  /** From 1. */
  text_version: number;
  /** Body as sanitised HTML; null once erased. */
  html: string | null;
  /** Body as plain text, a line for each block; null once erased. */
  plain: string | null;
  /** SHA-256 of the HTML. */
  sha256: string;
  /** When. */
  written_at: string;
  /** By whom. */
  written_by: string | null;
  /** Erased when the item was taken down. */
  erased_at: string | null;
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
  /** Files of a draft that will go to the applicant, by their SHA-256; null when none were ever chosen for it, or events name them. */
  released: string[] | null;
  /** Files of a draft that go into the case and to nobody, by their SHA-256; null as the other. */
  documents: string[] | null;
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
  /** From here on the series has no gaps; lower numbers were given before the register came into this system, or before one was added to it. */
  starts_at: Generated<number>;
}

/** Requests to correct one's own record (Art. 41). No applications: never counted in table 3. Projection of own-record streams. */
export interface OwnRecordRequestRow {
  /** The organ. */
  agency_id: number;
  /** Stream. */
  request_id: string;
  /** Number as printed. */
  number: string;
  /** received 已收到, checked 已核实, corrected 已更正, refused 不予更正, transferred 已转送或者告知. */
  state: string;
  /** Kind of applicant. */
  applicant_kind: string;
  /** Masked for natural persons. */
  applicant_name: string;
  /** Keyed hash of who asks. */
  applicant_key: string;
  /** One line for lists, without personal data. */
  summary: string;
  /** Channel it came by. */
  channel: string;
  /** When it came in. */
  received_on: string;
  /** Last day for the result; the Regulations set none, the organ's own or that of an answer is kept to. */
  due_on: string;
  /** The due date lies in a year whose holidays are not announced. */
  is_provisional: boolean;
  /** When the record was compared with the proof. */
  checked_on: string | null;
  /** When it was decided. */
  decided_on: string | null;
  /** Decided after the last day. */
  decided_late: boolean;
  /** When the one who asked was told. */
  told_on: string | null;
  /** The organ that has the power to correct it. */
  transferred_to: string | null;
  /** Whose turn it is. */
  waiting_role: string | null;
  /** Version of the stream. */
  version: number;
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

/** What the public may know of each item: the last published version, or the stub of one withdrawn. Public pages read this table and no other of items. Projection of item streams. */
export interface PublishedItemRow {
  /** The organ. */
  agency_id: number;
  /** Stream. */
  item_id: string;
  /** published; withdrawn (a stub is left); expired (公开时限 has passed). */
  status: string;
  /** Title; of a stub the one chosen for it. */
  title: string;
  /** 内容概述. */
  summary: string;
  /** 体裁分类. */
  genre: string;
  /** Node of the statutory tree (Art. 20, 21), such as 20.7. */
  statutory: string | null;
  /** Entry of the organ's catalogue (组配分类). */
  entry_id: string | null;
  /** 主题分类. */
  topic: string | null;
  /** 关键词. */
  keywords: string[];
  /** 发布机构. */
  publisher: string;
  /** 信息来源. */
  source: string | null;
  /** 公开范围. */
  audience: string | null;
  /** 索引号. */
  index_number: string;
  /** 发文字号. */
  document_number: string | null;
  /** 统一编号 of normative documents. */
  unified_number: string | null;
  /** 成文日期. */
  formed_on: string;
  /** 实施日期. */
  effective_on: string | null;
  /** 失效日期, where the document names one. */
  valid_until: string | null;
  /** rules 规章, normative 行政规范性文件. */
  normative: string | null;
  /** effective 有效, amended 修改, repealed 废止, lapsed 失效. */
  validity: string | null;
  /** By what document it was amended or repealed. */
  validity_note: string | null;
  /** Since when that holds. */
  validity_changed_on: string | null;
  /** Version of the text in item_text that is public; null when none is. */
  text_version: number | null;
  /** From 1: which publication this is. */
  public_version: number;
  /** First published. */
  first_published_at: string;
  /** Published in this version. */
  published_at: string;
  /** Day of first publication in Asia/Shanghai (发布日期). */
  published_on: string;
  /** Last day it is shown. */
  expires_on: string | null;
  /** Files that may be downloaded: [{sha256, name, mediaType, size}]. */
  attachments: ColumnType<JsonValue, string, string>;
  /** Items this one interprets; ask whether they are public before linking. */
  interprets: string[];
  /** Items that interpret this one; ask whether they are public before linking. */
  interpreted_by: string[];
  /** Correction notice (更正说明) of this version. */
  correction: string | null;
  /** Day of the correction. */
  correction_on: string | null;
  /** When it was withdrawn. */
  withdrawn_at: string | null;
  /** Why, as told to the public. */
  withdrawal_reason: string | null;
  /** SHA-256 of the published record as canonical JSON, hexadecimal. */
  hash: string;
  /** Ed25519 over the 32 bytes of the hash, base64. */
  signature: string;
  /** The key that signed. */
  key_id: string;
  /** Version of the stream. */
  version: number;
  /** Where it was public before it was taken over; null when it was first published here, or the register does not say. */
  origin_address: string | null;
  /** The old address without scheme and case of the host: what is asked for when somebody follows an old link. */
  origin_key: string | null;
  /** Day on which it was taken over from elsewhere; null when it was first published here. */
  taken_over_on: string | null;
}

/** Every version that was ever public, by its hash: what verification answers from. Projection of item streams. */
export interface PublishedVersionRow {
  /** The organ. */
  agency_id: number;
  /** The item. */
  item_id: string;
  /** From 1. */
  public_version: number;
  /** Its text in item_text. */
  text_version: number;
  /** Its title. */
  title: string;
  /** Index number. */
  index_number: string;
  /** When. */
  published_at: string;
  /** SHA-256 of the content that was reviewed. */
  content_hash: string;
  /** SHA-256 of the published record. */
  hash: string;
  /** Ed25519 over the hash, base64. */
  signature: string;
  /** The key that signed. */
  key_id: string;
}

/** Registers handed in to be imported: how their columns are taken, and how far the work is. */
export interface RegisterImportRow {
  /** The organ. */
  agency_id: number;
  /** The import; its stream tells who began, cancelled or undid it. */
  import_id: string;
  /** Name of the file. */
  name: string;
  /** cases: case files in JSON; table: a register of cases with a heading row; items: a register of items that are public elsewhere. */
  format: string;
  /** draft until it is begun; cancelled keeps what was imported up to then. */
  state: string;
  /** Keyed hash of the file as handed in, to know it again. */
  source_hash: string;
  /** The content, encrypted, in the file store; null once it is no longer needed. */
  content_sha256: string | null;
  /** Which column is which field, what words mean, and what to take where nothing is given. */
  mapping: ColumnType<JsonValue, string, string>;
  /** Headings of the register in order. */
  columns: string[];
  /** Rows, or cases. */
  row_count: number;
  /** Rows gone through. */
  done_rows: Generated<number>;
  /** Cases written. */
  imported: Generated<number>;
  /** Rows left out because something is wrong with them. */
  refused: Generated<number>;
  /** Cases taken back by an undo. */
  withdrawn: Generated<number>;
  /** Why the work stopped, in Chinese, without personal data. */
  last_problem: string | null;
  /** When the file came in. */
  created_at: string;
  /** By whom; null from the command line. */
  created_by: string | null;
  /** Last step. */
  changed_at: string;
  /** For two people at the same import. */
  version: Generated<number>;
  /** Of items: the archive with their texts and attachments, in the file store; null without one, or once it is no longer needed. */
  package_sha256: string | null;
  /** Of items: how they were reviewed when they were first published, as the head of the office states when beginning. */
  statement: string | null;
  /** Of items: those among the imported that became drafts to be reviewed, for what screening found. */
  drafts: Generated<number>;
}

/** Rows of a register of items that were left out, to be given back for correction. */
export interface RegisterImportRefusalRow {
  /** The organ. */
  agency_id: number;
  /** The import. */
  import_id: string;
  /** Row of the sheet. */
  row_number: number;
  /** Its cells as they were handed in. */
  cells: string[];
  /** What is wrong: column, what stands there, a sentence. */
  problems: ColumnType<JsonValue, string, string>;
}

/** What became of each imported row. */
export interface RegisterImportRowRow {
  /** The organ. */
  agency_id: number;
  /** The import. */
  import_id: string;
  /** Row of the sheet, or case of the file, from 1. */
  row_number: number;
  /** application, remedy or item. */
  stream_kind: string;
  /** The case or item. */
  stream_id: string;
  /** Version of its stream when it was imported: a later one means that something was done since. */
  version: number;
  /** taken; draft: an item to be reviewed before it goes out, for what screening found. */
  outcome: Generated<string>;
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

/** What search finds: one row for each item that is public now, written with its publication and gone with its withdrawal. Follows from published_item, item_text and file_text; can be made anew. */
export interface SearchDocumentRow {
  /** The organ. */
  agency_id: number;
  /** The item. */
  item_id: string;
  /** Version of published_item it was made from. */
  version: number;
  /** Published in this version: results are ordered by it, the newest first. */
  published_at: string;
  /** The day of it in Asia/Shanghai: search looks at the newest days first. */
  published_day: string;
  /** Year of first publication. */
  year: number;
  /** As in published_item. */
  genre: string;
  /** As in published_item. */
  topic: string | null;
  /** As in published_item. */
  normative: string | null;
  /** As in published_item. */
  validity: string | null;
  /** Words of title, facts, body and attachments; words of the title again with ^ before them; what filters ask for with ~ before it, so that words and filters meet in one index. */
  search: string;
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

/** Ed25519 keys with which organs sign what they publish. Holds a sealed secret, so commands write it directly. */
export interface SigningKeyRow {
  /** The organ. */
  agency_id: number;
  /** Number of the key. */
  key_id: string;
  /** SPKI, base64: anyone may verify with it. */
  public_key: string;
  /** PKCS 8, under the sealing key. */
  sealed_private: Buffer;
  /** When. */
  made_at: string;
  /** Signs no more since; it still verifies. */
  retired_at: string | null;
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

/** One-time links by which a third party gives its opinion. */
export interface ThirdPartyLinkRow {
  /** The organ. */
  agency_id: number;
  /** The link. */
  link_id: string;
  /** The application. */
  application_id: string;
  /** Which consultation. */
  consultation: string;
  /** Keyed hash of the token in the link. */
  token_hash: Buffer;
  /** What the third party is told, in sealed_data: the information concerned, and the reasons why it is asked. */
  sealed_concern: string;
  /** When it was made. */
  created_at: string;
  /** No longer good from. */
  expires_at: string;
  /** First opened. */
  opened_at: string | null;
  /** When the opinion was given: it is good once. */
  used_at: string | null;
  /** Replaced by another one. */
  revoked_at: string | null;
}

/** Transfers (移送) to archives, libraries and service halls (Art. 25), nil returns among them. Projection of transferBatch streams. */
export interface TransferBatchRow {
  /** The organ. */
  agency_id: number;
  /** Stream. */
  batch_id: string;
  /** As printed. */
  number: string;
  /** archives 国家档案馆, library 公共图书馆, serviceHall 政务服务场所. */
  receiver_kind: string;
  /** Its name. */
  receiver: string;
  /** First day of publication covered. */
  period_from: string;
  /** Last day covered. */
  period_until: string;
  /** The list as handed over: [{item, indexNumber, title, documentNumber, publishedOn, hash}]. */
  items: ColumnType<JsonValue, string, string>;
  /** A nil return (零报告). */
  is_nil: boolean;
  /** Made on. */
  made_on: string;
  /** Signed for on. */
  received_on: string | null;
  /** Signature of the receiver: its unit or post, not a person's data. */
  received_by: string | null;
  /** Items the receiver was asked to replace, and why. */
  replacement: string | null;
  /** Version of the stream. */
  version: number;
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
  application_access: ApplicationAccessRow;
  application_draft: ApplicationDraftRow;
  application_request: ApplicationRequestRow;
  attachment: AttachmentRow;
  attempt: AttemptRow;
  calendar_year: CalendarYearRow;
  catalogue_entry: CatalogueEntryRow;
  chain_head: ChainHeadRow;
  citizen_file: CitizenFileRow;
  citizen_notice: CitizenNoticeRow;
  citizen_statement: CitizenStatementRow;
  command_receipt: CommandReceiptRow;
  disclosure_page: DisclosurePageRow;
  event: EventRow;
  file_text: FileTextRow;
  issued_number: IssuedNumberRow;
  item: ItemRow;
  item_screening: ItemScreeningRow;
  item_text: ItemTextRow;
  letter: LetterRow;
  letter_template: LetterTemplateRow;
  message: MessageRow;
  number_series: NumberSeriesRow;
  own_record_request: OwnRecordRequestRow;
  person: PersonRow;
  post: PostRow;
  published_item: PublishedItemRow;
  published_version: PublishedVersionRow;
  register_import: RegisterImportRow;
  register_import_refusal: RegisterImportRefusalRow;
  register_import_row: RegisterImportRowRow;
  remedy: RemedyRow;
  report_snapshot: ReportSnapshotRow;
  saved_view: SavedViewRow;
  schema_migration: SchemaMigrationRow;
  sealed_data: SealedDataRow;
  search_document: SearchDocumentRow;
  session: SessionRow;
  signing_key: SigningKeyRow;
  stored_file: StoredFileRow;
  third_party_link: ThirdPartyLinkRow;
  transfer_batch: TransferBatchRow;
  unit: UnitRow;
}
