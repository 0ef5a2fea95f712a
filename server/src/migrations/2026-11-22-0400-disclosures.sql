-- Proactive disclosure (主动公开): items, their texts, what is public of them, the catalogue, pages, transfers, keys.

create table item (
  agency_id integer not null references agency (agency_id),
  item_id uuid not null,
  state text not null check (state in ('drafted', 'marked', 'inReview', 'returned', 'approved', 'scheduled', 'published', 'updated', 'withdrawn', 'expired', 'archived', 'discarded')),
  title text not null,
  genre text not null,
  attribute text check (attribute in ('proactive', 'onRequest', 'redacted', 'withheld')),
  entry_id uuid,
  statutory text,
  document_number text,
  index_number text,
  formed_on date not null,
  due_on date,
  due_limit text,
  hard_stop_on date,
  is_provisional boolean not null,
  content_hash text not null,
  text_version integer not null,
  public_version integer not null,
  published_at timestamptz,
  published_late boolean not null,
  scheduled_at timestamptz,
  expires_on date,
  review_again_on date,
  waiting_role text,
  review_step integer,
  drafter_id uuid,
  unit_id uuid,
  normative text check (normative in ('rules', 'normative')),
  validity text check (validity in ('effective', 'amended', 'repealed', 'lapsed')),
  valid_until date,
  application_id uuid,
  awaits_take_down_approval boolean not null,
  version integer not null,
  primary key (agency_id, item_id)
);
create index item_by_state on item (agency_id, state, due_on);
create index item_by_due on item (agency_id, due_on) where public_version = 0;
create index item_by_re_review on item (agency_id, review_again_on) where review_again_on is not null;
create index item_by_schedule on item (scheduled_at) where state = 'scheduled';
create index item_by_expiry on item (expires_on) where state = 'published' or state = 'updated';
create index item_by_entry on item (agency_id, entry_id);
create index item_by_application on item (agency_id, application_id) where application_id is not null;

comment on table item is 'Where each item of proactive disclosure stands inside the office, drafts among them. Never read by public pages. Projection of item streams.';
comment on column item.agency_id is 'The organ.';
comment on column item.item_id is 'Stream.';
comment on column item.state is 'State of process.md §6.3: of the version at hand, which may be a newer one than the public sees.';
comment on column item.title is 'Title of the version at hand.';
comment on column item.genre is '体裁: notice, announcement, opinion …';
comment on column item.attribute is 'Attribute at source: proactive 主动公开, onRequest 依申请公开, redacted 删减后公开, withheld 不予公开; null until marked.';
comment on column item.entry_id is 'Entry of the organ''s catalogue.';
comment on column item.statutory is 'Node of the statutory tree, such as 20.7.';
comment on column item.document_number is 'Document number (发文字号).';
comment on column item.index_number is 'Index number (索引号); given when first published, never reused.';
comment on column item.formed_on is 'Formed, or last changed, on: the limit of publication runs from it.';
comment on column item.due_on is 'Last day by the shortest limit that applies; null when nothing need be published.';
comment on column item.due_limit is 'Which limit that is, in words.';
comment on column item.hard_stop_on is 'Last day by law (Art. 26).';
comment on column item.is_provisional is 'The due date lies in a year whose holidays are not announced.';
comment on column item.content_hash is 'SHA-256 of the content at hand: what is screened, reviewed and published.';
comment on column item.text_version is 'Version of the text at hand, in item_text.';
comment on column item.public_version is 'How often it was published; 0: never.';
comment on column item.published_at is 'Last published.';
comment on column item.published_late is 'First published after its last day.';
comment on column item.scheduled_at is 'To be published at.';
comment on column item.expires_on is 'Last day it is shown (公开时限).';
comment on column item.review_again_on is 'When what was withheld is looked at again (Art. 18).';
comment on column item.waiting_role is 'Whose turn it is.';
comment on column item.review_step is 'Step of the review chain it waits at, from 1.';
comment on column item.drafter_id is 'Person who drafted it.';
comment on column item.unit_id is 'Unit it comes from.';
comment on column item.normative is 'rules 规章, normative 行政规范性文件: counted in table 2.';
comment on column item.validity is 'effective 有效, amended 修改, repealed 废止, lapsed 失效.';
comment on column item.valid_until is 'Last day in force, where the document names one.';
comment on column item.application_id is 'Application whose answer it was made from (Art. 44).';
comment on column item.awaits_take_down_approval is 'Taken down at once; the leader''s approval is still to come.';
comment on column item.version is 'Version of the stream.';

