import type { DocxContent } from "./docx-content.ts";
import type { Numbering } from "./docx-numbering.ts";
import { isOn, toNumber, type DocxStyles } from "./docx-styles.ts";
import { symbolText } from "./docx-symbol.ts";
import { createTableReader } from "./docx-table-reader.ts";
import { raiseDigits } from "./raise-digits.ts";
import { createParagraph, finishParagraph, isSilent, type OpenParagraph } from "./docx-paragraph.ts";
import { scanXml, type XmlElement, type XmlElements } from "./scan-xml.ts";

export interface DocxBody {
  readonly content: readonly DocxContent[];
  readonly hasTrackedChanges: boolean;
  readonly hasHidden: boolean;
  readonly pictures: number;
  /** Spreadsheets and whole documents embedded as objects: shown as pictures, not read. */
  readonly embedded: number;
}

/** Content of the body, a cell or a text box; `carry` is text whose paragraph mark was deleted, and so joins the next. */
interface Flow {
  readonly content: DocxContent[];
  carry: string;
}

/** Reads the body, `word/document.xml`, into content; "too-large" when tables are nested or counted beyond reason. */
export function readBody(source: string, styles: DocxStyles, numbering: Numbering): DocxBody | "damaged" | "too-large" {
  const body: Flow = { content: [], carry: "" };
  const flows: Flow[] = [body];
  const paragraphs: OpenParagraph[] = [];
  const alternatives: { taken: boolean }[] = [];
  const found = { hasTrackedChanges: false, hasHidden: false, pictures: 0, embedded: 0 };
  let inText = false;

  const flow = (): Flow => flows[flows.length - 1] ?? body;
  const paragraph = (): OpenParagraph | undefined => paragraphs[paragraphs.length - 1];
  const openFlow = (): void => void flows.push({ content: [], carry: "" });
  const closeFlow = (): DocxContent[] => {
    flushCarry(flow());
    return flows.length > 1 ? (flows.pop()?.content ?? []) : [];
  };
  const tables = createTableReader({
    openFlow,
    closeFlow,
    onTable(made) {
      flushCarry(flow());
      flow().content.push(made);
    },
    onHidden: () => void (found.hasHidden = true),
  });

  function write(text: string): void {
    const open = paragraph();
    if (open === undefined || isSilent(open)) {
      if (open?.runHidden === true && text.trim() !== "") found.hasHidden = true;
      return;
    }
    open.pieces.push(open.runRaised ? raiseDigits(text) : text);
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
      if (open?.inProperties === true) open.markDeleted = true;
      else tables.leaveOutRow();
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
    "w:r": {
      open() {
        hideRun(false);
        raiseRun(false);
      },
    },
    "w:vertAlign": { open: (a) => raiseRun(a.get("val") === "superscript") },
    "w:vanish": { open: (a) => hideRun(isOn(a.get("val"))) },
    "w:strike": { open: (a) => void (isOn(a.get("val")) && hideRun(true)) },
    "w:dstrike": { open: (a) => void (isOn(a.get("val")) && hideRun(true)) },
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
      open: openFlow,
      close() {
        const content = closeFlow();
        const anchor = paragraph();
        if (anchor === undefined) flow().content.push(...content);
        else if (!isSilent(anchor)) for (const item of content) anchor.after.push(item);
      },
    },
    "a:blip": { open: () => void found.pictures++ },
    "v:imagedata": { open: () => void found.pictures++ },
    "o:OLEObject": { open: (a) => void (/^(?:Excel|Word|ET|WPS)\b/i.test(a.get("ProgID") ?? "") && found.embedded++) },
    "w:altChunk": { open: () => void found.embedded++ },

    ...tables.elements,
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

  function raiseRun(raised: boolean): void {
    const open = paragraph();
    if (open?.inProperties === false) open.runRaised = raised;
  }

  const outcome = scanXml(source, elements, (text) => {
    // A line break in the file's own text is only how the file is laid out; Word shows a blank.
    if (inText) write(text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text);
  });
  if (outcome === "damaged") return "damaged";
  if (outcome === "stopped") return "too-large";
  flushCarry(body);
  return { content: body.content, ...found };
}

/** Text whose paragraph mark was deleted, but that no paragraph follows, is a paragraph after all. */
function flushCarry(flow: Flow): void {
  if (flow.carry !== "") flow.content.push({ kind: "paragraph", text: flow.carry, level: undefined, isTitle: false });
  flow.carry = "";
}

/** Old states of tracked formatting, definitions that look like content, and what is not printed in the line. */
const PASSED_OVER: XmlElements = Object.fromEntries(
  [
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "numberingChange",
    "tabs",
    "tblPr",
    "tblPrEx",
    "tblGrid",
    "sectPr",
    "sdtPr",
    "sdtEndPr",
    "rt",
    "tcBorders",
    "pBdr",
    "tblBorders",
  ].map((name) => [`w:${name}`, { skip: true }]),
);
