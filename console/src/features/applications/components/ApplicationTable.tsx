import { APPLICANT_KIND_WORDS, CHANNEL_WORDS } from "@gongkai/statute";
import type { ListedApplication } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Checkbox } from "antd";
import type { ReactNode } from "react";
import { organPath } from "../../../lib/feature.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { sayRole } from "../words.ts";
import { UrgencyMark } from "./UrgencyMark.tsx";

interface ApplicationTableProps {
  readonly agency: string;
  readonly applications: readonly ListedApplication[];
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  readonly chosen?: ReadonlySet<string> | undefined;
  readonly onChoose?: ((id: string, isChosen: boolean) => void) | undefined;
  readonly caption: string;
  readonly empty: ReactNode;
}

/** Cases in the order the server put them in: headings ask it for another. */
export function ApplicationTable({ agency, applications, sort, onSort, chosen, onChoose, caption, empty }: ApplicationTableProps) {
  const columns = [...(onChoose === undefined ? [] : [choice(chosen ?? new Set(), onChoose)]), ...columnsOf(agency, applications, sort)];
  return (
    <ListTable
      caption={caption}
      columns={columns}
      rows={applications}
      keyOf={({ id }) => id}
      sort={sort}
      {...(onSort === undefined ? {} : { onSort })}
      empty={empty}
    />
  );
}

function choice(chosen: ReadonlySet<string>, onChoose: (id: string, isChosen: boolean) => void): Column<ListedApplication> {
  return {
    key: "choice",
    title: "选择",
    narrow: true,
    show: ({ id, number, summary }) => (
      <Checkbox aria-label={`选择 ${number ?? summary}`} checked={chosen.has(id)} onChange={({ target }) => onChoose(id, target.checked)} />
    ),
  };
}

/** The server has sorted, over all pages: the order of a column here keeps the rows as they came. */
function columnsOf(agency: string, applications: readonly ListedApplication[], sort = ""): readonly Column<ListedApplication>[] {
  const places = new Map(applications.map(({ id }, index) => [id, index]));
  const sign = sort.startsWith("-") ? -1 : 1;
  const asGiven = ({ id }: ListedApplication) => sign * (places.get(id) ?? 0);
  return [
    { key: "due", title: "期限", order: asGiven, show: (row) => <Limit row={row} /> },
    {
      key: "number",
      title: "申请内容",
      order: asGiven,
      show: ({ id, summary, number }) => (
        <>
          <Link to={organPath(agency, `applications/${id}`)}>{summary}</Link>
          <small>{number ?? "未登记编号"}</small>
        </>
      ),
    },
    {
      key: "applicant",
      title: "申请人",
      show: ({ applicantName, applicantKind }) => (
        <>
          {applicantName}
          <small>{APPLICANT_KIND_WORDS[applicantKind]}</small>
        </>
      ),
    },
    {
      key: "received",
      title: "收到",
      narrow: true,
      order: asGiven,
      show: ({ receivedOn, channel }) => (
        <>
          {receivedOn ?? "未确认"}
          <small>{CHANNEL_WORDS[channel]}</small>
        </>
      ),
    },
    {
      key: "state",
      title: "状态",
      show: ({ stateWords, outcomeWords, waitingRole, handlerName }) => (
        <>
          {stateWords}
          {outcomeWords === null ? null : <small>{outcomeWords}</small>}
          {waitingRole === null ? null : (
            <small>
              待{sayRole(waitingRole)}办{handlerName !== null && waitingRole === "handler" ? `：${handlerName}` : ""}
            </small>
          )}
        </>
      ),
    },
  ];
}

function Limit({ row }: { readonly row: ListedApplication }) {
  return (
    <>
      <UrgencyMark application={row} />
      {row.dueOn === null ? null : <small>{row.dueOn} 到期</small>}
      {row.decidedOn === null ? null : <small>{row.decidedOn} 答复</small>}
      {row.wasExtended ? <Mark tone="plain">已延长</Mark> : null}
      {row.isProvisional ? <small>暂定：所跨年份的放假安排尚未公布</small> : null}
    </>
  );
}
