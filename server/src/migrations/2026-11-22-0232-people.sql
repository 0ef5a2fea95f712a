-- People, their posts and sessions.

create table person (
  person_id uuid primary key,
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name) and sign_in_name <> ''),
  name text not null check (name <> ''),
  email text,
  password_hash text,
  must_change_password boolean not null default false,
  totp_key bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  recovery_codes text[] not null default '{}',
  disabled_at timestamptz,
  preferences jsonb not null default '{}',
  version integer not null default 0
);
comment on table person is 'People of the offices. Reference table; holds the secrets of signing in, which no event carries.';
comment on column person.person_id is 'Number of the person.';
comment on column person.sign_in_name is 'Lower case.';
comment on column person.name is 'As shown beside what the person did.';
comment on column person.email is 'For reminders.';
comment on column person.password_hash is 'argon2id; null until the first password is set.';
comment on column person.must_change_password is 'Set by an administrator: the next sign-in leads to a new password.';
comment on column person.totp_key is 'Sealed secret of the second factor.';
comment on column person.totp_confirmed_at is 'Since when the second factor is asked for.';
comment on column person.totp_last_step is 'Time step of the last code used: a code works once.';
comment on column person.recovery_codes is 'argon2id hashes of codes that stand in for a lost device, each once.';
comment on column person.disabled_at is 'May not sign in since.';
comment on column person.preferences is 'Quiet hours, large type and the like.';
comment on column person.version is 'Version of the person''s stream.';

create table unit (
  agency_id integer not null references agency (agency_id),
  unit_id uuid not null,
  name text not null,
  closed_on date,
  version integer not null default 0,
  primary key (agency_id, unit_id)
);
comment on table unit is 'Divisions of an organ (内设机构). Projection of unit streams.';
comment on column unit.agency_id is 'The organ.';
comment on column unit.unit_id is 'Number of the unit.';
comment on column unit.name is 'Name.';
comment on column unit.closed_on is 'Abolished on.';
comment on column unit.version is 'Version of the stream.';

create table post (
  agency_id integer not null references agency (agency_id),
  post_id uuid not null,
  role text not null check (role in ('registrar', 'handler', 'unitHead', 'officeHead', 'secrecyReviewer', 'legalReviewer', 'leader', 'cashier', 'supervisor', 'administrator')),
  title text not null default '',
  unit_id uuid,
  holder_id uuid not null references person (person_id),
  deputy_id uuid references person (person_id),
  absent_from date,
  absent_until date,
  ended_on date,
  version integer not null default 0,
  primary key (agency_id, post_id),
  foreign key (agency_id, unit_id) references unit (agency_id, unit_id),
  check (holder_id <> deputy_id)
);
create index post_by_holder on post (holder_id);
create index post_by_deputy on post (deputy_id);
comment on table post is 'Posts with their duties, each with an A (holder) and perhaps a B (deputy) 岗. Projection of post streams.';
comment on column post.agency_id is 'The organ.';
comment on column post.post_id is 'Number of the post.';
comment on column post.role is 'Duty: the roles of the case and item processes, and administrator.';
comment on column post.title is 'As the office calls the post.';
comment on column post.unit_id is 'Unit the post belongs to.';
comment on column post.holder_id is 'Who holds it (A岗).';
comment on column post.deputy_id is 'Who stands in (B岗).';
comment on column post.absent_from is 'First day on which the deputy stands in.';
comment on column post.absent_until is 'Last day, or open.';
comment on column post.ended_on is 'No longer held since.';
comment on column post.version is 'Version of the stream.';

create table session (
  agency_id integer not null references agency (agency_id),
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  address text not null,
  device text not null,
  revoked_at timestamptz,
  primary key (agency_id, token_hash)
);
create index session_by_person on session (agency_id, person_id);
comment on table session is 'Who is signed in. The cookie holds the token, the database only its hash.';
comment on column session.agency_id is 'The organ the person signed in to; the cookie says which.';
comment on column session.token_hash is 'SHA-256 of the token.';
comment on column session.person_id is 'Who.';
comment on column session.created_at is 'Signed in.';
comment on column session.last_seen_at is 'Last request, to the minute.';
comment on column session.expires_at is 'Ends at the latest.';
comment on column session.second_factor_at is 'When the second factor was given; null: not yet.';
comment on column session.address is 'Network address at sign-in.';
comment on column session.device is 'Browser in a few words.';
comment on column session.revoked_at is 'Ended by the person or an administrator.';

create table attempt (
  agency_id integer not null references agency (agency_id),
  bucket text not null,
  window_started_at timestamptz not null,
  count integer not null,
  blocked_until timestamptz,
  primary key (agency_id, bucket)
);
comment on table attempt is 'Counters of rate limits and lockouts, shared by all processes. Agency 0 unless the thing counted belongs to an organ.';
comment on column attempt.agency_id is 'The organ.';
comment on column attempt.bucket is 'What is counted, such as sign-in:name or query-code:address.';
comment on column attempt.window_started_at is 'Start of the window that is counted.';
comment on column attempt.count is 'Attempts in it.';
comment on column attempt.blocked_until is 'No further attempt before.';
