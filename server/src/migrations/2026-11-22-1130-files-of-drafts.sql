-- A draft keeps the files chosen for it: those that will go to the applicant, and those for the file only. Once it is handed in the
-- events name them and the draft lets go.
alter table letter
  add column released text[],
  add column documents text[],
  add constraint letter_files_told_together check ((released is null) = (documents is null)),
  add constraint letter_files_of_draft check (state = 'draft' or documents is null);
comment on column letter.released is 'Files of a draft that will go to the applicant, by their SHA-256; null when none were ever chosen for it, or events name them.';
comment on column letter.documents is 'Files of a draft that go into the case and to nobody, by their SHA-256; null as the other.';
create index letter_with_files on letter using gin ((released || documents)) where documents is not null;
