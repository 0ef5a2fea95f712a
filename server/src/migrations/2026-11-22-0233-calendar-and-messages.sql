-- The calendar as the office keeps it, and what the system tells people.

create table calendar_year (
  year integer primary key check (year between 2000 and 2200),
  content jsonb not null,
  version integer not null default 0
);
comment on table calendar_year is 'Holiday notices entered by administrators, over the years that come with the program. Reference table; projection of calendar streams.';
comment on column calendar_year.year is 'Year.';
comment on column calendar_year.content is 'Holidays, make-up working days and the notice they rest on, in the shape of statute''s calendar years.';
comment on column calendar_year.version is 'Version of the stream.';

create table message (
  agency_id integer not null references agency (agency_id),
  message_id uuid not null,
  person_id uuid not null,
  kind text not null,
  subject_kind text,
  subject_id uuid,
  title text not null,
  body text not null default '',
  due_on date,
  once_key text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  mail_state text not null default 'none' check (mail_state in ('none', 'waiting', 'sent', 'failed')),
  mail_after timestamptz,
  mail_attempts integer not null default 0,
  primary key (agency_id, message_id),
  unique (agency_id, person_id, once_key)
);
create index message_unread on message (agency_id, person_id, created_at) where read_at is null;
create index message_to_mail on message (agency_id, mail_after) where mail_state = 'waiting';
comment on table message is 'In-app messages and reminders to people of the office, and whether they go out by mail.';
comment on column message.agency_id is 'The organ.';
comment on column message.message_id is 'Number.';
comment on column message.person_id is 'To whom.';
comment on column message.kind is 'reminder, assignment, review, calendar …';
comment on column message.subject_kind is 'Stream kind of what it is about.';
comment on column message.subject_id is 'Stream of what it is about.';
comment on column message.title is 'One line without personal data: it becomes the subject of the mail.';
comment on column message.body is 'The rest.';
comment on column message.due_on is 'The limit it warns of.';
comment on column message.once_key is 'The same reminder is made once.';
comment on column message.created_at is 'When.';
comment on column message.read_at is 'When it was read.';
comment on column message.mail_state is 'none, waiting, sent, failed.';
comment on column message.mail_after is 'Not before: quiet hours, next try.';
comment on column message.mail_attempts is 'Tries so far.';
