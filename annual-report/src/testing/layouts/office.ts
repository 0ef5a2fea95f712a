import { createDocBuilder, type Format } from "@gongkai/document";
import { layGrid, textsOfRow } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { onOneLine } from "./text-around.ts";

/** Trees for the writers of office files. */
export const docx = office("docx");
export const xlsx = office("xlsx");
export const pdf = office("pdf");

/** A Word file whose tables are lines with tabs. */
export const docxTabs: Layout = {
  name: "docx-tabs",
  extension: "docx",
  hasTables: true,
  render(draft) {
    const builder = createDocBuilder("docx");
    for (const block of draft.blocks) {
      if (block.kind === "heading") builder.heading(block.level, block.text);
      else if (block.kind === "paragraph") builder.paragraph(block.text);
      else for (const row of layGrid(block.rows)) builder.paragraph(textsOfRow(row, "blank").map(onOneLine).join("\t"));
    }
    return builder.build(draft.truth.title, "zh-CN");
  },
};

function office(format: Format & ("docx" | "xlsx" | "pdf")): Layout {
  return {
    name: format,
    extension: format,
    hasTables: true,
    render(draft) {
      const builder = createDocBuilder(format);
      for (const block of draft.blocks) {
        if (block.kind === "heading") builder.heading(block.level, block.text);
        else if (block.kind === "paragraph") builder.paragraph(block.text);
        else builder.table(block.rows);
      }
      return builder.build(draft.truth.title, "zh-CN");
    },
  };
}
