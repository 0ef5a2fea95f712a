import { composeTables, EDITIONS, type FormTable } from "@gongkai/annual-report";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { figuresQuery } from "../api/figures.ts";
import { CarriedInProof, SnapshotNote } from "../components/FigureNotes.tsx";
import { FigureTable } from "../components/FigureTable.tsx";
import { SnapshotDialog } from "../components/SnapshotDialog.tsx";
import { YearBar } from "../components/YearBar.tsx";
import { YearQuery } from "../year-query.ts";
import "../figures.css";

/** 年度数字: tables 3 and 4 of a year as the cases make them, and what the register of documents makes of table 2. */
export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(YearQuery);
  const thisYear = Number(today().slice(0, 4));
  const year = query.year ?? thisYear;
  const { data: figures } = useSuspenseQuery(figuresQuery(useHttp(), organ.code, year));
  const [isFixing, setFixing] = useState(false);
  const { cells, snapshot, edition } = figures;
  const published = new Map((snapshot?.differences ?? []).map(({ cell, published: figure }) => [cell, figure]));
  const [table2, table3, table4] = composeTables(EDITIONS[edition], () => "");
  return (
    <PageShell
      title="年度数字"
      lead={`由案件推算，每个数字都可以点开看是哪些案件。${year}年按${edition}年版表样。`}
      actions={organ.roles.has("officeHead") && year < thisYear ? <Button onClick={() => setFixing(true)}>固定公布数字</Button> : null}
    >
      <YearBar agency={organ.code} year={year} here="figures" onYear={(chosen) => change({ year: chosen })} />
      <CarriedInProof year={year} carriedIn={figures.carriedIn} />
      {snapshot === null ? (
        <p>{year < thisYear ? "这一年的数字还没有固定公布。" : "年度结束后可以固定公布的数字。"}</p>
      ) : (
        <SnapshotNote snapshot={snapshot} />
      )}
      <h2>二、主动公开政府信息情况：规章和行政规范性文件</h2>
      <p className="page-lead">由规范性文件登记簿推算；表二的其他各行在年报体检中填写。</p>
      <FigureTable
        agency={organ.code}
        year={year}
        caption={`${year}年表二第（一）项`}
        table={keepKnown(table2, figures.others)}
        cells={figures.others}
        published={NOTHING_PUBLISHED}
      />
      <h2>三、收到和处理政府信息公开申请情况</h2>
      <FigureTable agency={organ.code} year={year} caption={`${year}年表三`} table={table3} cells={cells} published={published} />
      <h2>四、政府信息公开行政复议、行政诉讼情况</h2>
      <FigureTable agency={organ.code} year={year} caption={`${year}年表四`} table={table4} cells={cells} published={published} />
      {isFixing ? (
        <SnapshotDialog agency={organ.code} year={year} version={snapshot?.version ?? 0} onClose={() => setFixing(false)} />
      ) : null}
    </PageShell>
  );
}

const NOTHING_PUBLISHED: ReadonlyMap<string, number> = new Map();

/** The rows of a table whose figures are known, with the heads above them. */
function keepKnown(table: FormTable, known: Readonly<Record<string, number | null>>): FormTable {
  const isKnown = (row: FormTable["rows"][number]) => row.some(({ key }) => key !== undefined && typeof known[key] === "number");
  const last = table.rows.findLastIndex(isKnown);
  return { ...table, rows: table.rows.slice(0, last + 1) };
}