create table published_item (
  agency_id integer not null references agency (agency_id),
  item_id uuid not null,
  status text not null check (status in ('published', 'withdrawn', 'expired')),
  title text not null,
  summary text not null,
  genre text not null,
  statutory text,
  entry_id uuid,
  topic text,
  keywords text[] not null,
  publisher text not null,
  source text,
  audience text,
  index_number text not null,
  document_number text,
  unified_number text,
  formed_on date not null,
  effective_on date,
  valid_until date,
  normative text,
  validity text,
  validity_note text,
  validity_changed_on date,
  text_version integer,
  public_version integer not null,
  first_published_at timestamptz not null,
  published_at timestamptz not null,
  published_on date not null,
  expires_on date,
  attachments jsonb not null,
  interprets uuid[] not null,
  interpreted_by uuid[] not null,
  correction text,
  correction_on date,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  hash text not null,
  signature text not null,
  key_id uuid not null,
  version integer not null,
  primary key (agency_id, item_id),
  unique (agency_id, index_number),
  check (status <> 'withdrawn' or (text_version is null and attachments = '[]'))
);
create index published_item_by_time on published_item (agency_id, published_at desc, item_id);
create index published_item_by_statutory on published_item (agency_id, statutory, published_at desc);
create index published_item_by_entry on published_item (agency_id, entry_id, published_at desc);
create index published_item_by_hash on published_item (hash);

comment on table published_item is 'What the public may know of each item: the last published version, or the stub of one withdrawn. Public pages read this table and no other of items. Projection of item streams.';
comment on column published_item.agency_id is 'The organ.';
comment on column published_item.item_id is 'Stream.';
comment on column published_item.status is 'published; withdrawn (a stub is left); expired (公开时限 has passed).';
comment on column published_item.title is 'Title; of a stub the one chosen for it.';
comment on column published_item.summary is '内容概述.';
comment on column published_item.genre is '体裁分类.';
comment on column published_item.statutory is 'Node of the statutory tree (Art. 20, 21), such as 20.7.';
comment on column published_item.entry_id is 'Entry of the organ''s catalogue (组配分类).';
comment on column published_item.topic is '主题分类.';
comment on column published_item.keywords is '关键词.';
comment on column published_item.publisher is '发布机构.';
comment on column published_item.source is '信息来源.';
comment on column published_item.audience is '公开范围.';
comment on column published_item.index_number is '索引号.';
comment on column published_item.document_number is '发文字号.';
comment on column published_item.unified_number is '统一编号 of normative documents.';
comment on column published_item.formed_on is '成文日期.';
comment on column published_item.effective_on is '实施日期.';
comment on column published_item.valid_until is '失效日期, where the document names one.';
comment on column published_item.normative is 'rules 规章, normative 行政规范性文件.';
comment on column published_item.validity is 'effective 有效, amended 修改, repealed 废止, lapsed 失效.';
comment on column published_item.validity_note is 'By what document it was amended or repealed.';
comment on column published_item.validity_changed_on is 'Since when that holds.';
comment on column published_item.text_version is 'Version of the text in item_text that is public; null when none is.';
comment on column published_item.public_version is 'From 1: which publication this is.';
comment on column published_item.first_published_at is 'First published.';
comment on column published_item.published_at is 'Published in this version.';
comment on column published_item.published_on is 'Day of first publication in Asia/Shanghai (发布日期).';
comment on column published_item.expires_on is 'Last day it is shown.';
comment on column published_item.attachments is 'Files that may be downloaded: [{sha256, name, mediaType, size}].';
comment on column published_item.interprets is 'Items this one interprets; ask whether they are public before linking.';
comment on column published_item.interpreted_by is 'Items that interpret this one; ask whether they are public before linking.';
comment on column published_item.correction is 'Correction notice (更正说明) of this version.';
comment on column published_item.correction_on is 'Day of the correction.';
comment on column published_item.withdrawn_at is 'When it was withdrawn.';
comment on column published_item.withdrawal_reason is 'Why, as told to the public.';
comment on column published_item.hash is 'SHA-256 of the published record as canonical JSON, hexadecimal.';
comment on column published_item.signature is 'Ed25519 over the 32 bytes of the hash, base64.';
comment on column published_item.key_id is 'The key that signed.';
comment on column published_item.version is 'Version of the stream.';

