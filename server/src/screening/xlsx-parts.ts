import { inspectProperties, cleanProperties } from "./docx-parts.ts";
import { type Detection, type Finding, findInFile } from "./finding.ts";
import { folderOf, type OfficeParts, resolvePart, textOf, withoutParts, withText } from "./office-parts.ts";
import { attributeOf, rewriteXml } from "./rewrite-xml.ts";
import { createSourceMap, type SourceMap } from "./source-map.ts";

const WORKBOOK = "xl/workbook.xml";
const STRINGS = "xl/sharedStrings.xml";
const COMMENT_PART = /^xl\/(?:comments\d*\.xml|comments\/|threadedComments\/|persons\/|drawings\/vmlDrawing)/;

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

function listSheets(parts: OfficeParts): readonly Sheet[] {
  const rels = new Map(
    [...textOf(parts, "xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b([^>]*)\/>/g)].map(([, attributes = ""]) => [
      attributeOf(attributes, "Id") ?? "",
      resolvePart(folderOf(WORKBOOK), attributeOf(attributes, "Target") ?? ""),
    ]),
  );
  return [...textOf(parts, WORKBOOK).matchAll(/<(?:\w+:)?sheet\s([^>]*?)\/?>/g)].map(([, attributes = ""]) => ({
    name: attributeOf(attributes, "name") ?? "",
    part: rels.get(attributeOf(attributes, "r:id") ?? "") ?? "",
    isHidden: ["hidden", "veryHidden"].includes(attributeOf(attributes, "state") ?? ""),
  }));
}

const HIDDEN_ROW = /<row\b[^>]*\bhidden="(?:1|true)"[^>]*>/g;
const HIDDEN_COLUMN = /<col\b[^>]*\bhidden="(?:1|true)"[^>]*>/g;

