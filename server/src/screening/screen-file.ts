import { cleanDocx, inspectDocx, listTextParts, mapWordPart } from "./docx-parts.ts";
import { type Finding, findInFile } from "./finding.ts";
import { type OfficeParts, openParts, packParts, textOf, withText } from "./office-parts.ts";
import { cleanPdf, inspectPdf } from "./pdf-properties.ts";
import { screenText } from "./screen-text.ts";
import { replaceInSource, type SourceMap } from "./source-map.ts";
import type { Misprint } from "./wording.ts";
import { cleanXlsx, inspectXlsx, listCellParts, mapCells, mendMaskedCells } from "./xlsx-parts.ts";

export interface ScreenedFile {
  readonly name: string;
  /** By content, never by name. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What a reader of documents made of it, for formats without an inspection of their own. */
  readonly text: string;
}

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const PDF = "application/pdf";

export interface ScreenOptions {
  readonly misprints?: readonly Misprint[];
}

/** Everything in an attachment that should not go out unseen: its text, headers and footers, and what is not on its pages. */
export function screenFile(file: ScreenedFile, options: ScreenOptions = {}): readonly Finding[] {
  const { name, mediaType, bytes, text } = file;
  const office = officeOf(mediaType);
  if (office !== undefined) {
    const parts = openParts(bytes);
    if (parts === undefined) return [unreadable(name)];
    const inText = office.list(parts).flatMap((part) => screenText(name, office.map(textOf(parts, part)).text, options));
    return [...uniqueFindings(inText), ...office.inspect(name, parts)];
  }
  const inText = screenText(name, text, options).map((finding) => (mediaType === PDF ? { ...finding, replacement: null } : finding));
  if (mediaType !== PDF) return inText;
  const scanned = text.trim() === "" ? [unreadable(name)] : [];
  return [...inText, ...inspectPdf(name, bytes), ...scanned];
}

/**
 * The attachment without what is hidden in it, and with some findings of its text masked. Undefined when nothing of it can
 * be changed by the program.
 */
export function cleanFile(file: ScreenedFile, masked: ReadonlySet<string>, options: ScreenOptions = {}): Uint8Array | undefined {
  const { name, mediaType, bytes } = file;
  if (mediaType === PDF) return cleanPdf(bytes);
  if (mediaType === "text/plain") {
    const text = new TextDecoder().decode(bytes);
    return new TextEncoder().encode(applyMasks(text, screenText(name, text, options), masked));
  }
  const office = officeOf(mediaType);
  const opened = office === undefined ? undefined : openParts(bytes);
  if (office === undefined || opened === undefined) return undefined;
  let parts = office.clean(opened);
  for (const part of office.list(parts)) {
    const xml = textOf(parts, part);
    const map = office.map(xml);
    const chosen = screenText(name, map.text, options).flatMap(({ fingerprint, start, end, replacement }) =>
      replacement !== null && masked.has(fingerprint) ? [{ start, end, replacement }] : [],
    );
    if (chosen.length > 0) parts = withText(parts, part, office.mend(replaceInSource(xml, map, chosen)));
  }
  return packParts(parts);
}

/** A text with the findings of these fingerprints replaced by what was suggested. */
export function applyMasks(text: string, findings: readonly Finding[], masked: ReadonlySet<string>): string {
  let result = text;
  for (const { fingerprint, start, end, replacement } of findings.toReversed()) {
    if (replacement !== null && masked.has(fingerprint)) result = result.slice(0, start) + replacement + result.slice(end);
  }
  return result;
}

interface Office {
  readonly list: (parts: OfficeParts) => readonly string[];
  readonly map: (xml: string) => SourceMap;
  readonly inspect: (name: string, parts: OfficeParts) => readonly Finding[];
  readonly clean: (parts: OfficeParts) => OfficeParts;
  readonly mend: (xml: string) => string;
}

function officeOf(mediaType: string): Office | undefined {
  if (mediaType === DOCX) return { list: listTextParts, map: mapWordPart, inspect: inspectDocx, clean: cleanDocx, mend: (xml) => xml };
  if (mediaType === XLSX) return { list: listCellParts, map: mapCells, inspect: inspectXlsx, clean: cleanXlsx, mend: mendMaskedCells };
  return undefined;
}

function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()];
}

function unreadable(name: string): Finding {
  const detection = {
    rule: "unreadable",
    severity: "warn",
    reason: "无法读取文件中的文字，没有检查。",
    suggestion: "请人工核对，或者换成可以读取文字的文件。",
  } as const;
  return findInFile(name, detection, "文件");
}