create table published_version (
  agency_id integer not null references agency (agency_id),
  item_id uuid not null,
  public_version integer not null,
  text_version integer not null,
  title text not null,
  index_number text not null,
  published_at timestamptz not null,
  content_hash text not null,
  hash text not null,
  signature text not null,
  key_id uuid not null,
  primary key (agency_id, item_id, public_version)
);
create index published_version_by_hash on published_version (hash);
comment on table published_version is 'Every version that was ever public, by its hash: what verification answers from. Projection of item streams.';
comment on column published_version.agency_id is 'The organ.';
comment on column published_version.item_id is 'The item.';
comment on column published_version.public_version is 'From 1.';
comment on column published_version.text_version is 'Its text in item_text.';
comment on column published_version.title is 'Its title.';
comment on column published_version.index_number is 'Index number.';
comment on column published_version.published_at is 'When.';
comment on column published_version.content_hash is 'SHA-256 of the content that was reviewed.';
comment on column published_version.hash is 'SHA-256 of the published record.';
comment on column published_version.signature is 'Ed25519 over the hash, base64.';
comment on column published_version.key_id is 'The key that signed.';

create table item_text (
  agency_id integer not null references agency (agency_id),
  item_id uuid not null,
  text_version integer not null check (text_version >= 1),
  html text,
  plain text,
  search tsvector,
  sha256 text not null,
  written_at timestamptz not null,
  written_by uuid,
  erased_at timestamptz,
  primary key (agency_id, item_id, text_version),
  check ((html is null) = (erased_at is not null) and (plain is null) = (erased_at is not null))
);
create index item_text_search on item_text using gin (search);
comment on table item_text is 'Texts of items, every version. Not in the events, so that a text that leaks something can be erased; the events carry its hash.';
comment on column item_text.agency_id is 'The organ.';
comment on column item_text.item_id is 'The item.';
comment on column item_text.text_version is 'From 1.';
comment on column item_text.html is 'Body as sanitised HTML; null once erased.';
comment on column item_text.plain is 'Body as plain text, a line for each block; null once erased.';
comment on column item_text.search is 'Words of title and body, segmented by the program.';
comment on column item_text.sha256 is 'SHA-256 of the HTML.';
comment on column item_text.written_at is 'When.';
comment on column item_text.written_by is 'By whom.';
comment on column item_text.erased_at is 'Erased when the item was taken down.';

create table file_text (
  agency_id integer not null references agency (agency_id),
  sha256 text not null,
  text text not null,
  search tsvector,
  read_at timestamptz not null,
  primary key (agency_id, sha256)
);
create index file_text_search on file_text using gin (search);
comment on table file_text is 'Text of attachments, for screening and search; can be made anew from the file.';
comment on column file_text.agency_id is 'The organ.';
comment on column file_text.sha256 is 'The file.';
comment on column file_text.text is 'Its text.';
comment on column file_text.search is 'Its words, segmented by the program.';
comment on column file_text.read_at is 'When it was read.';

create table item_screening (
  agency_id integer not null references agency (agency_id),
  item_id uuid not null,
  content_hash text not null,
  findings jsonb not null,
  screened_at timestamptz not null,
  primary key (agency_id, item_id, content_hash)
);
comment on table item_screening is 'What screening found in a content. Findings quote what they found, so they are not in the events and go when a text is erased.';
comment on column item_screening.agency_id is 'The organ.';
comment on column item_screening.item_id is 'The item.';
comment on column item_screening.content_hash is 'The content screened.';
comment on column item_screening.findings is 'Place, reason and suggestion of each.';
comment on column item_screening.screened_at is 'When.';

create table catalogue_entry (
  agency_id integer not null references agency (agency_id),
  entry_id uuid not null,
  statutory text not null,
  position integer not null,
  name text not null,
  sub_item text not null,
  content text not null,
  basis text not null,
  limit_kind text not null check (limit_kind in ('workingDays', 'month', 'quarter', 'fortnight')),
  limit_days integer check ((limit_kind = 'workingDays') = (limit_days is not null)),
  subject text not null,
  channel text not null,
  audience text not null,
  way text not null check (way in ('proactive', 'onRequest')),
  level text not null,
  unit_id uuid,
  opened_on date not null,
  closed_on date,
  version integer not null,
  primary key (agency_id, entry_id)
);
create index catalogue_entry_by_statutory on catalogue_entry (agency_id, statutory, position);
comment on table catalogue_entry is 'The organ''s catalogue (主动公开基本目录, 基层政务公开标准目录) under the statutory tree. Projection of catalogueEntry streams.';
comment on column catalogue_entry.agency_id is 'The organ.';
comment on column catalogue_entry.entry_id is 'Stream.';
comment on column catalogue_entry.statutory is 'Node of the statutory tree it stands under.';
comment on column catalogue_entry.position is 'Order under its node.';
comment on column catalogue_entry.name is '公开事项, first level.';
comment on column catalogue_entry.sub_item is '公开事项, second level.';
comment on column catalogue_entry.content is '公开内容（要素）.';
comment on column catalogue_entry.basis is '公开依据.';
comment on column catalogue_entry.limit_kind is 'workingDays, month (within the month), quarter, fortnight (every two weeks).';
comment on column catalogue_entry.limit_days is 'Of workingDays: at most the 20 of Art. 26.';
comment on column catalogue_entry.subject is '公开主体.';
comment on column catalogue_entry.channel is '公开渠道和载体.';
comment on column catalogue_entry.audience is '公开对象.';
comment on column catalogue_entry.way is '公开方式.';
comment on column catalogue_entry.level is '公开层级.';
comment on column catalogue_entry.unit_id is 'Unit responsible.';
comment on column catalogue_entry.opened_on is 'Since when it is in the catalogue.';
comment on column catalogue_entry.closed_on is 'No longer in it since.';
comment on column catalogue_entry.version is 'Version of the stream.';

