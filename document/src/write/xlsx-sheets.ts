import type { Block } from "../doc.ts";

/** What stands on one sheet. */
export interface SheetPlan {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Number of the sheet's first table among all tables of the document, from 0. */
  readonly firstTable: number;
}

/** A workbook takes no longer name. */
export const LONGEST_SHEET_NAME = 31;
const PLAIN_NAME = "正文";

/** A section (from a heading of the first two levels on) that holds a table has a sheet of its own; text between goes together. */
export function splitIntoSheets(blocks: readonly Block[]): SheetPlan[] {
  const sheets: { blocks: Block[]; hasTable: boolean }[] = [];
  for (const section of splitAtHeadings(blocks)) {
    const hasTable = section.some((block) => block.kind === "table" && block.columns > 0);
    const last = sheets.at(-1);
    if (last === undefined || last.hasTable || hasTable) sheets.push({ blocks: section, hasTable });
    else last.blocks.push(...section);
  }
  if (sheets.length === 0) sheets.push({ blocks: [], hasTable: false });
  const names = new Set<string>();
  let tables = 0;
  return sheets.map(({ blocks: own }) => {
    const firstTable = tables;
    tables += own.filter((block) => block.kind === "table").length;
    return { name: sheetName(own, names), blocks: own, firstTable };
  });
}

function splitAtHeadings(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    const before = last?.at(-1);
    // A title goes with the section below it.
    const begins = block.kind === "heading" && block.level <= 2 && !(before?.kind === "heading" && before.level < block.level);
    if (last === undefined || begins) sections.push([block]);
    else last.push(block);
  }
  return sections;
}

/** The section's heading in signs a sheet's name may have, told apart from the names given before. */
function sheetName(blocks: readonly Block[], names: Set<string>): string {
  const headings = blocks.filter((block) => block.kind === "heading");
  const heading = headings.find(({ level }) => level === 2) ?? headings[0];
  const text = (heading?.text ?? "").replace(/\s+/gu, "").replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "");
  const full = text.replace(/[[\]:*?/\\]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/^'+|'+$/gu, "");
  const base = full.slice(0, LONGEST_SHEET_NAME) || PLAIN_NAME;
  let name = base;
  for (let number = 2; names.has(name.toLowerCase()); number++) name = `${base.slice(0, LONGEST_SHEET_NAME - 5)}（${number}）`;
  names.add(name.toLowerCase());
  return name;
}
