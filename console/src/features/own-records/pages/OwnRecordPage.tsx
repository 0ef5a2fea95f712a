import { APPLICANT_KIND_WORDS, CHANNEL_WORDS } from "@gongkai/statute";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { ownRecordQuery } from "../api/own-records.ts";
import { ContentDialog } from "../components/ContentDialog.tsx";
import { OwnRecordStepDialog } from "../components/OwnRecordStepDialog.tsx";
import { nextStep, sayLimit, STEP_ROLES, STEP_WORDS } from "../steps.ts";

const say = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

/** One request to correct a record: where it stands, what comes next, what has happened. */
export function Page() {
  const organ = useOrgan();
  const { record: id = "" } = useParams({ strict: false }) as { record?: string }; // the route is registered by feature
  const { data, error, refetch } = useQuery(ownRecordQuery(useHttp(), organ.code, id));
  const [asking, setAsking] = useState<"step" | "content" | undefined>(undefined);
  const [said, setSaid] = useState("");
  if (data === undefined) {
    return (
      <PageShell title="更正本人信息">
        {error === null ? <p className="waiting">正在读取…</p> : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      </PageShell>
    );
  }
  const { record, timeline } = data;
  const next = nextStep(record);
  const mayNext = next !== undefined && isMeantFor(STEP_ROLES[next], organ.roles);
  const [tone, limit] = sayLimit(record);
  return (
    <PageShell
      title={`${record.number}　${record.summary}`}
      actions={
        <>
          {next === undefined || !mayNext ? null : (
            <Button type="primary" onClick={() => setAsking("step")}>
              {STEP_WORDS[next]}
            </Button>
          )}
          {isMeantFor(["registrar", "officeHead", "handler"], organ.roles) ? (
            <Button onClick={() => setAsking("content")}>查看申请人和请求</Button>
          ) : null}
        </>
      }
    >
      <p role="status" className={said === "" ? "visually-hidden" : "done-note"}>
        {said}
      </p>
      <section className="panel" aria-labelledby="standing-title">
        <h2 id="standing-title">办理情况</h2>
        <dl className="facts">
          <dt>状态</dt>
          <dd>
            {record.stateWords}
            {record.transferredTo === null ? "" : `：${record.transferredTo}`}
          </dd>
          <dt>期限</dt>
          <dd>
            <Mark tone={tone}>{limit}</Mark>
            {record.isProvisional ? "暂定：所跨年份的放假安排尚未公布" : ""}
          </dd>
          <dt>申请人</dt>
          <dd>
            {record.applicantName}（{say(APPLICANT_KIND_WORDS, record.applicantKind)}）
          </dd>
          <dt>收到</dt>
          <dd>
            {record.receivedOn}，{say(CHANNEL_WORDS, record.channel)}
          </dd>
          <dt>下一步</dt>
          <dd>
            {next === undefined
              ? `已于 ${record.toldOn ?? ""} 告知申请人，办理完毕`
              : `${STEP_WORDS[next]}${mayNext ? "" : "（由其他岗位办理）"}`}
          </dd>
        </dl>
      </section>
      <section className="panel" aria-labelledby="history-title">
        <h2 id="history-title">办理记录</h2>
        <ol>
          {timeline.map(({ type, label, on, finding, letterNumber, documents }) => (
            <li key={`${type}-${on}`}>
              <strong>{label}</strong> <time dateTime={on}>{on}</time>
              {finding === null ? "" : `，${finding}`}
              {letterNumber === null ? "" : `，${letterNumber}`}
              {documents.length === 0 ? "" : `，附 ${documents.length} 份材料`}
            </li>
          ))}
        </ol>
      </section>
      {asking === "content" ? <ContentDialog agency={organ.code} record={id} onClose={() => setAsking(undefined)} /> : null}
      {asking === "step" && next !== undefined ? (
        <OwnRecordStepDialog
          agency={organ.code}
          record={record}
          step={next}
          finding={timeline.findLast(({ finding }) => finding !== null)?.finding ?? null}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setSaid(`“${STEP_WORDS[next]}”已办理。`);
            setAsking(undefined);
          }}
        />
      ) : null}
    </PageShell>
  );
}
