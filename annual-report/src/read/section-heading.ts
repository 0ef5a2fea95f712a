import type { Block, Cell, Doc, Place } from "@gongkai/document";
import type { FormSection } from "../editions/form.ts";
import { squeeze } from "./label.ts";
import { isFilled } from "./token.ts";

/** A heading of one of the six sections, where it stands in `Doc.text`, and text that follows it in the same block. */
export interface SectionHeading {
  readonly section: FormSection["id"];
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** The rest of the block, when heading and text run on in one paragraph. */
  readonly rest: string;
}

const ORDINAL = "(?:第?[一二三四五六七][、.,．:：]?|[1-6][、.,．])?";

/** What each heading says, ordinal aside, in the many ways it is written (annual-report.md §8). */
const HEADINGS: readonly (readonly [FormSection["id"], RegExp])[] = [
  ["table2", new RegExp(`^${ORDINAL}(?:本年度?)?主动公开(?:政府)?信息(?:的)?(?:工作)?情况`)],
  ["table3", new RegExp(`^${ORDINAL}(?:本年度?)?收到和(?:处理|办理)(?:政府)?信息公开申请(?:的)?情况`)],
  [
    "table4",
    new RegExp(
      `^${ORDINAL}(?:因)?(?:政府)?(?:信息公开)?(?:工作)?(?:被申请|引起的?|引发的?|申请)?(?:行政)?复议(?:、|和|及|与|,)?(?:被?提起)?(?:行政)?诉讼(?:的)?情况`,
    ),
  ],
  [
    "problems",
    new RegExp(
      `^${ORDINAL}(?:(?:政府)?信息公开)?(?:工作)?(?:中)?(?:当前|目前)?存在的?(?:主要)?(?:问题|困难|不足)(?:、原因)?(?:及|和|与|以及)?(?:下一步)?(?:的)?(?:改进|整改|工作打算|下步)?(?:工作)?(?:的)?(?:情况|措施|意见|打算|方向|计划)?`,
    ),
  ],
  ["other", new RegExp(`^${ORDINAL}(?:其他|其它)需要(?:报告|说明)的?(?:事项|情况|事宜)`)],
  [
    "overview",
    new RegExp(`^${ORDINAL}(?:(?:政府|政务)?信息公开)?(?:政务公开)?(?:工作)?(?:的)?(?:总体|基本)(?:工作)?(?:推进)?情况(?:概述)?`),
  ],
];
const SECTION_WORDS = /情[况況]|问题|問題|需要|不足/;
const SHORTEST_HEADING = 4;
const LONGEST_HEADING = 45;
/** What may stand behind the words of a heading besides: a page number in a table of contents, marks. */
const LONGEST_REST = 15;
/** A paragraph so long is a heading, and text that follows it, only where it begins with the section's number; most begin with a word. */
const BEGINS_WITH_WORD = /^\s*(?![第一二三四五六七])[\u4e00-\u9fff]/;

/** The section headings of a document in order. A table of contents is passed over: of equal headings the last counts. */
export function findHeadings(doc: Doc): SectionHeading[] {
  const found: SectionHeading[] = [];
  const look = (line: Line, index: number): void => {
    const heading = line.text.length < SHORTEST_HEADING ? undefined : headingOf(line, index);
    if (!heading) return;
    const isRepeated = found.some(({ section }) => section === heading.section);
    // In a table of contents all six stand close together before the first of them comes again.
    if (isRepeated && isContents(found, index)) found.length = 0;
    if (!found.some(({ section }) => section === heading.section)) found.push(heading);
  };
  doc.blocks.forEach((block, index) => {
    if (block.kind === "table") for (const line of linesOf(block)) look(line, index);
    else if (block.kind !== "pageBreak") look(block, index);
  });
  return found;
}

/** A line of text that belongs to no table of figures. */
export interface Line {
  readonly text: string;
  readonly at: Place;
}

/** A block's lines of text: a paragraph is one; of a table those rows that hold a single text, as in page layouts. */
export function linesOf(block: Block): readonly Line[] {
  if (block.kind === "pageBreak") return [];
  if (block.kind !== "table") return [block];
  const lines: Line[] = [];
  for (const { cells } of block.rows) {
    let only: Cell | undefined;
    let filled = 0;
    for (const cell of cells) {
      if (!isFilled(cell.text)) continue;
      only = cell;
      if (++filled > 1) break;
    }
    if (only && filled === 1) lines.push(only);
  }
  return lines;
}

function isContents(found: readonly SectionHeading[], block: number): boolean {
  return found.length >= 4 && (found.at(-1)?.block ?? 0) - (found[0]?.block ?? 0) < 14 && block - (found.at(-1)?.block ?? 0) < 10;
}

function headingOf(block: Line, index: number): SectionHeading | undefined {
  if (block.text.length > LONGEST_HEADING + LONGEST_REST && BEGINS_WITH_WORD.test(block.text)) return undefined;
  const head = block.text.slice(0, 120);
  // Headings set with blanks between the characters (总 体 情 况) are squeezed first.
  if (!SECTION_WORDS.test(head) && !(head.length < 60 && head.includes(" ") && /\S\s\S\s/.test(head))) return undefined;
  const squeezed = squeeze(head).replace(/^[*#(]+(?=[^)]*$)/, "");
  for (const [section, pattern] of HEADINGS) {
    const match = pattern.exec(squeezed);
    if (!match) continue;
    const hasOrdinal = /^(?:第?[一二三四五六七][、.,．:：]|[1-6][、.,．])/.test(squeezed);
    const after = squeezed.slice(match[0].length);
    const endsThere = /^[*】\]。.:：…\s\d]*$/.test(after) && block.text.length <= LONGEST_HEADING + LONGEST_REST;
    if (!endsThere && !(hasOrdinal && (/^[。:：]/.test(after) || squeezed.length < LONGEST_HEADING))) return undefined;
    if (!endsThere && !hasOrdinal) return undefined;
    return { section, block: index, start: block.at.start, end: block.at.end, rest: endsThere ? "" : restOf(block.text, match[0]) };
  }
  return undefined;
}

/** What follows the heading in its own paragraph. */
function restOf(text: string, heading: string): string {
  let matched = 0;
  for (let index = 0; index < text.length; index++) {
    if (matched >= heading.length) return text.slice(index).replace(/^[*】\]。.:：\s]+/, "");
    if (squeeze(text.charAt(index)) !== "") matched++;
  }
  return "";
}
