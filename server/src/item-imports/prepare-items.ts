import { setImmediate } from "node:timers/promises";
import type { Archive, ReaderPool } from "@gongkai/document/read";
import {
  bodyOfDocument,
  type ItemFromElsewhere,
  MAY_BE_ATTACHED,
  mediaTypeOf,
  type SanitisedBody,
  sanitiseBody,
  screenAttachment,
  screenWords,
  type TakenFile,
} from "../disclosures/index.ts";
import type { RowProblem } from "../imports/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { escapeText, type Finding, type Misprint } from "../screening/index.ts";
import { refuseRow } from "./check-import.ts";
import type { KnownEntries } from "./known-entries.ts";
import type { CheckedRow, RowOfItem } from "./taken-row.ts";

export interface Preparing {
  readonly files: FileStore;
  readonly readers: Pick<ReaderPool, "read">;
  /** What came along with the register; undefined when nothing did. */
  readonly archive: Archive | undefined;
  readonly entries: KnownEntries;
  readonly misprints: readonly Misprint[];
  /** Name of the organ, where the register names no publisher. */
  readonly agencyName: string;
}

export interface PreparedRow {
  readonly row: CheckedRow;
  /** Undefined for a row that is left out. */
  readonly item: ItemFromElsewhere | undefined;
}

/** Reads, cleans and screens some rows: slow work, done before the organ's pen is taken. A file that cannot be read makes its row a refused one. */
export async function prepareItems(rows: readonly CheckedRow[], preparing: Preparing): Promise<readonly PreparedRow[]> {
  const prepared: Promise<PreparedRow>[] = [];
  for (const row of rows) {
    await setImmediate(); // cleaning and screening take milliseconds each: others get their turn
    prepared.push(prepareRow(row, preparing));
    prepared.at(-1)?.catch(() => {}); // told by Promise.all
  }
  return Promise.all(prepared);
}

async function prepareRow(row: CheckedRow, preparing: Preparing): Promise<PreparedRow> {
  const { item } = row;
  const entry = item === undefined ? undefined : preparing.entries.byId.get(item.fields.entry);
  if (item === undefined || entry === undefined) return { row, item: undefined };
  const body = await readBody(item, preparing);
  if (!("html" in body)) return { row: refuseRow(row, body), item: undefined };
  for (const { bytes } of body.pictures) await preparing.files.keep(bytes);
  const files: TakenFile[] = [];
  const findings: Finding[] = [];
  for (const name of item.attachments) {
    const kept = await keepFile(name, preparing);
    if ("message" in kept) return { row: refuseRow(row, kept), item: undefined };
    files.push(kept.file);
    findings.push(...kept.findings);
  }
  const { fields, publishedOn, indexNumber, address, validity } = item;
  const publisher = fields.publisher === "" ? preparing.agencyName : fields.publisher;
  return {
    row,
    item: {
      row: row.row,
      fields,
      publisher,
      statutory: entry.statutory,
      limit: entry.limit,
      body,
      files,
      validity,
      origin: { address, publishedOn, indexNumber },
      findings: [...screenWords({ fields, publisher }, body.html, preparing.misprints), ...findings],
    },
  };
}

async function readBody(item: RowOfItem, { archive, readers }: Preparing): Promise<SanitisedBody | RowProblem> {
  const { text, textFile } = item;
  if (textFile === null) return dropForeign(sanitiseBody(isHtml(text) ? text : paragraphs(text)));
  const bytes = archive?.read(textFile);
  if (!(bytes instanceof Uint8Array)) return { at: "正文文件", found: textFile, message: "压缩包中的这个文件已经损坏，或者加了密。" };
  const read = await readers.read(bytes, { name: textFile });
  if (!read.ok) return { at: "正文文件", found: textFile, message: read.message };
  const body = dropForeign(sanitiseBody(bodyOfDocument(read.doc)));
  if (body.plain === "" && body.named.length === 0 && item.attachments.length === 0)
    return { at: "正文文件", found: textFile, message: "这个文件中没有读出文字。扫描件请作为附件，并另附文字。" };
  return body;
}

/** Pictures are taken only as they came inside the text: one named by a hash is somebody else's. */
function dropForeign(body: SanitisedBody): SanitisedBody {
  const own = new Set(body.pictures.map(({ sha256 }) => sha256));
  if (body.named.every((sha256) => own.has(sha256))) return body;
  const html = body.html.replaceAll(/<img data-file="([0-9a-f]{64})"[^>]*>/g, (whole, sha256: string) => (own.has(sha256) ? whole : ""));
  return { ...body, html, named: body.named.filter((sha256) => own.has(sha256)) };
}

async function keepFile(
  path: string,
  { archive, files, readers, misprints }: Preparing,
): Promise<{ readonly file: TakenFile; readonly findings: readonly Finding[] } | RowProblem> {
  const bytes = archive?.read(path);
  const at = "附件";
  if (!(bytes instanceof Uint8Array)) return { at, found: path, message: "压缩包中的这个文件已经损坏，或者加了密。" };
  if (bytes.length === 0) return { at, found: path, message: "这个文件是空的。" };
  const mediaType = await mediaTypeOf(bytes);
  if (mediaType === undefined || !MAY_BE_ATTACHED.has(mediaType))
    return { at, found: path, message: "不能接收这种文件。附件可以是 PDF、docx、xlsx、JPG、PNG 和纯文本文件；旧格式请另存后再放入。" };
  const name = (path.split("/").at(-1) ?? path).replaceAll(/\p{Cc}/gu, "").slice(-200);
  const read = mediaType.startsWith("image/") ? undefined : await readers.read(bytes, { name });
  const text = read?.ok === true ? read.doc.text.replaceAll("\0", "") : "";
  const sha256 = await files.keep(bytes);
  return {
    file: { sha256, name, mediaType, size: bytes.length, text },
    findings: screenAttachment({ name, mediaType, bytes, text }, misprints),
  };
}

function isHtml(text: string): boolean {
  return /<(?:p|br|div|table|span|h[1-6]|ul|ol|img|a)\b[^>]*>/i.test(text);
}

function paragraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => `<p>${escapeText(line.trim())}</p>`)
    .join("");
}
