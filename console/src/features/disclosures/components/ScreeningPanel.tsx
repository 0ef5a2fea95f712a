import type { ItemDone, ItemPage, Screening } from "@gongkai/server/contract";
import { Button } from "antd";
import { useState } from "react";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { sayProblem } from "../../../lib/problem.ts";
import { useItemAct } from "../use-item-act.ts";
import { FindingItem } from "./FindingItem.tsx";
import { VerdictDialog } from "./VerdictDialog.tsx";

interface ScreeningPanelProps {
  readonly agency: string;
  readonly page: ItemPage;
  readonly onDone: (done: ItemDone, label: string) => void;
}

type Finding = Screening["findings"][number];

/** What the screening found, each with place, reason and what can be done about it. */
export function ScreeningPanel({ agency, page, onDone }: ScreeningPanelProps) {
  const { screening, acts } = page;
  const [judging, setJudging] = useState<Finding | undefined>(undefined);
  const screen = useItemAct(agency, page, "screening", (done) => onDone(done, "筛查"));
  const mask = useItemAct(agency, page, "masks", (done) => onDone(done, "隐去"));
  const findings = screening?.findings ?? [];
  const isCurrent = screening?.isCurrent === true;
  const mayMask = acts.includes("mask") && isCurrent;
  const maskable = findings.filter(({ replacement, verdict }) => replacement !== null && verdict === null);
  const fault = screen.error ?? mask.error;
  return (
    <section className="panel" id="screening" aria-labelledby="screening-title">
      <h2 id="screening-title">筛查</h2>
      {fault === null ? null : (
        <div className="error-summary" role="alert">
          <p>{sayProblem(fault)}</p>
        </div>
      )}
      <p role="status">{sayScreening(screening)}</p>
      <div className="acts">
        {acts.includes("screen") ? (
          <Button type={isCurrent ? "default" : "primary"} loading={screen.isPending} onClick={() => screen.mutate({})}>
            {screening === null ? "筛查" : "重新筛查"}
          </Button>
        ) : null}
        {mayMask && maskable.length > 1 ? (
          <Button
            loading={mask.isPending}
            onClick={() => mask.mutate({ fingerprints: [...new Set(maskable.map(({ fingerprint }) => fingerprint))] })}
          >
            全部隐去（{maskable.length} 处）
          </Button>
        ) : null}
      </div>
      <ul className="plain findings">
        {findings.map((finding, index) => (
          <FindingItem
            key={`${finding.fingerprint}-${index}`}
            finding={finding}
            isBusy={mask.isPending}
            onMask={mayMask ? () => mask.mutate({ fingerprints: [finding.fingerprint] }) : undefined}
            onJudge={acts.includes("judge") && isCurrent ? () => setJudging(finding) : undefined}
          />
        ))}
      </ul>
      {findings.length > 0 && !acts.includes("mask") ? (
        <p className="field-help">隐去由拟稿的岗位办理；审查中要修改的，请先退回。</p>
      ) : null}
      {judging === undefined ? null : (
        <VerdictDialog
          agency={agency}
          page={page}
          finding={judging}
          onClose={() => setJudging(undefined)}
          onDone={(done) => {
            setJudging(undefined);
            onDone(done, "认定");
          }}
        />
      )}
    </section>
  );
}

function sayScreening(screening: Screening | null): string {
  if (screening === null) return "还没有筛查。送审前必须筛查一次，查找身份证号、手机号、涉密标识、附件中隐藏的内容等。";
  const when = sayInstant(screening.screenedAt).slice(0, 16);
  if (!screening.isCurrent) return `上次筛查（${when}）以后内容有变动，请重新筛查。下面是上次的结果。`;
  if (screening.findings.length === 0) return `${when} 筛查，没有发现问题。`;
  const open = screening.blocking === 0 ? "必须处理的都已处理，可以送审" : `${screening.blocking} 处必须处理后才能送审、发布`;
  return `${when} 筛查，发现 ${screening.findings.length} 处；${open}。`;
}
