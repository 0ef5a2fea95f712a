import { Pagination } from "antd";
import { type ReactNode, useState } from "react";
import { groupProblems, nameSome, type ProblemGroup, type RowProblem } from "../lib/row-problems.ts";
import { type Column, ListTable } from "./ListTable.tsx";

const PAGE_SIZE = 20;
/** The server names no more than this. */
const MOST_PROBLEMS = 500;

const PROBLEMS: readonly Column<RowProblem>[] = [
  { key: "row", title: "行", narrow: true, show: ({ row }) => `第 ${row} 行` },
  { key: "at", title: "列", show: ({ at }) => at },
  { key: "found", title: "内容", show: ({ found }) => (found === "" ? "空白" : found) },
  { key: "message", title: "问题", show: ({ message }) => message },
];

const GROUPS: readonly Column<ProblemGroup>[] = [
  {
    key: "rows",
    title: "行",
    show: ({ rows }) => (rows.length === 1 ? `第 ${rows[0]} 行` : `${rows.length} 行（第 ${nameSome(rows)} 行）`),
  },
  { key: "at", title: "列", show: ({ at }) => at },
  { key: "found", title: "内容", show: ({ found }) => (found.length === 0 ? "空白" : nameSome(found)) },
  { key: "message", title: "问题", show: ({ message }) => message },
];

interface RowProblemsProps {
  readonly problems: readonly RowProblem[];
  /** How many rows are good and bad, in a sentence. */
  readonly lead: ReactNode;
}

/** What is wrong with which row of a table that was handed in: the same trouble told once, and row by row. */
export function RowProblems({ problems, lead }: RowProblemsProps) {
  const [page, setPage] = useState(1);
  return (
    <section className="panel" aria-labelledby="problems-title">
      <h2 id="problems-title">问题</h2>
      <p>
        {lead}
        {problems.length >= MOST_PROBLEMS ? `这里只列出前 ${MOST_PROBLEMS} 条。` : ""}
      </p>
      <ListTable
        caption="问题"
        columns={GROUPS}
        rows={groupProblems(problems)}
        keyOf={({ at, message }) => `${at} ${message}`}
        empty={<p>没有发现问题。</p>}
      />
      {problems.length === 0 ? null : (
        <details>
          <summary>逐行列出（{problems.length} 处）</summary>
          <ListTable
            caption="逐行的问题"
            columns={PROBLEMS}
            rows={problems.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
            keyOf={({ row, at, found, message }) => `${row} ${at} ${found} ${message}`}
            empty={null}
          />
          <Pagination
            current={page}
            pageSize={PAGE_SIZE}
            total={problems.length}
            showSizeChanger={false}
            hideOnSinglePage
            onChange={setPage}
          />
        </details>
      )}
    </section>
  );
}
