import {
  type Draft,
  type DraftBlock,
  type DraftCell,
  type DraftTable,
  hasKey,
  looseCell,
  tablesOf,
  type ValueRow,
  valueRowsOf,
} from "../draft.ts";
import type { Random } from "../random.ts";
import { type Damage, doToEach } from "./damage.ts";

/** Damages by page breaks and by tables cut in two. Truth never changes. */
export const breakDamages: readonly Damage[] = [
  breaks("page-break", (draft, random) => cutOnce(draft, random, { between: [pageNumber(random)], groups: "blank" })),
  breaks("page-break-group-repeated", (draft, random) => cutOnce(draft, random, { between: [pageNumber(random)], groups: "repeated" })),
  breaks("page-break-group-lost", (draft, random) => cutOnce(draft, random, { between: [pageNumber(random)], groups: "lost" })),
  breaks("page-break-heads-repeated", (draft, random) =>
    cutOnce(draft, random, { between: [pageNumber(random)], groups: random.pick(["blank", "repeated"]), heads: true }),
  ),
  // The running head of the page and its number stand between the pieces.
  breaks("page-break-running-head", (draft, random) => {
    const head: DraftBlock = { kind: "paragraph", text: draft.truth.title ?? `${draft.truth.year ?? 2021}年政府信息公开工作年度报告` };
    const between = random.chance(0.5) ? [pageNumber(random), head] : [head, pageNumber(random)];
    return cutOnce(draft, random, { between, groups: random.pick(["blank", "repeated"]), heads: random.chance(0.3) });
  }),
  breaks("table-cut-in-two", (draft, random) =>
    cutOnce(draft, random, {
      between: random.chance(0.5) ? [] : [{ kind: "paragraph", text: "（续表）" }],
      groups: random.pick(["blank", "repeated"]),
    }),
  ),
  breaks("group-repeated-in-every-row", (draft) =>
    doToEach(tablesOf(draft, 3), ({ rows }) => {
      for (const [index, row] of rows.entries()) {
        for (const cell of row.filter((one) => one.rowSpan > 1 && row.some(hasKey))) {
          const column = row.indexOf(cell);
          for (let below = index + 1; below < index + cell.rowSpan; below++) rows[below]?.splice(column, 0, { ...cell, rowSpan: 1 });
          cell.rowSpan = 1;
        }
      }
    }),
  ),
  breaks("empty-rows", (draft, random) =>
    doToEach(random.sample(tablesOf(draft), 2), ({ rows }) => {
      // Only below rows nothing reaches over, or the empty row would take part in a span.
      const places = rows.flatMap((_, index) =>
        rows.slice(0, index).every((row, above) => row.every((cell) => above + cell.rowSpan <= index)) ? [index] : [],
      );
      for (const index of random
        .sample(
          places.filter((place) => place > 0),
          3,
        )
        .toSorted((one, other) => other - one))
        rows.splice(index, 0, [looseCell("", 4)]);
    }),
  ),
  // Table 2 drawn with five columns: head and figures of a column no longer have the same spans.
  breaks("spans-misaligned", (draft) =>
    doToEach(tablesOf(draft, 2), ({ rows }) => {
      for (const row of rows) {
        const wide = row.length === 1 ? row[0] : row.some(hasKey) ? row[1] : (row[2] ?? row[1]);
        if (wide !== undefined) wide.columnSpan += 1;
      }
    }),
  ),
  // The label is cut by the page end: figures stand with its first half, or with its second.
  breaks("page-break-in-row", (draft, random) => {
    const [row] = random.sample(rowsToCut(draft), 1);
    if (row === undefined) return false;
    splitLabel(row, random, random.chance(0.6) ? "first" : "second");
    return cutAt(draft, row.table, row.index + 1, { between: [pageNumber(random)], groups: random.pick(["blank", "repeated"]) });
  }),
  breaks("label-over-two-rows", (draft, random) => {
    const places = random.sample(rowsToCut(draft), random.integer(1, 3)).toSorted((one, other) => other.index - one.index);
    return doToEach(places, (row) => splitLabel(row, random, random.chance(0.7) ? "first" : "second"));
  }),
  // (五) 不 | 1.信访举报投诉 | 0 … and 予处理 | 类申请 | below it: group and row label are cut together.
  breaks("group-and-label-over-two-rows", (draft, random) => {
    const rows = rowsToCut(draft).filter(({ cells }) => cells.some(isGroup));
    const [row] = random.sample(rows, 1);
    const group = row?.cells.findLast(isGroup);
    if (row === undefined || group === undefined) return false;
    splitLabel(row, random, "first");
    const cut = random.integer(1, group.text.length - 1);
    const rest = { ...group, text: group.text.slice(cut), rowSpan: group.rowSpan - 1 };
    group.text = group.text.slice(0, cut);
    group.rowSpan = 1;
    row.table.rows[row.table.rows.indexOf(row.cells) + 1]?.unshift(rest);
    return true;
  }),
  breaks("page-break-before-figures", (draft, random) => {
    const [row] = random.sample(rowsToCut(draft), 1);
    if (row === undefined) return false;
    splitLabel(row, random, "second", Number.POSITIVE_INFINITY);
    return cutAt(draft, row.table, row.index + 1, { between: [pageNumber(random)], groups: "blank" });
  }),
];

