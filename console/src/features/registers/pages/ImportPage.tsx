import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Progress } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { percentDone, isUnderWay, markState, sayProgress } from "../../../lib/import-progress.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { importQuery } from "../api/imports.ts";
import { ImportPreview } from "../components/ImportPreview.tsx";
import { MappingForm } from "../components/MappingForm.tsx";
import { StepDialog, type ImportStepName } from "../components/StepDialog.tsx";
import { REGISTER_WORDS } from "../import-words.ts";

/** One import: checked while it is a draft, watched while it runs, taken back when it was wrong. */
export function Page() {
  const organ = useOrgan();
  const { import: id = "" } = useParams({ strict: false }) as { import?: string }; // the route is registered by feature
  const { data, error, refetch } = useQuery(importQuery(useHttp(), organ.code, id));
  const [asking, setAsking] = useState<ImportStepName | undefined>(undefined);
  if (data === undefined) {
    return (
      <PageShell title="导入台账">
        {error === null ? <p className="waiting">正在读取并逐行核对…</p> : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      </PageShell>
    );
  }
  const { import: record, preview } = data;
  const { state } = record;
  const [tone, words] = markState(record, REGISTER_WORDS);
  return (
    <PageShell
      title={`导入台账：${record.name}`}
      actions={
        <>
          {state === "draft" ? (
            <Button type="primary" disabled={preview === null || preview.good === 0} onClick={() => setAsking("start")}>
              开始导入{preview === null ? "" : `（${preview.good} 件）`}
            </Button>
          ) : null}
          {state === "draft" || state === "running" ? (
            <Button onClick={() => setAsking("cancel")}>{state === "draft" ? "放弃" : "停止"}</Button>
          ) : null}
          {state === "finished" || state === "cancelled" ? (
            <Button danger onClick={() => setAsking("undo")}>
              撤销导入
            </Button>
          ) : null}
        </>
      }
    >
      {error === null ? null : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      <p role="status">
        <Mark tone={tone}>{words}</Mark>
        {sayProgress(record, REGISTER_WORDS)}
        {record.lastProblem === null ? null : `最近一次的问题：${record.lastProblem}`}
      </p>
      {isUnderWay(record) ? <Progress percent={percentDone(record)} aria-label="导入进度" /> : null}
      {state === "draft" && preview !== null ? (
        <>
          {record.format === "table" ? <MappingForm key={record.version} agency={organ.code} page={data} /> : null}
          <ImportPreview preview={preview} />
        </>
      ) : null}
      {asking === undefined ? null : (
        <StepDialog agency={organ.code} record={record} good={preview?.good ?? 0} step={asking} onClose={() => setAsking(undefined)} />
      )}
    </PageShell>
  );
}
