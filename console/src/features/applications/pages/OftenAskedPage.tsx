import type { OftenAsked } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { InputNumber } from "antd";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { oftenAskedQuery } from "../api/often-asked.ts";
import "../cases.css";

type Asked = z.infer<typeof OftenAsked>["items"][number];

const Query = z.object({ least: z.coerce.number().int().min(2).max(1000).optional().catch(undefined) });

/** 多人申请的信息: what several people asked for, which may be published for all (Art. 44). */
export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const { data, error, refetch } = useQuery(oftenAskedQuery(useHttp(), organ.code, query.least));
  const columns: readonly Column<Asked>[] = [
    {
      key: "summary",
      title: "信息",
      show: ({ summary, applicationId, firstOn, lastOn }) => (
        <>
          <Link to={organPath(organ.code, `applications/${applicationId}`)}>{summary}</Link>
          <small>
            {firstOn} 至 {lastOn}
          </small>
        </>
      ),
    },
    { key: "applicants", title: "申请人", narrow: true, show: ({ applicants, applications }) => `${applicants} 名，${applications} 件` },
    {
      key: "answered",
      title: "已作答复",
      narrow: true,
      show: ({ disclosed, alreadyPublic }) => (
        <>
          {disclosed > 0 ? <Mark tone="fine">公开 {disclosed} 件</Mark> : null}
          {alreadyPublic > 0 ? <Mark tone="plain">已主动公开 {alreadyPublic} 件</Mark> : null}
          {disclosed === 0 && alreadyPublic === 0 ? "没有公开的答复" : null}
        </>
      ),
    },
    {
      key: "advice",
      title: "建议",
      show: ({ advice, disclosed, alreadyPublic, applicationId, summary }) => (
        <>
          {advice}
          {disclosed > 0 && alreadyPublic === 0 ? (
            <Link to={organPath(organ.code, `disclosures/from-application/${applicationId}`)} aria-label={`把“${summary}”转为主动公开`}>
              转为主动公开
            </Link>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <PageShell
      title="多人申请的信息"
      lead="条例第四十四条：多名申请人就相同政府信息提出公开申请，该信息属于可以公开的，可以纳入主动公开的范围；申请人认为应当主动公开的，可以建议。这里列出一年以来的情况。"
    >
      <div className="filters">
        <label htmlFor="often-least">至少几名申请人</label>
        <InputNumber
          id="often-least"
          min={2}
          max={1000}
          value={query.least ?? data?.least ?? null}
          onChange={(least) => change({ least: least ?? undefined })}
        />
      </div>
      {error === null ? null : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null ? (
          <p className="waiting">正在统计…</p>
        ) : null
      ) : (
        <>
          <p role="status">
            {data.since} 以来，{data.least} 名以上申请人申请相同信息的，共 {data.items.length} 项。
          </p>
          <ListTable
            caption="多人申请的信息"
            columns={columns}
            rows={data.items}
            keyOf={({ applicationId }) => applicationId}
            empty={<p>一年以来没有 {data.least} 名以上申请人申请的相同信息。</p>}
          />
        </>
      )}
    </PageShell>
  );
}
