export { writeDocx } from "./docx.ts";
export { writeHtml } from "./html.ts";
export { writeMarkdown } from "./markdown.ts";
export { writePdf } from "./pdf.ts";
export type { PdfOptions } from "./pdf.ts";
export { writePlainText } from "./plain-text.ts";
export { writeXlsx } from "./xlsx.ts";
export type { XlsxOptions } from "./xlsx.ts";
export type { GridPoint, TableSum } from "./xlsx-table.ts";
