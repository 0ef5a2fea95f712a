export type { Block, Box, Cell, Doc, DocNote, Format, Heading, PageBreak, Paragraph, Place, Row, Table } from "./doc.ts";
export { createDocBuilder } from "./doc-builder.ts";
export type { CellDraft, DocBuilder, ParagraphDraft, PlaceDraft, TableDraft } from "./doc-builder.ts";
