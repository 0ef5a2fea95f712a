import type { DocxContent, DocxTable } from "./docx-content.ts";
import type { Numbering } from "./docx-numbering.ts";
import { isOn, toNumber, type DocxStyles } from "./docx-styles.ts";
import { symbolText } from "./docx-symbol.ts";
import { assembleTable, createRowSource, type CellSource, type RowSource } from "./docx-table.ts";
import { createParagraph, finishParagraph, isSilent, type OpenParagraph } from "./docx-paragraph.ts";
import { MOST_CELLS } from "./limits.ts";
import { scanXml, type XmlElement, type XmlElements } from "./scan-xml.ts";

export interface DocxBody {
  readonly content: readonly DocxContent[];
  readonly hasTrackedChanges: boolean;
  readonly hasHidden: boolean;
  readonly pictures: number;
  /** Spreadsheets and whole documents embedded as objects: shown as pictures, not read. */
  readonly embedded: number;
}

interface OpenTable {
  readonly rows: RowSource[];
  row: RowSource | undefined;
  cell: CellSource | undefined;
}

/** Content of the body, a cell or a text box; `carry` is text whose paragraph mark was deleted, and so joins the next. */
interface Flow {
  readonly content: DocxContent[];
  carry: string;
}

const DEEPEST_TABLE = 20;
const WIDEST_ROW = 1000;

