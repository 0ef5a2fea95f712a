import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { auditQuery } from "../api/list-audit.ts";
import { AuditFilters } from "../components/AuditFilters.tsx";
import { AuditList, SHEET } from "../components/AuditList.tsx";

const Day = z.iso.date().optional().catch(undefined);
const Query = z.object({
  stream: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  from: Day,
  until: Day,
});

export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const list = useInfiniteQuery(auditQuery(useHttp(), organ.code, query));
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <PageShell
      title="审计查询"
      lead="本机关的每一次办理、登录、被拒绝的操作和个人信息查看，只能增加，不能修改或删除。"
      actions={
        <ExportButton name={`${organ.shortName}审计`} columns={SHEET} rows={entries} hint="导出已列出的记录；更早的先点“更早的记录”" />
      }
    >
      <AuditFilters query={query} onChange={change} />
      {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <p role="status">正在读取…</p> : null}
      {list.isSuccess ? (
        <AuditList
          entries={entries}
          isFiltered={Object.values(query).some((value) => value !== undefined)}
          onPerson={(person) => change({ person })}
        />
      ) : null}
      {list.hasNextPage ? (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          更早的记录
        </Button>
      ) : null}
    </PageShell>
  );
}
