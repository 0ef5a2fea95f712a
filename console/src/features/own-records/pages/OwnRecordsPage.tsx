import { APPLICANT_KIND_WORDS } from "@gongkai/statute";
import { type ListedOwnRecord } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { PageTurner } from "../../../ui/PageTurner.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { Select } from "../../../ui/Select.tsx";
import { ownRecordsQuery } from "../api/own-records.ts";
import { nextStep, sayLimit, STEP_WORDS } from "../steps.ts";

const Query = z.object({
  open: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  year: z.coerce.number().int().optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
});
const PAGE_SIZE = 30;
const YEARS_BACK = 8;

/** 更正本人信息: requests under Art. 41. */
export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const list = useQuery(ownRecordsQuery(useHttp(), organ.code, { ...query, pageSize: PAGE_SIZE }));
  const thisYear = Number(today().slice(0, 4));
  return (
    <PageShell
      title="更正本人信息"
      lead="公民、法人和其他组织有证据证明与本人相关的记录不准确，要求更正的（条例第四十一条）。与信息公开申请分开办理，不计入年度报告。"
      actions={
        organ.roles.has("registrar") ? (
          <Link className="button-link" to={organPath(organ.code, "own-records/new")}>
            登记更正申请
          </Link>
        ) : undefined
      }
    >
      <div className="filters">
        <label htmlFor="own-records-open">办理情况</label>
        <Select
          id="own-records-open"
          value={query.open === undefined ? "all" : String(query.open)}
          onChange={(chosen) => change({ open: chosen === "all" ? undefined : chosen === "true", page: undefined })}
          options={[
            { value: "all", label: "全部" },
            { value: "true", label: "尚未决定" },
            { value: "false", label: "已经决定" },
          ]}
        />
        <label htmlFor="own-records-year">收到年度</label>
        <Select
          id="own-records-year"
          value={query.year ?? 0}
          onChange={(year) => change({ year: year === 0 ? undefined : year, page: undefined })}
          options={[
            { value: 0, label: "全部" },
            ...Array.from({ length: YEARS_BACK }, (_, back) => ({ value: thisYear - back, label: `${thisYear - back}年` })),
          ]}
        />
      </div>
      {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? (
        list.isError ? null : (
          <p className="waiting">正在读取…</p>
        )
      ) : (
        <div aria-busy={list.isPlaceholderData}>
          <p role="status">共 {list.data.total} 件</p>
          <ListTable
            caption="更正申请"
            columns={columnsOf(organ.code)}
            rows={list.data.records}
            keyOf={({ id }) => id}
            empty={
              <p>
                {query.open === undefined && query.year === undefined
                  ? "还没有更正申请。收到书面、当面提出的，由登记人登记。"
                  : "没有符合条件的更正申请。"}
              </p>
            }
          />
          <PageTurner page={query.page} pageSize={PAGE_SIZE} total={list.data.total} onTurn={(page) => change({ page })} />
        </div>
      )}
    </PageShell>
  );
}

function columnsOf(agency: string): readonly Column<ListedOwnRecord>[] {
  return [
    {
      key: "limit",
      title: "期限",
      show: (record) => {
        const [tone, words] = sayLimit(record);
        return (
          <>
            <Mark tone={tone}>{words}</Mark>
            {record.isProvisional ? <small>暂定：所跨年份的放假安排尚未公布</small> : null}
          </>
        );
      },
    },
    {
      key: "summary",
      title: "摘要",
      show: ({ id, summary, number }) => (
        <>
          <Link to={organPath(agency, `own-records/${id}`)}>{summary}</Link>
          <small>{number}</small>
        </>
      ),
    },
    {
      key: "applicant",
      title: "申请人",
      show: ({ applicantName, applicantKind }) => (
        <>
          {applicantName}
          <small>{(APPLICANT_KIND_WORDS as Readonly<Record<string, string>>)[applicantKind] ?? applicantKind}</small>
        </>
      ),
    },
    { key: "received", title: "收到", narrow: true, show: ({ receivedOn }) => receivedOn },
    {
      key: "state",
      title: "状态",
      show: (record) => {
        const next = nextStep(record);
        return (
          <>
            {record.stateWords}
            {record.transferredTo === null ? null : <small>{record.transferredTo}</small>}
            {next === undefined ? <small>{record.toldOn} 已告知</small> : <small>待{STEP_WORDS[next]}</small>}
          </>
        );
      },
    },
  ];
}
