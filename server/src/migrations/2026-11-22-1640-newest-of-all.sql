-- The newest of all organs are found by the day they came out; asked organ by organ they were found quickly too, but not on a distributed database.
create index published_item_newest on published_item (published_at desc, item_id) where status = 'published';
