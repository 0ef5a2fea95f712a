import { cellLinesBar, cellLinesPlain, cellLinesTab } from "./cell-lines.ts";
import { cellLinesDense, spaceText } from "./blanks-lost.ts";
import { fixedWidth } from "./fixed-width.ts";
import { htmlOneTable } from "./html-one-table.ts";
import { html } from "./html.ts";
import type { Layout } from "./layout.ts";
import { markdown } from "./markdown.ts";
import { docx, docxTabs, pdf, xlsx } from "./office.ts";
import { pipeText } from "./pipe-text.ts";
import { narrativeOnly, tablesAsProse } from "./prose.ts";
import { tabText } from "./tab-text.ts";

/** Layouts that are text, so that a document is made in microseconds. */
export const TEXT_LAYOUTS: readonly Layout[] = [
  tabText,
  pipeText,
  cellLinesPlain,
  cellLinesTab,
  cellLinesBar,
  fixedWidth,
  spaceText,
  cellLinesDense,
  markdown,
  html,
  htmlOneTable,
  tablesAsProse,
  narrativeOnly,
];

/** Layouts a writer of office files must finish. */
export const OFFICE_LAYOUTS: readonly Layout[] = [docx, docxTabs, xlsx, pdf];

export const LAYOUTS: readonly Layout[] = [...TEXT_LAYOUTS, ...OFFICE_LAYOUTS];
export type { Layout } from "./layout.ts";
