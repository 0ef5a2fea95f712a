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

/** The words of a text one after the other, each as long as the dictionary has it. */
export function cutLongWords(text: string): readonly string[] {
  return segmenter()
    .cut(text.normalize("NFKC").toLowerCase(), true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Every word of the dictionary that stands anywhere in a text, overlapping ones too: however a query is cut, its words are among them. */
export function cutAllWords(text: string): readonly string[] {
  return segmenter()
    .cutAll(text.normalize("NFKC").toLowerCase())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
