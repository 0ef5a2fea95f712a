-- The ledger: events, their chain, the numbers given, what a retried command is answered, sealed data and files.

create table event (
  agency_id integer not null references agency (agency_id),
  sequence bigint not null check (sequence >= 1),
  stream_kind text not null,
  stream_id uuid not null,
  stream_version integer not null check (stream_version >= 1),
  type text not null,
  on_date date not null,
  recorded_at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'citizen', 'system')),
  actor_id uuid,
  actor_role text,
  payload jsonb not null default '{}',
  documents text[] not null default '{}',
  command_key text,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (agency_id, sequence),
  unique (agency_id, stream_kind, stream_id, stream_version)
);
create index event_by_type on event (agency_id, type, sequence);

comment on table event is 'What happened. Only ever added to; everything else follows from it.';
comment on column event.agency_id is 'The organ in whose ledger it stands.';
comment on column event.sequence is 'Place in the organ''s chain, from 1, without gaps.';
comment on column event.stream_kind is 'What it happened to: application, remedy, item, person, agency …';
comment on column event.stream_id is 'Which of them.';
comment on column event.stream_version is 'Place within the stream, from 1, without gaps.';
comment on column event.type is 'Named in the past tense, such as extended.';
comment on column event.on_date is 'Legal date, Asia/Shanghai.';
comment on column event.recorded_at is 'The instant it was written down, to the millisecond.';
comment on column event.actor_kind is 'A person of the office, a citizen, or the system itself.';
comment on column event.actor_id is 'The person, when actor_kind is person.';
comment on column event.actor_role is 'The post in which the person acted; deputies act in the post they stand in for.';
comment on column event.payload is 'Details. Never personal data of applicants: those are sealed, and named here by sealed_id.';
comment on column event.documents is 'SHA-256 of the files that belong to it, hexadecimal.';
comment on column event.command_key is 'Idempotency key of the command that wrote it.';
comment on column event.previous_hash is 'Hash of the event before it in the chain; zeros for the first.';
comment on column event.hash is 'SHA-256 over the previous hash and this event''s canonical JSON.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are only ever added' using errcode = 'GK001';
end $$;
create trigger event_is_append_only before update or delete or truncate on event for each statement execute function refuse_change();

create table chain_head (
  agency_id integer primary key references agency (agency_id),
  sequence bigint not null,
  hash bytea not null
);
comment on table chain_head is 'The last event of each organ''s chain. Whoever writes for an organ locks its row first: one organ, one pen.';
comment on column chain_head.agency_id is 'The organ.';
comment on column chain_head.sequence is 'Sequence of its last event; 0 before the first.';
comment on column chain_head.hash is 'Hash of its last event.';

create table command_receipt (
  agency_id integer not null references agency (agency_id),
  command_key text not null check (length(command_key) between 8 and 200),
  command text not null,
  request_hash bytea not null,
  answer jsonb not null,
  recorded_at timestamptz not null,
  primary key (agency_id, command_key)
);
comment on table command_receipt is 'What a command answered, so that the same submit sent twice is done once.';
comment on column command_receipt.agency_id is 'The organ.';
comment on column command_receipt.command_key is 'Idempotency key chosen by the caller.';
comment on column command_receipt.command is 'Name of the command.';
comment on column command_receipt.request_hash is 'SHA-256 of who asked for what: the same key with another request is refused.';
comment on column command_receipt.answer is 'The value given back.';
comment on column command_receipt.recorded_at is 'When.';

create table number_series (
  agency_id integer not null references agency (agency_id),
  series text not null,
  year integer not null,
  last_number integer not null,
  primary key (agency_id, series, year)
);
comment on table number_series is 'The last number given in each series: registration numbers, letters, index numbers.';
comment on column number_series.agency_id is 'The organ.';
comment on column number_series.series is 'Such as application, or letter:reply.';
comment on column number_series.year is 'Year of the series; 0 for a series that runs through the years.';
comment on column number_series.last_number is 'The last one given.';

create table issued_number (
  agency_id integer not null references agency (agency_id),
  series text not null,
  year integer not null,
  number integer not null,
  stream_kind text not null,
  stream_id uuid not null,
  printed text not null,
  primary key (agency_id, series, year, number)
);
create index issued_number_by_stream on issued_number (agency_id, stream_id);
comment on table issued_number is 'Every number ever given and to what; never reused.';
comment on column issued_number.agency_id is 'The organ.';
comment on column issued_number.series is 'Series.';
comment on column issued_number.year is 'Year of the series.';
comment on column issued_number.number is 'The number.';
comment on column issued_number.stream_kind is 'What bears it.';
comment on column issued_number.stream_id is 'Which of them.';
comment on column issued_number.printed is 'As printed, such as 云教公开〔2026〕7号.';

create table sealed_data (
  agency_id integer not null references agency (agency_id),
  sealed_id uuid not null,
  purpose text not null,
  key_id text not null,
  ciphertext bytea,
  sealed_at timestamptz not null,
  erase_on date,
  erased_at timestamptz,
  primary key (agency_id, sealed_id),
  check ((ciphertext is null) = (erased_at is not null))
);
create index sealed_data_to_erase on sealed_data (agency_id, erase_on) where erased_at is null;
comment on table sealed_data is 'Personal data of applicants, encrypted with a key that is not in the database. Erased on a schedule; the events stay.';
comment on column sealed_data.agency_id is 'The organ.';
comment on column sealed_data.sealed_id is 'Named in event payloads.';
comment on column sealed_data.purpose is 'What it is, such as applicant.';
comment on column sealed_data.key_id is 'Which key opens it.';
comment on column sealed_data.ciphertext is 'AES-256-GCM: nonce, tag, ciphertext. Null once erased.';
comment on column sealed_data.sealed_at is 'When it was sealed.';
comment on column sealed_data.erase_on is 'The day it is due to be erased.';
comment on column sealed_data.erased_at is 'When it was erased.';

create table stored_file (
  agency_id integer not null references agency (agency_id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  media_type text not null,
  stored_at timestamptz not null,
  erased_at timestamptz,
  primary key (agency_id, sha256)
);
comment on table stored_file is 'Files, named by their content. The bytes lie in the file store.';
comment on column stored_file.agency_id is 'The organ that keeps it.';
comment on column stored_file.sha256 is 'SHA-256 of the bytes, hexadecimal.';
comment on column stored_file.size is 'Bytes.';
comment on column stored_file.media_type is 'By content, never by name.';
comment on column stored_file.stored_at is 'When it came in.';
comment on column stored_file.erased_at is 'When the bytes were erased by the retention schedule.';
