import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Progress } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { isUnderWay, markState, percentDone, sayProgress } from "../../../lib/import-progress.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { itemImportQuery, sheetAddress } from "../api/item-imports.ts";
import { EndDialog } from "../components/EndDialog.tsx";
import { ItemsPreview } from "../components/ItemsPreview.tsx";
import { MappingForm } from "../components/MappingForm.tsx";
import { Outcome } from "../components/Outcome.tsx";
import { StartDialog } from "../components/StartDialog.tsx";
import { ANSWERS_FOR, ITEM_IMPORT_WORDS } from "../words.ts";

/** One taking over: checked while it is a draft, watched while it runs, taken back when it was wrong. */
export function Page() {
  const organ = useOrgan();
  const { import: id = "" } = useParams({ strict: false }) as { import?: string }; // the route is registered by feature
  const { data, error, refetch } = useQuery(itemImportQuery(useHttp(), organ.code, id));
  const [asking, setAsking] = useState<"start" | "cancel" | "undo" | undefined>(undefined);
  if (data === undefined) {
    return (
      <PageShell title="移入">
        {error === null ? <p className="waiting">正在读取并逐行核对…</p> : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      </PageShell>
    );
  }
  const { import: record, preview } = data;
  const { state } = record;
  const [tone, words] = markState(record, ITEM_IMPORT_WORDS);
  const answersFor = isMeantFor(ANSWERS_FOR, organ.roles);
  const refusedSheet = sheetAddress(organ.code, `${id}/refused-rows.xlsx`);
  const close = () => setAsking(undefined);
  return (
    <PageShell
      title={`移入：${record.name}`}
      actions={
        <>
          {state === "draft" && answersFor ? (
            <Button type="primary" disabled={preview === null || preview.good === 0} onClick={() => setAsking("start")}>
              开始移入{preview === null ? "" : `（${preview.good} 条）`}
            </Button>
          ) : null}
          {state === "draft" || state === "running" ? (
            <Button onClick={() => setAsking("cancel")}>{state === "draft" ? "放弃" : "停止"}</Button>
          ) : null}
          {(state === "finished" || state === "cancelled") && answersFor && record.imported > 0 ? (
            <Button danger onClick={() => setAsking("undo")}>
              撤销移入
            </Button>
          ) : null}
        </>
      }
    >
      {error === null ? null : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      <p role="status">
        <Mark tone={tone}>{words}</Mark>
        {sayProgress(record, ITEM_IMPORT_WORDS)}
      </p>
      {isUnderWay(record) ? <Progress percent={percentDone(record)} aria-label="移入进度" /> : null}
      {state === "draft" && !answersFor ? <p>核对无误后，请政府信息公开工作机构负责人打开本页开始移入。</p> : null}
      {state === "draft" && preview !== null ? (
        <>
          <MappingForm key={record.version} agency={organ.code} page={data} />
          <ItemsPreview preview={preview} refusedSheet={refusedSheet} />
        </>
      ) : null}
      {state === "draft" ? null : <Outcome agency={organ.code} page={data} refusedSheet={refusedSheet} />}
      {asking === "start" ? <StartDialog agency={organ.code} record={record} good={preview?.good ?? 0} onClose={close} /> : null}
      {asking === "cancel" || asking === "undo" ? <EndDialog agency={organ.code} record={record} step={asking} onClose={close} /> : null}
    </PageShell>
  );
}
