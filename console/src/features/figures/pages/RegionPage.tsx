import type { RegionFigures } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import type { SheetColumn } from "../../../lib/export-sheet.ts";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { regionQuery } from "../api/figures.ts";
import { YearBar } from "../components/YearBar.tsx";
import { YearQuery } from "../year-query.ts";
import "../figures.css";

type Row = RegionFigures["organs"][number];

const Query = YearQuery.extend({ sort: z.string().catch("-overdue").default("-overdue") });

const columnsFor = (year: number): readonly Column<Row>[] => [
  {
    key: "name",
    title: "机关",
    order: ({ name }) => name,
    show: ({ code, name }) => (
      <Link to={organPath(code, "figures")} search={{ year }}>
        {name}
      </Link>
    ),
  },
  { key: "received", title: "新收", order: ({ received }) => received, show: ({ received }) => received },
  { key: "answered", title: "办结", order: ({ answered }) => answered, show: ({ answered }) => answered },
  { key: "carriedOut", title: "结转下年", order: ({ carriedOut }) => carriedOut, show: ({ carriedOut }) => carriedOut },
  {
    key: "overdue",
    title: "现在逾期",
    order: ({ overdue }) => overdue,
    show: ({ overdue }) => (overdue === 0 ? "0" : <Mark tone="error">逾期 {overdue} 件</Mark>),
  },
  {
    key: "published",
    title: "公布数字",
    order: ({ isPublished }) => Number(isPublished),
    show: ({ isPublished }) => <Mark tone={isPublished ? "fine" : "plain"}>{isPublished ? "已固定" : "未固定"}</Mark>,
  },
];

const SHEET: readonly SheetColumn<Row>[] = [
  { title: "机关", text: ({ name }) => name },
  { title: "新收", text: ({ received }) => received },
  { title: "办结", text: ({ answered }) => answered },
  { title: "结转下年", text: ({ carriedOut }) => carriedOut },
  { title: "现在逾期", text: ({ overdue }) => overdue },
  { title: "公布数字", text: ({ isPublished }) => (isPublished ? "已固定" : "未固定") },
];

/** 所辖机关: the organ and those below it, one line each. */
export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const year = query.year ?? Number(today().slice(0, 4));
  const { data: region } = useSuspenseQuery(regionQuery(useHttp(), organ.code, year));
  const { organs, cells } = region;
  return (
    <PageShell
      title="所辖机关"
      lead={`${organ.shortName}及其下级机关，${year}年共新收 ${cells["t3.new.total"] ?? 0} 件，办结 ${cells["t3.total.total"] ?? 0} 件。`}
      actions={<ExportButton name={`所辖机关${year}`} columns={SHEET} rows={organs} />}
    >
      <YearBar agency={organ.code} year={year} here="figures/region" onYear={(chosen) => change({ year: chosen })} />
      <ListTable
        caption="所辖机关"
        columns={columnsFor(year)}
        rows={organs}
        keyOf={({ code }) => code}
        sort={query.sort}
        onSort={(sort) => change({ sort })}
        empty={<p>没有下级机关。</p>}
      />
    </PageShell>
  );
}