create table disclosure_page (
  agency_id integer not null references agency (agency_id),
  page_id uuid not null,
  kind text not null check (kind in ('guide', 'system')),
  title text not null,
  fields jsonb not null,
  updated_on date not null,
  closed_on date,
  version integer not null,
  primary key (agency_id, page_id)
);
create unique index disclosure_page_guide on disclosure_page (agency_id) where kind = 'guide';
comment on table disclosure_page is 'The guide (指南, one) and the systems (制度) of an organ. Projection of disclosurePage streams.';
comment on column disclosure_page.agency_id is 'The organ.';
comment on column disclosure_page.page_id is 'Stream.';
comment on column disclosure_page.kind is 'guide or system.';
comment on column disclosure_page.title is 'Title.';
comment on column disclosure_page.fields is 'Fields of Art. 12 for the guide; {documentNumber, text} for a system.';
comment on column disclosure_page.updated_on is 'Last updated.';
comment on column disclosure_page.closed_on is 'No longer shown since.';
comment on column disclosure_page.version is 'Version of the stream.';

create table transfer_batch (
  agency_id integer not null references agency (agency_id),
  batch_id uuid not null,
  number text not null,
  receiver_kind text not null check (receiver_kind in ('archives', 'library', 'serviceHall')),
  receiver text not null,
  period_from date not null,
  period_until date not null,
  items jsonb not null,
  is_nil boolean not null,
  made_on date not null,
  received_on date,
  received_by text,
  replacement text,
  version integer not null,
  primary key (agency_id, batch_id)
);
create index transfer_batch_by_day on transfer_batch (agency_id, made_on desc);
comment on table transfer_batch is 'Transfers (移送) to archives, libraries and service halls (Art. 25), nil returns among them. Projection of transferBatch streams.';
comment on column transfer_batch.agency_id is 'The organ.';
comment on column transfer_batch.batch_id is 'Stream.';
comment on column transfer_batch.number is 'As printed.';
comment on column transfer_batch.receiver_kind is 'archives 国家档案馆, library 公共图书馆, serviceHall 政务服务场所.';
comment on column transfer_batch.receiver is 'Its name.';
comment on column transfer_batch.period_from is 'First day of publication covered.';
comment on column transfer_batch.period_until is 'Last day covered.';
comment on column transfer_batch.items is 'The list as handed over: [{item, indexNumber, title, documentNumber, publishedOn, hash}].';
comment on column transfer_batch.is_nil is 'A nil return (零报告).';
comment on column transfer_batch.made_on is 'Made on.';
comment on column transfer_batch.received_on is 'Signed for on.';
comment on column transfer_batch.received_by is 'Signature of the receiver: its unit or post, not a person''s data.';
comment on column transfer_batch.replacement is 'Items the receiver was asked to replace, and why.';
comment on column transfer_batch.version is 'Version of the stream.';

create table signing_key (
  agency_id integer not null references agency (agency_id),
  key_id uuid not null,
  public_key text not null,
  sealed_private bytea not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (agency_id, key_id)
);
create unique index signing_key_in_use on signing_key (agency_id) where retired_at is null;
comment on table signing_key is 'Ed25519 keys with which organs sign what they publish. Holds a sealed secret, so commands write it directly.';
comment on column signing_key.agency_id is 'The organ.';
comment on column signing_key.key_id is 'Number of the key.';
comment on column signing_key.public_key is 'SPKI, base64: anyone may verify with it.';
comment on column signing_key.sealed_private is 'PKCS 8, under the sealing key.';
comment on column signing_key.made_at is 'When.';
comment on column signing_key.retired_at is 'Signs no more since; it still verifies.';
