import { readRecords } from "@gongkai/document/read";

/** Lines of a text with separators, each with the line it begins at; quotes may hold breaks. Tabs, when the first line has any. */
export function readCsv(text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const plain = text.replace(/^\uFEFF/, "");
  const first = plain.slice(0, plain.search(/[\r\n]|$/));
  const separator = first.includes("\t") ? "\t" : first.includes(";") && !first.includes(",") ? ";" : ",";
  return Array.from(readRecords(plain, separator), ({ line, fields }) => ({ line, cells: fields.map((field) => field.text) }));
}
