import { TODAY_KIND_WORDS, type TodayItem, URGENCIES, type Urgency, URGENCY_WORDS } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import type { SheetColumn } from "../../../lib/export-sheet.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { sayDaysLeft } from "./say-days-left.ts";

const TONES = { overdue: "error", today: "warning", soon: "notice", later: "plain" } as const satisfies Record<Urgency, string>;

const COLUMNS: readonly Column<TodayItem>[] = [
  {
    key: "urgency",
    title: "期限",
    order: ({ urgency, daysLeft }) => URGENCIES.indexOf(urgency) * 10_000 + (daysLeft ?? 9_999),
    show: (item) => <Limit item={item} />,
  },
  {
    key: "title",
    title: "事项",
    show: ({ title, number, url, asDeputy }) => (
      <>
        <Link to={url.replace(/^\/console/, "")}>{title}</Link>
        {number === null ? null : <small>{number}</small>}
        {asDeputy ? <Mark tone="notice">B岗代行</Mark> : null}
      </>
    ),
  },
  { key: "kind", title: "种类", order: ({ kind }) => TODAY_KIND_WORDS[kind], show: ({ kind }) => TODAY_KIND_WORDS[kind] },
  { key: "act", title: "等着办", order: ({ act }) => act, show: ({ act }) => act },
];

interface TodayListProps {
  readonly items: readonly TodayItem[];
  readonly isFiltered: boolean;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** What waits, most pressing first. */
export function TodayList({ items, isFiltered, sort, onSort }: TodayListProps) {
  return (
    <ListTable
      caption="待办事项"
      columns={COLUMNS}
      rows={items}
      keyOf={({ kind, id, act }) => `${kind}-${id}-${act}`}
      sort={sort}
      onSort={onSort}
      empty={
        isFiltered ? (
          <p>没有符合条件的待办。再点一次上面选中的数字，即可取消筛选。</p>
        ) : (
          <>
            <p>今天没有等您办理的事项。</p>
            <p>交办、送审和快到期限的事项会自动列在这里。</p>
          </>
        )
      }
    />
  );
}

function Limit({ item }: { readonly item: TodayItem }) {
  return (
    <>
      <Mark tone={TONES[item.urgency]}>{sayDaysLeft(item)}</Mark>
      {item.dueOn === null ? null : <small>{item.dueOn}</small>}
      {item.provisional ? <small>暂定：所跨年份的放假安排尚未公布</small> : null}
    </>
  );
}

export const SHEET: readonly SheetColumn<TodayItem>[] = [
  { title: "紧急程度", text: ({ urgency }) => URGENCY_WORDS[urgency] },
  { title: "期限", text: ({ dueOn, provisional }) => `${dueOn ?? ""}${provisional ? "（暂定）" : ""}` },
  { title: "剩余工作日", text: ({ daysLeft }) => daysLeft ?? "" },
  { title: "编号", text: ({ number }) => number ?? "" },
  { title: "事项", text: ({ title }) => title },
  { title: "种类", text: ({ kind }) => TODAY_KIND_WORDS[kind] },
  { title: "等着办", text: ({ act }) => act },
];
