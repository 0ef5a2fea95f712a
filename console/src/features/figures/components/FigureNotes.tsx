import { nameCell } from "@gongkai/annual-report";
import type { YearFigures } from "@gongkai/server/contract";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";

/** Whether what was carried in is what the year before carried out. */
export function CarriedInProof({ year, carriedIn: { expected, actual, from, agrees } }: Pick<YearFigures, "year" | "carriedIn">) {
  return (
    <p>
      <Mark tone={agrees ? "fine" : "error"}>{agrees ? "上年结转相符" : "上年结转不符"}</Mark>
      {year - 1} 年结转下年度 {expected} 件（{from === "snapshot" ? "公布的数字" : "由案件推算"}），{year} 年上年结转 {actual} 件。
      {agrees ? "" : "请核对上年公布后补记的案件，并在报告中说明。"}
    </p>
  );
}

type Difference = NonNullable<YearFigures["snapshot"]>["differences"][number];

const COLUMNS: readonly Column<Difference>[] = [
  { key: "cell", title: "单元格", show: ({ cell }) => nameCell(cell) },
  { key: "published", title: "公布的数字", show: ({ published }) => published },
  { key: "now", title: "现在推算", show: ({ now }) => now },
  { key: "by", title: "相差", show: ({ published, now }) => (now > published ? `+${now - published}` : String(now - published)) },
];

/** The figures as published, and every cell that has become another since. */
export function SnapshotNote({ snapshot }: { readonly snapshot: NonNullable<YearFigures["snapshot"]> }) {
  const { takenAt, differences } = snapshot;
  return (
    <section className="panel">
      <h2>公布的数字</h2>
      <p>
        {sayInstant(takenAt)} 固定。
        {differences.length === 0
          ? "其后没有使数字变化的补记。"
          : `其后补记的案件使 ${differences.length} 个数字发生变化；公布的数字不变，差异列在这里。`}
      </p>
      {differences.length === 0 ? null : (
        <details open={differences.length <= 10}>
          <summary>差异（{differences.length} 处）</summary>
          <ListTable caption="公布后的差异" columns={COLUMNS} rows={differences} keyOf={({ cell }) => cell} empty={null} />
        </details>
      )}
    </section>
  );
}
