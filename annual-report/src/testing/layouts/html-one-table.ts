import type { Draft, DraftTable } from "../draft.ts";
import { html } from "./html.ts";
import type { Layout } from "./layout.ts";

/** The whole report in one table: headings and paragraphs are rows over its full width. */
export const htmlOneTable: Layout = {
  name: "html-one-table",
  extension: "html",
  hasTables: true,
  render(draft, random) {
    const rows = draft.blocks.flatMap((block) =>
      block.kind === "table" ? block.rows : [[{ text: block.text, columnSpan: 15, rowSpan: 1, header: false }]],
    );
    const table: DraftTable = { kind: "table", table: 3, rows };
    const whole: Draft = { ...draft, blocks: [table] };
    return html.render(whole, random);
  },
};
