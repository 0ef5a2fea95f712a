/** What a body, a cell or a text box holds, in order, before it becomes blocks. */
export type DocxContent = DocxParagraph | DocxTable | DocxPageBreak;

export interface DocxParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** Heading level counted from 1; undefined for body text. */
  readonly level: number | undefined;
  readonly isTitle: boolean;
}

export interface DocxTable {
  readonly kind: "table";
  readonly rows: readonly DocxRow[];
}

export interface DocxRow {
  readonly cells: readonly DocxCell[];
}

export interface DocxCell {
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  readonly header: boolean;
  readonly content: readonly DocxContent[];
}

export interface DocxPageBreak {
  readonly kind: "pageBreak";
}

/** Text of a cell: paragraphs on lines of their own, a small nested table row by row. */
export function textOf(content: readonly DocxContent[]): string {
  const lines = content.map((item) => {
    // Cells are parted by tabs in Doc.text, so a tab inside one is a blank.
    if (item.kind === "paragraph") return item.text.replaceAll("\t", " ");
    if (item.kind === "pageBreak") return "";
    return item.rows
      .map(({ cells }) =>
        cells
          .map((cell) => textOf(cell.content))
          .filter((text) => text !== "")
          .join(" "),
      )
      .join("\n");
  });
  return lines.join("\n").trim();
}
