import { ATTRIBUTES, GENRES, type ListedItem } from "@gongkai/server/contract";
import { officialCalendar, plainDate } from "@gongkai/statute";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { today as askToday, sayInstant } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { publicationClock } from "../urgency.ts";
import { sayRole } from "../words.ts";
import { ClockMark } from "./ClockMark.tsx";

interface ItemTableProps {
  readonly agency: string;
  readonly items: readonly ListedItem[];
  /** Names of the catalogue's entries by id. */
  readonly entries: ReadonlyMap<string, string>;
  readonly empty: ReactNode;
}

/** Items in the server's order, the most urgent first. */
export function ItemTable({ agency, items, entries, empty }: ItemTableProps) {
  const [calendar] = useState(officialCalendar);
  const [today] = useState(() => plainDate(askToday()));
  const columns: readonly Column<ListedItem>[] = [
    {
      key: "due",
      title: "公开期限",
      show: (item) => (
        <>
          <ClockMark clock={publicationClock(item, today, calendar)} />
          {item.dueOn === null ? null : <small>{item.dueOn} 前</small>}
          {item.dueLimit === null ? null : <small>{item.dueLimit}</small>}
          {item.isProvisional ? <small>暂定：所跨年份的放假安排尚未公布</small> : null}
        </>
      ),
    },
    {
      key: "title",
      title: "名称",
      show: ({ id, title, documentNumber, indexNumber, genre }) => (
        <>
          <Link to={organPath(agency, `disclosures/${id}`)}>{title}</Link>
          <small>{[GENRES[genre], documentNumber, indexNumber].filter(Boolean).join("　")}</small>
        </>
      ),
    },
    {
      key: "attribute",
      title: "公开属性",
      show: ({ attribute, entry }) => (
        <>
          {attribute === null ? "未认定" : ATTRIBUTES[attribute]}
          {entry === null ? null : <small>{entries.get(entry)}</small>}
        </>
      ),
    },
    {
      key: "state",
      title: "状态",
      show: ({ stateWords, waitingRole, scheduledAt, awaitsTakeDownApproval }) => (
        <>
          {stateWords}
          {scheduledAt === null ? null : <small>定于 {sayInstant(scheduledAt).slice(0, 16)}</small>}
          {awaitsTakeDownApproval ? <small>紧急撤下，待补批</small> : null}
          {waitingRole === null ? null : <small>待{sayRole(waitingRole)}办</small>}
        </>
      ),
    },
    {
      key: "published",
      title: "发布",
      narrow: true,
      show: ({ publishedAt }) => (publishedAt === null ? "未发布" : sayInstant(publishedAt).slice(0, 10)),
    },
  ];
  return <ListTable caption="主动公开信息" columns={columns} rows={items} keyOf={({ id }) => id} empty={empty} />;
}
