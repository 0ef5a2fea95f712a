import type { DocxContent } from "./docx-content.ts";
import type { Numbering } from "./docx-numbering.ts";
import type { DocxStyle, DocxStyles } from "./docx-styles.ts";

/** A paragraph while its runs are read. */
export interface OpenParagraph {
  readonly pieces: string[];
  /** What text boxes anchored here hold: it follows the paragraph. */
  readonly after: DocxContent[];
  /** Fields that are open; text before "separate" is the field's instruction, not its result. */
  readonly fields: ("instruction" | "result")[];
  style: string | undefined;
  outline: number | undefined;
  list: string | undefined;
  listLevel: number | undefined;
  inProperties: boolean;
  markDeleted: boolean;
  runHidden: boolean;
  runRaised: boolean;
}

export function createParagraph(): OpenParagraph {
  return {
    pieces: [],
    after: [],
    fields: [],
    style: undefined,
    outline: undefined,
    list: undefined,
    listLevel: undefined,
    inProperties: false,
    markDeleted: false,
    runHidden: false,
    runRaised: false,
  };
}

/** Whether text met now does not show: it is hidden, or belongs to a field's instruction. */
export function isSilent({ runHidden, fields }: OpenParagraph): boolean {
  return runHidden || fields.includes("instruction");
}

/** Adds the finished paragraph to what it stands in: number in front, cut at page breaks, text boxes after it. */
export function finishParagraph(
  paragraph: OpenParagraph,
  flow: { readonly content: DocxContent[]; carry: string },
  styles: DocxStyles,
  numbering: Numbering,
): void {
  const style = paragraph.style === undefined ? undefined : styles.get(paragraph.style);
  let text = flow.carry + paragraph.pieces.join("");
  flow.carry = "";
  if (/[\r\n]/.test(text)) text = text.replace(/\r\n?/g, "\n");
  if (paragraph.markDeleted) flow.carry = text;
  else if (!(style?.isContents === true && CONTENTS_LINE.test(text))) {
    const level = levelOf(paragraph, style);
    const isTitle = style?.isTitle === true;
    const parts = numbered(text, numberOf(paragraph, style, numbering)).split("\f");
    parts.forEach((part, index) => {
      if (index > 0) flow.content.push({ kind: "pageBreak" });
      if (part.trim() !== "" || parts.length === 1) flow.content.push({ kind: "paragraph", text: part, level, isTitle });
    });
  }
  for (const item of paragraph.after) flow.content.push(item);
}

/** A generated line of the table of contents: it ends in dots or a tab and the page. */
const CONTENTS_LINE = /[\t.…·]\s*\d+\s*$/;

function levelOf({ outline }: OpenParagraph, style: DocxStyle | undefined): number | undefined {
  if (outline === undefined) return style?.headingLevel;
  return outline >= 0 && outline <= 8 ? outline + 1 : undefined;
}

function numberOf({ list, listLevel, style: styleId }: OpenParagraph, style: DocxStyle | undefined, numbering: Numbering): string {
  if (list !== undefined) return list === "0" ? "" : numbering.next(list, listLevel ?? 0);
  if (style?.numbering === undefined || style.numbering === "0") return "";
  const level = numbering.levelOf(style.numbering, styleId ?? "") ?? style.numberingLevel ?? 0;
  return numbering.next(style.numbering, listLevel ?? level);
}

/** "一、" stands close to its text, "1.2" needs a blank; page breaks at the very start stay before the number. */
function numbered(text: string, number: string): string {
  if (number === "") return text;
  const breaks = /^\s*\f/.test(text) ? text.lastIndexOf("\f", text.search(/[^\s]/)) + 1 : 0;
  const gap = /[0-9A-Za-z]$/.test(number) ? " " : "";
  return text.slice(0, breaks) + number + gap + text.slice(breaks).trimStart();
}
