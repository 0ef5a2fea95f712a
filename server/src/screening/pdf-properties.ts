import { inflateSync } from "node:zlib";
import { type Finding, findInFile } from "./finding.ts";

const LABELS: Readonly<Record<string, string>> = { Author: "作者", Manager: "主管", Company: "单位", LastModifiedBy: "最后修改人" };
const STRING = String.raw`\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>`;
const PROPERTY = new RegExp(String.raw`/(Author|Manager|Company|LastModifiedBy)\s*(${STRING})`, "g");
const XMP_AUTHOR = /<dc:creator>[\s\S]*?<rdf:li[^>]*>([^<]*)<\/rdf:li>|<(?:pdf|xmp|xmpMM):Author>([^<]*)</g;
const NOTE = /\/Subtype\s*\/(?:Text|FreeText|Popup|Highlight|StrikeOut|Underline|Ink)\b/g;
const MOST_OBJECTS = 64 * 1024 * 1024;

/** What a PDF carries beside its pages: author, notes, attached files. */
export function inspectPdf(name: string, bytes: Uint8Array): readonly Finding[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const all = text + openObjectStreams(text);
  const authors = [...all.matchAll(PROPERTY)].flatMap(([, key = "", value = ""]) => {
    const printed = decodeString(value).trim();
    return printed === "" ? [] : [`${LABELS[key] ?? key}：${printed}`];
  });
  const xmp = [...all.matchAll(XMP_AUTHOR)].flatMap(([, one, other]) => {
    const printed = Buffer.from(one ?? other ?? "", "latin1")
      .toString("utf8")
      .trim();
    return printed === "" ? [] : [`作者：${printed}`];
  });
  const metadata = {
    rule: "metadata",
    severity: "warn",
    reason: "文件属性中留有作者等信息。",
    suggestion: "一键清理；不能清理的，重新导出不带属性的PDF。",
  } as const;
  const notes = { rule: "comment", severity: "block", reason: "PDF中有批注。", suggestion: "删除批注后重新导出PDF。" } as const;
  const files = { rule: "embedded", severity: "block", reason: "PDF中附有其他文件。", suggestion: "去掉所附文件后重新导出PDF。" } as const;
  return [
    ...[...new Set([...authors, ...xmp])].map((what) => findInFile(name, metadata, what)),
    ...(NOTE.test(resetting(NOTE, all)) ? [findInFile(name, notes, "批注")] : []),
    ...(/\/EmbeddedFiles\b|\/Type\s*\/Filespec\b/.test(all) ? [findInFile(name, files, "所附文件")] : []),
  ];
}

/** Blanks author and the like where they stand in the open; lengths stay, so every reference of the file still holds. */
export function cleanPdf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const blank = (value: string) => value[0] + (value[0] === "<" ? "0" : " ").repeat(value.length - 2) + value.at(-1);
  const clean = text
    .replaceAll(
      PROPERTY,
      (whole, _key, value: string) =>
        whole.slice(0, whole.length - value.length) +
        blank(value).replaceAll(/^<(0+)>$/g, (hex) => `<${"20".repeat(hex.length).slice(0, hex.length - 2)}>`),
    )
    .replaceAll(XMP_AUTHOR, (whole, one?: string, other?: string) => {
      const value = one ?? other ?? "";
      const at = whole.lastIndexOf(value === "" ? "\0" : value);
      return at === -1 ? whole : whole.slice(0, at) + " ".repeat(value.length) + whole.slice(at + value.length);
    });
  return new Uint8Array(Buffer.from(clean, "latin1"));
}

function resetting(pattern: RegExp, text: string): string {
  pattern.lastIndex = 0;
  return text;
}

/** Objects that are packed together since PDF 1.5. */
function openObjectStreams(text: string): string {
  const opened: string[] = [];
  let total = 0;
  for (const { index } of text.matchAll(/\/Type\s*\/ObjStm\b/g)) {
    const from = text.indexOf("stream", index);
    const until = text.indexOf("endstream", from);
    if (from === -1 || until === -1) continue;
    const start = from + (text.startsWith("stream\r\n", from) ? 8 : 7);
    try {
      const content = inflateSync(Buffer.from(text.slice(start, until), "latin1"), { maxOutputLength: MOST_OBJECTS - total });
      total += content.length;
      opened.push(content.toString("latin1"));
    } catch {
      // Not deflated, or damaged: what cannot be opened here was read by the reader of documents, which says so.
    }
  }
  return opened.join("\n");
}

function decodeString(value: string): string {
  const bytes = value.startsWith("<")
    ? Buffer.from(value.replaceAll(/[^0-9A-Fa-f]/g, ""), "hex")
    : Buffer.from(
        value.slice(1, -1).replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) => unescape(escaped)),
        "latin1",
      );
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes.subarray(2));
  return bytes.toString("latin1");
}

function unescape(escaped: string): string {
  if (/^[0-7]+$/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 0xff);
  return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }[escaped] ?? escaped;
}
