-- How many items each day has is counted every few minutes; by the index alone, without reading the documents.
create index search_document_by_day on search_document (published_day);
