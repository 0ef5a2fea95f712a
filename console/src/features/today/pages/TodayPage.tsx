import { TODAY_KINDS } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { todayQuery } from "../api/today.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { TodayFilters } from "../components/TodayFilters.tsx";
import { SHEET, TodayList } from "../components/TodayList.tsx";
import { TodayMessages } from "../components/TodayMessages.tsx";

const Query = z.object({
  kind: z.enum(TODAY_KINDS).optional().catch(undefined),
  urgency: z.enum(["overdue", "today", "soon", "later"]).optional().catch(undefined),
  sort: z.string().catch(""),
});

export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const { data } = useSuspenseQuery(todayQuery(useHttp(), organ.code));
  const ofKind = data.items.filter(({ kind }) => query.kind === undefined || kind === query.kind);
  const items = ofKind.filter(({ urgency }) => query.urgency === undefined || urgency === query.urgency);
  return (
    <PageShell
      title="今日待办"
      lead={`${data.today}，按法定期限的紧急程度排列。`}
      actions={<ExportButton name={`今日待办${data.today}`} columns={SHEET} rows={items} />}
    >
      <TodayFilters items={ofKind} kinds={[...new Set(data.items.map(({ kind }) => kind))]} query={query} onChange={change} />
      <TodayList items={items} isFiltered={items.length < data.items.length} sort={query.sort} onSort={(sort) => change({ sort })} />
      <TodayMessages agency={organ.code} messages={data.messages} unread={data.unreadMessages} />
    </PageShell>
  );
}
