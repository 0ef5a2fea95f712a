import { type RegisterImportPage } from "@gongkai/server/contract";
import { APPLICANT_KIND_WORDS, STATE_WORDS } from "@gongkai/statute";
import { Pagination } from "antd";
import { useState } from "react";
import { groupProblems, nameSome, type ProblemGroup, type RowProblem } from "../group-problems.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";

type Preview = NonNullable<RegisterImportPage["preview"]>;
type Row = Preview["rows"][number];

const PAGE_SIZE = 20;
/** The server names no more than this. */
const MOST_PROBLEMS = 500;

const say = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

const ROWS: readonly Column<Row>[] = [
  { key: "row", title: "行", narrow: true, show: ({ row }) => row },
  { key: "number", title: "编号", show: ({ number }) => number ?? "导入时编号" },
  {
    key: "applicant",
    title: "申请人",
    show: ({ applicant, applicantKind }) => (
      <>
        {applicant}
        {applicantKind === null ? null : <small>{say(APPLICANT_KIND_WORDS, applicantKind)}</small>}
      </>
    ),
  },
  { key: "title", title: "申请内容", show: ({ title }) => title },
  { key: "received", title: "收到", narrow: true, show: ({ receivedOn }) => receivedOn ?? "" },
  {
    key: "outcome",
    title: "结果",
    show: ({ outcome, state, remarks }) => (
      <>
        {outcome ?? say(STATE_WORDS, state)}
        {remarks.map(({ at, message }) => (
          <small key={`${at}${message}`}>
            {at}：{message}
          </small>
        ))}
      </>
    ),
  },
];

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

/** What is wrong with which row, and the first rows as they will be. */
export function ImportPreview({ preview: { good, bad, rows, problems } }: { readonly preview: Preview }) {
  const [page, setPage] = useState(1);
  return (
    <>
      <section className="panel" aria-labelledby="problems-title">
        <h2 id="problems-title">问题</h2>
        <p>
          可以导入 {good} 行，有问题不会导入的 {bad} 行。
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
              keyOf={({ row, at, message }) => `${row} ${at} ${message}`}
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
      <section className="panel" aria-labelledby="preview-title">
        <h2 id="preview-title">导入后的样子（前 {rows.length} 行）</h2>
        <ListTable
          caption="导入后的样子"
          columns={ROWS}
          rows={rows}
          keyOf={({ row }) => String(row)}
          empty={<p>现在没有可以导入的行：请先改正上面的对应关系，或者改正文件后重新上传。</p>}
        />
      </section>
    </>
  );
}
