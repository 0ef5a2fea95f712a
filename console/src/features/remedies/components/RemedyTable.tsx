import { ClockCircleOutlined, ExclamationCircleFilled } from "@ant-design/icons";
import type { ListedRemedy } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { today } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { nextLimit, openSteps, type RemedyStep } from "../remedy-limits.ts";

export const STEP_WORDS = { copy: "登记收到副本", reply: "登记答复", decision: "登记结果" } as const satisfies Record<RemedyStep, string>;

interface RemedyTableProps {
  readonly agency: string;
  readonly remedies: readonly ListedRemedy[];
  /** Left out where nothing may be written. */
  readonly onStep: ((remedy: ListedRemedy, step: RemedyStep) => void) | undefined;
  readonly withApplication: boolean;
  readonly empty: ReactNode;
}

/** Remedies with the limit that runs and what can be recorded next. */
export function RemedyTable({ agency, remedies, onStep, withApplication, empty }: RemedyTableProps) {
  const on = today();
  const columns: readonly Column<ListedRemedy>[] = [
    { key: "limit", title: "期限", show: (row) => <Limit row={row} today={on} /> },
    {
      key: "kind",
      title: "案件",
      show: ({ kindWords, body, number }) => (
        <>
          {kindWords}
          <small>
            {body}
            {number === null || number === "" ? "" : `，${number}`}
          </small>
        </>
      ),
    },
    ...(withApplication
      ? [
          {
            key: "application",
            title: "所涉申请",
            show: ({ application, applicationNumber }: ListedRemedy) =>
              application === null ? (
                "不涉及申请"
              ) : (
                <Link to={organPath(agency, `applications/${application}`)}>{applicationNumber ?? "未登记编号"}</Link>
              ),
          },
        ]
      : []),
    {
      key: "filed",
      title: "提出、收到副本",
      show: ({ filedOn, receivedOn }) => (
        <>
          {filedOn}
          <small>{receivedOn === null ? "未收到副本" : `${receivedOn} 收到副本`}</small>
        </>
      ),
    },
    { key: "result", title: "结果", show: (row) => <Result row={row} /> },
    ...(onStep === undefined ? [] : [{ key: "acts", title: "操作", show: (row: ListedRemedy) => <Steps row={row} onStep={onStep} /> }]),
  ];
  return <ListTable caption="复议诉讼" columns={columns} rows={remedies} keyOf={({ id }) => id} empty={empty} />;
}

function Limit({ row, today: on }: { readonly row: ListedRemedy; readonly today: string }) {
  const limit = nextLimit(row, on);
  if (limit === undefined) return <Mark tone="plain">{row.decidedOn === null ? "等待审理" : "已审结"}</Mark>;
  const { label, dueOn, isOverdue } = limit;
  return (
    <>
      <Mark tone={isOverdue ? "error" : dueOn === on ? "warning" : "notice"}>
        {isOverdue ? <ExclamationCircleFilled aria-hidden="true" /> : <ClockCircleOutlined aria-hidden="true" />}{" "}
        {isOverdue ? `逾期：${label}` : dueOn === on ? `今天到期：${label}` : label}
      </Mark>
      <small>{dueOn} 到期</small>
    </>
  );
}

function Result({ row: { decidedOn, resultDetail, repliedOn, redoDueOn, redoneOn } }: { readonly row: ListedRemedy }) {
  return (
    <>
      {decidedOn === null ? "尚未审结" : `${decidedOn} ${resultDetail ?? ""}`}
      {repliedOn === null ? null : <small>{repliedOn} 本机关已答复</small>}
      {redoDueOn === null ? null : <small>{redoneOn === null ? `责令 ${redoDueOn} 前重新答复` : `${redoneOn} 已重新答复`}</small>}
    </>
  );
}

function Steps({ row, onStep }: { readonly row: ListedRemedy; readonly onStep: (remedy: ListedRemedy, step: RemedyStep) => void }) {
  return (
    <span className="acts">
      {openSteps(row).map((step) => (
        <Button key={step} type="link" className="link-button" onClick={() => onStep(row, step)}>
          {STEP_WORDS[step]}
        </Button>
      ))}
    </span>
  );
}
