-- Letters are looked up by the number printed on them, by whoever holds one.

create index letter_by_number on letter (number) where state = 'issued';
create index letter_by_content on letter (content_sha256) where state = 'issued';