/** Reads the body, `word/document.xml`, into content; "too-large" when tables are nested or counted beyond reason. */
export function readBody(source: string, styles: DocxStyles, numbering: Numbering): DocxBody | "damaged" | "too-large" {
  const body: Flow = { content: [], carry: "" };
  const flows: Flow[] = [body];
  const paragraphs: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  const alternatives: { taken: boolean }[] = [];
  const found = { hasTrackedChanges: false, hasHidden: false, pictures: 0, embedded: 0 };
  let cells = 0;
  let inText = false;

  const flow = (): Flow => flows[flows.length - 1] ?? body;
  const paragraph = (): OpenParagraph | undefined => paragraphs[paragraphs.length - 1];
  const table = (): OpenTable | undefined => tables[tables.length - 1];

  function write(text: string): void {
    const open = paragraph();
    if (open === undefined || isSilent(open)) {
      if (open?.runHidden === true && text.trim() !== "") found.hasHidden = true;
      return;
    }
    open.pieces.push(text);
  }

  const sign = (text: string): XmlElement => ({ open: () => write(text) });
  const property = (set: (open: OpenParagraph, value: string | undefined) => void): XmlElement => ({
    open(attributes) {
      const open = paragraph();
      if (open !== undefined) set(open, attributes.get("val"));
    },
  });
  const takeAlternative: XmlElement = {
    open() {
      const alternative = alternatives[alternatives.length - 1];
      if (alternative?.taken === true) return "skip";
      if (alternative !== undefined) alternative.taken = true;
      return undefined;
    },
  };
  const changed: XmlElement = { open: () => void (found.hasTrackedChanges = true) };
  const deleted: XmlElement = {
    open() {
      found.hasTrackedChanges = true;
      const open = paragraph();
      const row = table()?.row;
      if (open?.inProperties === true) open.markDeleted = true;
      else if (row?.inProperties === true) row.left = true;
      return "skip";
    },
  };

  const elements: XmlElements = {
    "w:p": {
      open: () => void paragraphs.push(createParagraph()),
      close() {
        const done = paragraphs.pop();
        if (done !== undefined) finishParagraph(done, flow(), styles, numbering);
      },
    },
    "w:pPr": { open: () => markProperties(true), close: () => markProperties(false) },
    "w:pStyle": property((open, value) => (open.style = value)),
    "w:outlineLvl": property((open, value) => (open.outline = toNumber(value))),
    "w:numId": property((open, value) => (open.list = value)),
    "w:ilvl": property((open, value) => (open.listLevel = toNumber(value))),
    "w:r": { open: () => hideRun(false) },
    "w:vanish": { open: (a) => hideRun(isOn(a.get("val"))) },
    "w:rStyle": { open: (a) => void (styles.get(a.get("val") ?? "")?.hidden === true && hideRun(true)) },
    "w:t": { open: () => void (inText = true), close: () => void (inText = false) },
    "m:t": { open: () => void (inText = true), close: () => void (inText = false) },
    "w:tab": sign("\t"),
    "w:ptab": sign("\t"),
    "w:cr": sign("\n"),
    "w:noBreakHyphen": sign("-"),
    "w:br": { open: (a) => write(a.get("type") === "page" && flows.length === 1 ? "\f" : "\n") },
    "w:sym": { open: (a) => write(symbolText(a.get("font"), a.get("char"))) },
    "w:fldChar": {
      open(attributes) {
        const fields = paragraph()?.fields;
        const type = attributes.get("fldCharType");
        if (type === "begin") fields?.push("instruction");
        else if (type === "end") fields?.pop();
        else if (type === "separate" && fields !== undefined && fields.length > 0) fields[fields.length - 1] = "result";
        return "skip";
      },
    },

    "w:ins": changed,
    "w:moveTo": changed,
    "w:del": deleted,
    "w:moveFrom": deleted,

    "mc:AlternateContent": { open: () => void alternatives.push({ taken: false }), close: () => void alternatives.pop() },
    "mc:Choice": takeAlternative,
    "mc:Fallback": takeAlternative,
    "w:txbxContent": {
      open: () => void flows.push({ content: [], carry: "" }),
      close() {
        const content = flows.pop()?.content ?? [];
        const anchor = paragraph();
        if (anchor === undefined) flow().content.push(...content);
        else if (!isSilent(anchor)) for (const item of content) anchor.after.push(item);
      },
    },
    "a:blip": { open: () => void found.pictures++ },
    "v:imagedata": { open: () => void found.pictures++ },
    "o:OLEObject": { open: (a) => void (/^(?:Excel|Word|ET|WPS)\b/i.test(a.get("ProgID") ?? "") && found.embedded++) },
    "w:altChunk": { open: () => void found.embedded++ },

    "w:tbl": {
      open: () => (tables.push({ rows: [], row: undefined, cell: undefined }) > DEEPEST_TABLE ? "stop" : undefined),
      close() {
        const done = tables.pop();
        if (done === undefined) return;
        const made: DocxTable = assembleTable(done.rows, () => (found.hasHidden = true));
        if (made.rows.some((row) => row.cells.length > 0)) flow().content.push(made);
      },
    },
    "w:tr": {
      open() {
        const open = table();
        if (open !== undefined) open.row = createRowSource();
      },
      close() {
        const open = table();
        if (open?.row?.left === false) open.rows.push(open.row);
        if (open !== undefined) open.row = undefined;
      },
    },
    "w:trPr": { open: () => markRowProperties(true), close: () => markRowProperties(false) },
    "w:gridBefore": { open: (a) => void addColumns(toNumber(a.get("val")) ?? 0) },
    "w:tblHeader": {
      open(attributes) {
        const row = table()?.row;
        if (row !== undefined) row.header = isOn(attributes.get("val"));
      },
    },
    "w:hidden": {
      open(attributes) {
        const row = table()?.row;
        if (row?.inProperties !== true || !isOn(attributes.get("val"))) return;
        row.left = true;
        found.hasHidden = true;
      },
    },
    "w:tc": {
      open() {
        flows.push({ content: [], carry: "" });
        const open = table();
        if (open?.row === undefined) return undefined;
        open.cell = { column: open.row.column, columnSpan: 1, vertical: "none", joinsLeft: false, content: [] };
        return ++cells > MOST_CELLS || open.row.column > WIDEST_ROW ? "stop" : undefined;
      },
      close() {
        const content = flows.pop()?.content ?? [];
        const open = table();
        if (open?.row === undefined || open.cell === undefined) return;
        open.cell.content = content;
        open.row.cells.push(open.cell);
        addColumns(open.cell.columnSpan);
        open.cell = undefined;
      },
    },
    "w:gridSpan": {
      open(attributes) {
        const cell = table()?.cell;
        if (cell !== undefined) cell.columnSpan = Math.min(WIDEST_ROW, Math.max(1, toNumber(attributes.get("val")) ?? 1));
      },
    },
    "w:vMerge": {
      open(attributes) {
        const cell = table()?.cell;
        if (cell !== undefined) cell.vertical = attributes.get("val") === "restart" ? "restart" : "continue";
      },
    },
    "w:hMerge": {
      open(attributes) {
        const cell = table()?.cell;
        if (cell !== undefined) cell.joinsLeft = attributes.get("val") !== "restart";
      },
    },
    ...PASSED_OVER,
  };

  function markProperties(inside: boolean): void {
    const open = paragraph();
    if (open !== undefined) open.inProperties = inside;
  }

  function hideRun(hidden: boolean): void {
    const open = paragraph();
    if (open?.inProperties === false) open.runHidden = hidden;
  }

  function markRowProperties(inside: boolean): void {
    const row = table()?.row;
    if (row !== undefined) row.inProperties = inside;
  }

  function addColumns(count: number): void {
    const row = table()?.row;
    if (row !== undefined) row.column += Math.max(0, count);
  }

  const outcome = scanXml(source, elements, (text) => {
    // A line break in the file's own text is only how the file is laid out; Word shows a blank.
    if (inText) write(text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text);
  });
  if (outcome === "damaged") return "damaged";
  if (outcome === "stopped") return "too-large";
  return { content: body.content, ...found };
}

/** Old states of tracked formatting, definitions that look like content, and what is not printed in the line. */
const PASSED_OVER: XmlElements = Object.fromEntries(
  ["pPrChange", "rPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange",
    "tabs", "tblPr", "tblPrEx", "tblGrid", "sectPr", "sdtPr", "sdtEndPr", "rt", "tcBorders", "pBdr", "tblBorders"]
    .map((name) => [`w:${name}`, { skip: true }]),
);
