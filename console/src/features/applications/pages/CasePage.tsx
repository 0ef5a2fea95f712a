import type { ActDone, OfferedAct } from "@gongkai/server/contract";
import { STATE_WORDS } from "@gongkai/statute";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { caseQuery } from "../api/case.ts";
import type { CaseParts } from "../case-parts.ts";
import { settleActs } from "../settle-acts.ts";
import { ActDialog } from "../components/ActDialog.tsx";
import { ActPanel } from "../components/ActPanel.tsx";
import { ApplicantDialog } from "../components/ApplicantDialog.tsx";
import { CaseClock } from "../components/CaseClock.tsx";
import { CaseHead, RequestPanel } from "../components/CaseHead.tsx";
import { Consultations } from "../components/Consultations.tsx";
import { DetectedPanel } from "../components/DetectedPanel.tsx";
import { RelatedCases } from "../components/RelatedCases.tsx";
import { ReviewPanel } from "../components/ReviewPanel.tsx";
import { Timeline } from "../components/Timeline.tsx";
import "../cases.css";

/** One application: where it stands, what may be done, and everything that has happened. */
export function CasePage({ parts }: { readonly parts: CaseParts }) {
  const organ = useOrgan();
  const { application: id = "" } = useParams({ strict: false }) as { application?: string }; // the route is registered by feature
  const { data: page } = useSuspenseQuery(caseQuery(useHttp(), organ.code, id));
  const [chosen, setChosen] = useState<OfferedAct | undefined>(undefined);
  const [isOpening, setOpening] = useState(false);
  const [said, setSaid] = useState("");
  const { application } = page;
  const about = {
    agency: organ.code,
    application: id,
    number: application.number,
    version: application.version,
    outcome: application.outcome,
    mayWrite: [...organ.roles].some((role) => role !== "supervisor" && role !== "administrator"),
  };
  return (
    <PageShell title={`${application.number ?? "未登记编号"}　${application.summary}`}>
      <p role="status" className={said === "" ? "visually-hidden" : "done-note"}>
        {said}
      </p>
      <CaseHead page={page} />
      <div className="case-columns">
        <div>
          <ActPanel
            agency={organ.code}
            application={id}
            acts={settleActs(page)}
            onChoose={(act) => {
              setSaid("");
              setChosen(act);
            }}
          />
          <ReviewPanel agency={organ.code} page={page} />
          <RequestPanel
            page={page}
            onOpenApplicant={isMeantFor(["registrar", "officeHead"], organ.roles) ? () => setOpening(true) : undefined}
          />
          <parts.Papers {...about} />
          <parts.Letters {...about} />
          <parts.Attachments {...about} />
          <Consultations consultations={page.consultations} />
          <parts.Remedies {...about} />
          <parts.Publication {...about} />
        </div>
        <div>
          <CaseClock clock={page.clock} dueOn={application.dueOn} isDecided={application.decidedOn !== null} />
          <DetectedPanel agency={organ.code} page={page} />
          <RelatedCases
            agency={organ.code}
            title="同一信息的其他申请"
            lead="同一申请人重复申请的，可以不予重复处理（第三十六条第六项）；多人申请的，可以考虑主动公开（第四十四条）。"
            cases={page.duplicates}
          />
          <RelatedCases agency={organ.code} title="相似的以往申请" lead="按内容相近排列，供参考怎样答复。" cases={page.similar} />
          <Timeline timeline={page.timeline} />
        </div>
      </div>
      {chosen === undefined ? null : (
        <ActDialog
          key={chosen.act}
          agency={organ.code}
          page={page}
          offered={chosen}
          parts={parts}
          onClose={() => setChosen(undefined)}
          onDone={(done, label) => {
            setSaid(sayDone(done, label));
            setChosen(undefined);
          }}
        />
      )}
      {isOpening ? <ApplicantDialog agency={organ.code} application={id} onClose={() => setOpening(false)} /> : null}
    </PageShell>
  );
}

function sayDone({ state, dueOn, warnings }: ActDone, label: string): string {
  const where = (STATE_WORDS as Readonly<Record<string, string>>)[state] ?? state;
  const remarks = warnings.map(({ text }) => `${text}。`).join("");
  return `“${label}”已办理，现在：${where}${dueOn === null ? "" : `，${dueOn} 到期`}。${remarks}`;
}
