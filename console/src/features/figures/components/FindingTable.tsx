import { nameCell } from "@gongkai/annual-report";
import type { DraftReport } from "@gongkai/server/contract";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";

type Finding = DraftReport["findings"][number];

const SEVERITIES = { error: ["error", "错误"], warning: ["warning", "警告"], notice: ["notice", "提示"] } as const;
const MOST_NAMED = 3;

const COLUMNS: readonly Column<Finding>[] = [
  {
    key: "severity",
    title: "级别",
    show: ({ severity, rule }) => (
      <>
        <Mark tone={SEVERITIES[severity][0]}>{SEVERITIES[severity][1]}</Mark>
        <small>{rule}</small>
      </>
    ),
  },
  { key: "message", title: "问题", show: ({ message }) => message },
  {
    key: "cells",
    title: "位置",
    show: ({ cells }) =>
      cells.length === 0
        ? "文字部分"
        : `${cells.slice(0, MOST_NAMED).map(nameCell).join("；")}${cells.length > MOST_NAMED ? `等 ${cells.length} 格` : ""}`,
  },
  { key: "advice", title: "建议", show: ({ advice }) => advice },
];

/** What the rules of the form say to the draft. */
export function FindingTable({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ListTable
      caption="核对发现"
      columns={COLUMNS}
      rows={findings}
      keyOf={(finding) => `${finding.rule} ${finding.cells.join(" ")} ${finding.message}`}
      empty={<p>没有发现问题。</p>}
    />
  );
}
