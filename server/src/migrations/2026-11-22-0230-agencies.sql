-- Organs. All of them share this table: on a distributed database it is a reference table.

create table agency (
  agency_id integer primary key check (agency_id >= 0),
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (name <> ''),
  short_name text not null,
  kind text not null check (kind in ('platform', 'government', 'department', 'township', 'authorised')),
  remedy_kind text not null default 'department',
  letter_mark text,
  parent_id integer references agency (agency_id),
  contact jsonb not null default '{}',
  settings jsonb not null default '{}',
  is_demo boolean not null default false,
  closed_on date,
  version integer not null default 0
);

comment on table agency is 'Organs (行政机关) and the platform itself (agency 0). Reference table.';
comment on column agency.agency_id is 'Number of the organ; 0 is the installation itself, for events that belong to no organ.';
comment on column agency.code is 'Stands in addresses: /api/v1/agencies/{code}.';
comment on column agency.name is 'Full official name.';
comment on column agency.short_name is 'Short name, for lists.';
comment on column agency.kind is 'platform, government 人民政府, department 工作部门, township 乡镇街道, authorised 授权组织.';
comment on column agency.remedy_kind is 'The kind of organ by which statute names the body for reconsideration.';
comment on column agency.letter_mark is 'The organ''s mark in letter numbers (机关代字), such as 云教公开.';
comment on column agency.parent_id is 'The organ that leads or oversees this one; its supervisors may read.';
comment on column agency.contact is 'Address, postcode, telephone, fax, e-mail and hours of the disclosure office.';
comment on column agency.settings is 'What the organ configures: review chain, templates, limits of its own.';
comment on column agency.is_demo is 'Made-up content: every page that shows it says so.';
comment on column agency.closed_on is 'The day the organ was abolished; it keeps its past.';
comment on column agency.version is 'Version of the organ''s stream this row was made from.';

insert into agency (agency_id, code, name, short_name, kind) values (0, 'platform', '本系统', '本系统', 'platform');
