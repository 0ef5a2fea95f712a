import { REMEDY_WORDS } from "@gongkai/server/contract";
import { REMEDIES } from "@gongkai/statute";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";

import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { PageTurner } from "../../../ui/PageTurner.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { Select } from "../../../ui/Select.tsx";
import { remediesQuery } from "../api/remedies.ts";
import { FileRemedyDialog } from "../components/FileRemedyDialog.tsx";
import { RemedyTable } from "../components/RemedyTable.tsx";
import { StepDialog } from "../components/StepDialog.tsx";
import { WRITERS } from "../components/writers.ts";
import { RemedyFilter } from "../remedy-filter.ts";
import type { RemedyStep } from "../remedy-limits.ts";

const PAGE_SIZE = 50;
const RESULT_WORDS = { upheld: "结果维持", corrected: "结果纠正", other: "其他结果", pending: "尚未审结", total: "总计" } as const;

/** 复议诉讼: every reconsideration and lawsuit against the organ's answers. */
export function Page() {
  const organ = useOrgan();
  const [filter, change] = useUrlQuery(RemedyFilter);
  const list = useQuery(remediesQuery(useHttp(), organ.code, { ...filter, pageSize: PAGE_SIZE }));
  const [isFiling, setFiling] = useState(false);
  const [at, setAt] = useState<{ readonly id: string; readonly step: RemedyStep } | undefined>(undefined);
  const mayWrite = isMeantFor(WRITERS, organ.roles);
  const remedies = list.data?.remedies ?? [];
  const remedy = remedies.find(({ id }) => id === at?.id);
  const isFiltered = Object.values({ ...filter, page: undefined }).some((value) => value !== undefined);
  return (
    <PageShell
      title="复议诉讼"
      lead="本机关被申请行政复议、被起诉的案件，及其答复期限、结果和重新答复的期限。"
      actions={
        mayWrite ? (
          <Button type="primary" onClick={() => setFiling(true)}>
            登记案件
          </Button>
        ) : null
      }
    >
      <div className="filters">
        <Select
          allowClear
          aria-label="类别"
          placeholder="全部类别"
          value={filter.kind ?? null}
          onChange={(kind: RemedyFilter["kind"] | null) => change({ kind: kind ?? undefined, page: undefined })}
          options={REMEDIES.map((value) => ({ value, label: REMEDY_WORDS[value] }))}
        />
        <Select
          allowClear
          aria-label="是否审结"
          placeholder="全部"
          value={filter.open === undefined ? null : filter.open ? "open" : "decided"}
          onChange={(chosen: string | null) => change({ open: chosen == null ? undefined : chosen === "open", page: undefined })}
          options={[
            { value: "open", label: "尚未审结" },
            { value: "decided", label: "已审结" },
          ]}
        />
        {isFiltered ? (
          <Button onClick={() => change({ kind: undefined, open: undefined, year: undefined, result: undefined, page: undefined })}>
            清除筛选
          </Button>
        ) : null}
      </div>
      {filter.year === undefined ? null : (
        <p className="notice">
          列入{filter.year}年度报告表四的案件{filter.result === undefined ? "" : `：${RESULT_WORDS[filter.result]}`}。
        </p>
      )}
      {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : (
        <>
          <p role="status">共 {list.data.total} 件</p>
          <RemedyTable
            agency={organ.code}
            remedies={remedies}
            withApplication
            onStep={mayWrite ? ({ id }, step) => setAt({ id, step }) : undefined}
            empty={isFiltered ? <p>没有符合条件的案件。</p> : <p>没有复议诉讼案件。收到复议机关、人民法院的材料后在这里登记。</p>}
          />
          <PageTurner page={filter.page} pageSize={PAGE_SIZE} total={list.data.total} onTurn={(page) => change({ page })} />
        </>
      )}
      {isFiling ? <FileRemedyDialog agency={organ.code} onClose={() => setFiling(false)} /> : null}
      {remedy === undefined || at === undefined ? null : (
        <StepDialog agency={organ.code} remedy={remedy} step={at.step} onClose={() => setAt(undefined)} />
      )}
    </PageShell>
  );
}
