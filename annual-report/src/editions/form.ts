import type { CellKey, EditionId } from "../report.ts";

/**
 * The shape of an edition of the form. An edition is one data file (`edition-2019.ts`, `edition-2021.ts`); reading,
 * checking, showing, adding up and comparing are driven by it alone, so a third edition would be one file more.
 */
export interface Edition {
  readonly id: EditionId;
  /** The document that prescribes the form. */
  readonly instrument: string;
  /** Report years the form was made for; the labels decide which form a document uses, never the year. */
  readonly years: { readonly from: number; readonly to?: number };
  readonly sections: readonly FormSection[];
  readonly table2: readonly Block2[];
  readonly table3: Table3;
  readonly table4: readonly Group4[];
  /** Every cell in the order of the form. */
  readonly cells: readonly FormCell[];
}

export interface FormSection {
  readonly id: "overview" | "table2" | "table3" | "table4" | "problems" | "other";
  readonly heading: string;
}

/** A block of table 2: the item of Art. 20 it stands for, its column labels and rows. */
export interface Block2 {
  /** e.g. 第二十条第（一）项 */
  readonly label: string;
  /** Labels of the columns after 信息内容. */
  readonly columns: readonly Column2[];
  readonly rows: readonly Row2[];
}

export interface Column2 {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
}

export interface Row2 {
  /** e.g. `t2.rules`; the cell key is `${id}.${column.id}`. */
  readonly id: string;
  readonly label: string;
}

export interface Table3 {
  readonly columns: readonly Column3[];
  readonly rows: readonly Row3[];
}

export interface Column3 {
  readonly id: "natural" | "business" | "research" | "welfare" | "legal" | "other" | "total";
  readonly label: string;
}

export interface Row3 {
  /** e.g. `denied.secret`; the cell key is `t3.${id}.${column.id}`. */
  readonly id: string;
  readonly label: string;
  /** The group cells to its left, outermost first, e.g. 三、本年度办理结果, （三）不予公开. */
  readonly groups: readonly string[];
  /** The article the row stands for, where the Regulations name one. */
  readonly article?: string;
}

/** A five-cell group of table 4. */
export interface Group4 {
  /** e.g. `t4.reconsideration` */
  readonly id: string;
  readonly label: string;
  readonly parent: "行政复议" | "行政诉讼";
  readonly columns: readonly Column4[];
}

export interface Column4 {
  readonly id: "upheld" | "corrected" | "other" | "pending" | "total";
  readonly label: string;
}

/** count: whole number ≥ 0 · change: whole number with a sign · amount: 万元, decimal ≥ 0 */
export type CellKind = "count" | "change" | "amount";

export interface FormCell {
  readonly key: CellKey;
  readonly kind: CellKind;
  readonly table: 2 | 3 | 4;
  /** The cell's name for people, e.g. 表三“（一）予以公开”·自然人. */
  readonly name: string;
}

/** Every cell of a form in reading order, named for people. */
export function listCells(table2: readonly Block2[], table3: Table3, table4: readonly Group4[]): FormCell[] {
  const second = table2.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column): FormCell => ({
        key: `${row.id}.${column.id}`,
        kind: column.kind,
        table: 2,
        name: `表二“${row.label}”·${column.label}`,
      })),
    ),
  );
  const third = table3.rows.flatMap((row) =>
    table3.columns.map((column): FormCell => ({
      key: `t3.${row.id}.${column.id}`,
      kind: "count",
      table: 3,
      name: `表三“${[...row.groups.slice(1), row.label].join("")}”·${column.label}`,
    })),
  );
  const fourth = table4.flatMap((group) =>
    group.columns.map((column): FormCell => ({
      key: `${group.id}.${column.id}`,
      kind: "count",
      table: 4,
      name: `表四“${group.label}”·${column.label}`,
    })),
  );
  return [...second, ...third, ...fourth];
}
