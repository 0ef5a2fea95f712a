import { EDITIONS } from "@gongkai/annual-report";
import { type CaseTally, COLUMNS } from "@gongkai/statute";

/** Tables 3 and 4 in plain text, with the labels of the form. */
export function printTally({ year, edition, cells }: CaseTally): string {
  const form = EDITIONS[edition];
  const heads = form.table3.columns.map(({ label }) => label).join("  ");
  const rows = form.table3.rows.map(({ id, label, groups }) => {
    const group = groups.at(-1);
    const figures = COLUMNS.map((column) => cells[`t3.${id}.${column}`] ?? 0).join("  ");
    return `${group === undefined || group.startsWith("三、") ? "" : `${group} `}${label}：${figures}\n`;
  });
  const remedies = form.table4.map(({ id, label, columns }) => {
    const figures = columns.map((column) => `${column.label} ${cells[`${id}.${column.id}`] ?? 0}`).join("  ");
    return `${label}：${figures}\n`;
  });
  return `${year}年度（${edition}年版式）\n表三（${heads}）\n${rows.join("")}表四\n${remedies.join("")}`;
}
