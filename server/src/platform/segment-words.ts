import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { type RawBuilder, sql } from "kysely";

let jieba: Jieba | undefined;

/** Loaded at first use: the dictionary takes a moment and some memory. */
function segmenter(): Jieba {
  jieba ??= Jieba.withDict(dict);
  return jieba;
}

/** The words of a Chinese text as PostgreSQL's full-text search keeps them: cut by the program, so that any server will do. */
export function segmentWords(text: string): RawBuilder<string> {
  return sql<string>`to_tsvector('simple', ${cutWords(text).join(" ")})`;
}

/** Every word of a text that can be searched for; long words also in their parts. */
export function cutWords(text: string): readonly string[] {
  return segmenter()
    .cutForSearch(text.normalize("NFKC").toLowerCase(), true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** A query: all words of what was typed, as a phrase where they stand together. */
export function searchFor(text: string): RawBuilder<string> {
  const words = segmenter()
    .cut(text.normalize("NFKC").toLowerCase(), true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return sql<string>`plainto_tsquery('simple', ${words.join(" ")})`;
}