interface Cut {
  between: DraftBlock[];
  /** What becomes of a group label that reaches over the cut. */
  groups: "blank" | "repeated" | "lost";
  heads?: boolean;
}

function breaks(kind: string, apply: (draft: Draft, random: Random) => boolean): Damage {
  return { kind, stage: "breaks", apply };
}

function pageNumber(random: Random): DraftBlock {
  const page = random.integer(2, 9);
  return { kind: "paragraph", text: random.pick([`- ${page} -`, `—${page}—`, String(page), `第 ${page} 页`, `${page}/9`, `— ${page} —`]) };
}

function isGroup(cell: DraftCell): boolean {
  return cell.header && cell.rowSpan > 1 && cell.text.length > 1;
}

function rowsToCut(draft: Draft): ValueRow[] {
  return valueRowsOf(draft).filter(({ table, cells }) => table.table !== 4 && (cells[cells.findIndex(hasKey) - 1]?.text.length ?? 0) > 3);
}

function cutOnce(draft: Draft, random: Random, cut: Cut): boolean {
  const tables = tablesOf(draft).filter(({ table, rows }) => table !== 4 && rows.length > 8);
  if (tables.length === 0) return false;
  const table = random.chance(0.8) ? (tables.find((one) => one.table === 3) ?? random.pick(tables)) : random.pick(tables);
  return cutAt(draft, table, random.integer(4, table.rows.length - 2), cut);
}

/** Makes two tables of one, the second beginning with row `at`. */
function cutAt(draft: Draft, table: DraftTable, at: number, { between, groups, heads }: Cut): boolean {
  const upper = table.rows.slice(0, at);
  const lower = table.rows.slice(at);
  const [first] = lower;
  if (first === undefined) return false;
  const carried: DraftCell[] = [];
  upper.forEach((row, index) => {
    for (const cell of row) {
      const over = index + cell.rowSpan - at;
      if (over <= 0) continue;
      cell.rowSpan -= over;
      carried.push({ ...cell, rowSpan: over, text: groups === "repeated" ? cell.text : "" });
    }
  });
  if (groups !== "lost") first.unshift(...carried);
  const repeated = heads && table.table === 3 ? upper.slice(0, 3).map((row) => row.map((cell) => ({ ...cell }))) : [];
  const position = draft.blocks.indexOf(table);
  draft.blocks.splice(position, 1, { ...table, rows: upper }, ...between, { ...table, rows: [...repeated, ...lower] });
  return true;
}

/** Spreads a row over two: its label is cut, its figures stand in one of the two, blanks in the other. */
function splitLabel({ table, cells }: ValueRow, random: Random, figuresIn: "first" | "second", cutFrom = 0): void {
  const from = cells.findIndex(hasKey);
  const label = cells[from - 1];
  if (label === undefined) return;
  const at = table.rows.indexOf(cells);
  const cut = Math.min(label.text.length, Math.max(cutFrom, random.integer(2, Math.max(2, label.text.length - 2))));
  const rest: DraftCell = { ...label, text: label.text.slice(cut), rowSpan: 1 };
  const blanks = cells.slice(from).map((cell) => looseCell("", cell.columnSpan));
  const values = cells.splice(from);
  for (const [index, row] of table.rows.entries()) {
    for (const cell of row)
      if (index <= at && cell !== label && index + cell.rowSpan > at && (index < at || cells.includes(cell))) cell.rowSpan++;
  }
  label.text = label.text.slice(0, cut);
  cells.push(...(figuresIn === "first" ? values : blanks));
  table.rows.splice(at + 1, 0, [rest, ...(figuresIn === "first" ? blanks : values)]);
}