/** What a workbook carries that is not to be seen in it. */
export function inspectXlsx(name: string, parts: OfficeParts): readonly Finding[] {
  const sheets = listSheets(parts);
  const found = (detection: Pick<Detection, "rule" | "severity" | "reason" | "suggestion">, what: readonly string[]) =>
    what.map((one) => findInFile(name, detection, one));
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const rows = visible.filter(({ part }) => textOf(parts, part).search(HIDDEN_ROW) !== -1);
  const columns = visible.filter(({ part }) => textOf(parts, part).search(HIDDEN_COLUMN) !== -1);
  const has = (pattern: RegExp) => Object.keys(parts).some((part) => pattern.test(part));
  return [
    ...found(
      {
        rule: "hiddenSheet",
        severity: "block",
        reason: "有隐藏的工作表，下载者可以取消隐藏。",
        suggestion: "一键清理，删除隐藏的工作表。",
      },
      sheets.filter(({ isHidden }) => isHidden).map((sheet) => sheet.name),
    ),
    ...found(
      {
        rule: "hiddenCells",
        severity: "block",
        reason: "有隐藏的行或者列，下载者可以取消隐藏。",
        suggestion: "一键清理，删除隐藏的行、列内容。",
      },
      [...rows.map((sheet) => `${sheet.name}：隐藏的行`), ...columns.map((sheet) => `${sheet.name}：隐藏的列`)],
    ),
    ...found(
      { rule: "comment", severity: "block", reason: "工作簿中有批注。", suggestion: "一键清理，删除全部批注。" },
      has(/^xl\/(?:comments|threadedComments)/) ? ["批注"] : [],
    ),
    ...found(
      {
        rule: "embedded",
        severity: "warn",
        reason: "工作簿中有数据透视缓存、外部链接或者嵌入文件，可能带有未显示的数据。",
        suggestion: "把表格以数值方式粘贴到新的工作簿后再上传。",
      },
      has(/^xl\/(?:pivotCache|externalLinks|embeddings)\//) ? ["缓存数据"] : [],
    ),
    ...inspectProperties(name, parts),
  ];
}

/**
 * A workbook without hidden sheets, rows and columns, comments and properties. Formulas give way to the values shown, since
 * what they counted on may be gone; shared strings that nothing visible uses are emptied.
 */
export function cleanXlsx(parts: OfficeParts): OfficeParts {
  const sheets = listSheets(parts);
  const hidden = new Set(sheets.filter(({ isHidden }) => isHidden).map(({ part }) => part));
  let clean = withoutParts(cleanProperties(parts), (name) => hidden.has(name) || COMMENT_PART.test(name) || name === "xl/calcChain.xml");
  clean = withText(clean, WORKBOOK, cleanWorkbook(textOf(clean, WORKBOOK), sheets));
  const used = new Set<number>();
  for (const { part, isHidden } of sheets) {
    if (isHidden || !(part in clean)) continue;
    const text = cleanSheet(textOf(clean, part));
    for (const [, index] of text.matchAll(/<c\b[^>]*\bt="s"[^>]*>\s*<v>(\d+)<\/v>/g)) used.add(Number(index));
    clean = withText(clean, part, text);
  }
  const strings = textOf(clean, STRINGS);
  if (strings === "") return clean;
  let index = -1;
  const emptied = strings.replaceAll(/<si\b(?:\/>|[^>]*>[\s\S]*?<\/si>)/g, (item) => {
    index += 1;
    return used.has(index) ? item : "<si><t/></si>";
  });
  return withText(clean, STRINGS, emptied);
}

function cleanWorkbook(xml: string, sheets: readonly Sheet[]): string {
  const moved = new Map<number, number>();
  let next = 0;
  sheets.forEach(({ isHidden }, index) => {
    if (!isHidden) moved.set(index, next++);
  });
  const without = rewriteXml(xml, (name, attributes) => {
    const plain = name.replace(/^\w+:/, "");
    if (plain === "sheet") return ["hidden", "veryHidden"].includes(attributeOf(attributes, "state") ?? "") ? "drop" : "keep";
    if (plain !== "definedName") return "keep";
    const local = attributeOf(attributes, "localSheetId");
    if (local !== undefined) return moved.has(Number(local)) ? "keep" : "drop";
    return attributeOf(attributes, "hidden") === "1" ? "drop" : "keep";
  });
  return without
    .replaceAll(
      /(<definedName\b[^>]*\blocalSheetId=")(\d+)(")/g,
      (_, head: string, index: string, tail: string) => `${head}${moved.get(Number(index)) ?? 0}${tail}`,
    )
    .replaceAll(/\s(?:activeTab|firstSheet)="\d+"/g, "");
}

function cleanSheet(xml: string): string {
  const gone = hiddenColumns(xml);
  const isGone = (reference: string) => gone.some(([from, until]) => columnOf(reference) >= from && columnOf(reference) <= until);
  return rewriteXml(xml, (name, attributes) => {
    const plain = name.replace(/^\w+:/, "");
    if (plain === "row") return /\bhidden="(?:1|true)"/.test(attributes) ? "drop" : "keep";
    if (plain === "c") return isGone(attributeOf(attributes, "r") ?? "") ? "drop" : "keep";
    return plain === "f" || plain === "legacyDrawing" || plain === "legacyDrawingHF" ? "drop" : "keep";
  }).replaceAll(HIDDEN_COLUMN, (column) => column.replace(/\bhidden="(?:1|true)"/, 'hidden="0"'));
}

function hiddenColumns(xml: string): readonly (readonly [number, number])[] {
  return [...xml.matchAll(HIDDEN_COLUMN)].map(
    ([column]) => [Number(attributeOf(column, "min") ?? 0), Number(attributeOf(column, "max") ?? 0)] as const,
  );
}

/** `AB12` → 28. */
function columnOf(reference: string): number {
  return [...reference.replace(/\d+$/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Parts of a workbook that hold text people read, hidden sheets among them. */
export function listCellParts(parts: OfficeParts): readonly string[] {
  return [
    ...(STRINGS in parts ? [STRINGS] : []),
    ...listSheets(parts)
      .map(({ part }) => part)
      .filter((part) => part in parts),
  ];
}

/** The text of a part: shared strings, or the cells of a sheet that hold their value themselves. */
export function mapCells(xml: string): SourceMap {
  const map = createSourceMap();
  for (const tag of xml.matchAll(/<(t|v)(?:\s[^>]*)?>([^<]*)<\/\1>|<\/(?:si|row)>|<c\b[^>]*\bt="(?:s|b|e)"[^>]*>\s*<v>\d*<\/v>|<\/c>/g)) {
    const [whole, name, text = ""] = tag;
    if (name !== undefined) {
      const from = tag.index + whole.indexOf(">") + 1;
      map.add(xml, from, from + text.length);
    } else if (whole === "</c>") map.break("\t");
    else if (whole.startsWith("</")) map.break("\n");
  }
  return map.done();
}

/** A value that is no number any more must not be said to be one. */
export function mendMaskedCells(xml: string): string {
  return xml.replaceAll(/<c\b((?:(?!\bt=)[^>])*)>(\s*<v>[^<]*\*[^<]*<\/v>)/g, '<c$1 t="str">$2');
}
