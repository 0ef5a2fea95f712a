alter table application_access add column wants_sms boolean not null default false;
comment on column application_access.wants_sms is 'Whether the applicant asked for notices by text message.';

alter table citizen_notice add column way text not null default 'mail' check (way in ('mail', 'sms'));
alter table citizen_notice drop constraint citizen_notice_agency_id_application_id_once_key_key;
alter table citizen_notice add constraint citizen_notice_once unique (agency_id, application_id, way, once_key);
comment on table citizen_notice is 'Mail and text messages to applicants that are to be sent, written in the transaction of the act they tell of. Holds no address: that is opened when it is sent.';
comment on column citizen_notice.way is 'mail or sms; each is tried and settled by itself.';
comment on column citizen_notice.state is 'waiting, sent, none (no address, or not wanted, or nothing to send it with), failed.';
