-- Search asks search_document alone since it is there; words of texts kept beside it only cost every writing.

alter table item_text drop column search;
drop index file_text_search;
