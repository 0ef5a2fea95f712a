import { hasKey, type Draft, type DraftCell } from "../draft.ts";
import { EDITIONS } from "../../editions/index.ts";
import type { Layout } from "./layout.ts";

/** Tables told in sentences: 本年新收政府信息公开申请数量：自然人3件、商业企业0件…总计3件。 Truth: every figure that is told. */
export const tablesAsProse: Layout = {
  name: "tables-as-prose",
  extension: "txt",
  hasTables: false,
  render(draft, random) {
    const colon = random.pick(["：", ":", "，其中"]);
    const unit = random.pick(["件", "件", ""]);
    const lines = draft.blocks.flatMap((block) =>
      block.kind === "table"
        ? block.rows.filter((row) => row.some(hasKey)).map((row) => tellRow(draft, row, colon, unit, random.pick(["、", "，"])))
        : [block.text],
    );
    return `${lines.join("\n")}\n`;
  },
};

function tellRow(draft: Draft, row: readonly DraftCell[], colon: string, unit: string, between: string): string {
  const values = row.filter(hasKey);
  const [first] = values;
  const form = EDITIONS[draft.edition];
  const named = (labels: readonly string[]) =>
    values.map((cell, index) => `${labels[index] ?? ""}${cell.text}${/金额/u.test(labels[index] ?? "") ? "万元" : unit}`).join(between);
  if (first?.key.startsWith("t4.")) {
    return form.table4
      .map((group) => {
        const own = values.filter((cell) => cell.key.startsWith(`${group.id}.`));
        const parent = group.parent === group.label ? group.label : `${group.parent}${group.label}`;
        return `${parent}${colon}${group.columns.map((column, index) => `${column.label}${own[index]?.text ?? ""}${unit}`).join(between)}。`;
      })
      .join("");
  }
  if (first?.key.startsWith("t2.")) {
    const block = form.table2.find(({ rows }) => rows.some(({ id }) => first.key.startsWith(`${id}.`)));
    const label = block?.rows.find(({ id }) => first.key.startsWith(`${id}.`))?.label ?? "";
    return `${label}${colon}${named((block?.columns ?? []).map((column) => column.label.replace(/（.*）/u, "")))}。`;
  }
  const form3 = form.table3.rows.find(({ id }) => first?.key.startsWith(`t3.${id}.`) && first.key.length === `t3.${id}.natural`.length);
  const label = [...(form3?.groups.slice(1) ?? []), form3?.label ?? ""].join("");
  return `${label}${colon}${named(form.table3.columns.map((column) => column.label))}。`;
}

/** Text only: the tables are pictures. Truth: no cell is printed, though sentences tell a few of the figures. */
export const narrativeOnly: Layout = {
  name: "narrative-only",
  extension: "txt",
  hasTables: false,
  render(draft, random) {
    const { truth } = draft;
    for (const key of Object.keys(truth.cells)) truth.cells[key] = null;
    truth.alternatives = {};
    truth.edition = null;
    const lines = draft.blocks.flatMap((block) => (block.kind === "table" ? (random.chance(0.5) ? ["（见附图）"] : []) : [block.text]));
    return `${lines.join("\n")}\n`;
  },
};
