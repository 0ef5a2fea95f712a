-- Search over what is public, kept apart from the texts: drafts and former versions have no row here.

create table search_document (
  agency_id integer not null references agency (agency_id),
  item_id uuid not null,
  version integer not null,
  published_at timestamptz not null,
  published_day date not null,
  year integer not null,
  genre text not null,
  topic text,
  normative text,
  validity text,
  search tsvector not null,
  primary key (agency_id, item_id)
);
create index search_document_words on search_document using gin (search) with (fastupdate = off);

comment on table search_document is 'What search finds: one row for each item that is public now, written with its publication and gone with its withdrawal. Follows from published_item, item_text and file_text; can be made anew.';
comment on column search_document.agency_id is 'The organ.';
comment on column search_document.item_id is 'The item.';
comment on column search_document.version is 'Version of published_item it was made from.';
comment on column search_document.published_at is 'Published in this version: results are ordered by it, the newest first.';
comment on column search_document.published_day is 'The day of it in Asia/Shanghai: search looks at the newest days first.';
comment on column search_document.year is 'Year of first publication.';
comment on column search_document.genre is 'As in published_item.';
comment on column search_document.topic is 'As in published_item.';
comment on column search_document.normative is 'As in published_item.';
comment on column search_document.validity is 'As in published_item.';
comment on column search_document.search is 'Words of title, facts, body and attachments; words of the title again with ^ before them; what filters ask for with ~ before it, so that words and filters meet in one index.';

create index published_item_by_file on published_item using gin (attachments jsonb_path_ops);
create index published_item_by_index_number on published_item (index_number);
