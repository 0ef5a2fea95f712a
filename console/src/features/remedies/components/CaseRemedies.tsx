import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { remediesQuery } from "../api/remedies.ts";
import type { RemedyStep } from "../remedy-limits.ts";
import { FileRemedyDialog } from "./FileRemedyDialog.tsx";
import { RemedyTable } from "./RemedyTable.tsx";
import { StepDialog } from "./StepDialog.tsx";
import { WRITERS } from "./writers.ts";
import "../remedies.css";

/** The remedies sought against the answer of one case. */
export function CaseRemedies({ agency, application }: { readonly agency: string; readonly application: string }) {
  const organ = useOrgan();
  const { data } = useQuery(remediesQuery(useHttp(), agency, { application, pageSize: 50 }));
  const [isFiling, setFiling] = useState(false);
  const [at, setAt] = useState<{ readonly id: string; readonly step: RemedyStep } | undefined>(undefined);
  const mayWrite = isMeantFor(WRITERS, organ.roles);
  const remedies = data?.remedies ?? [];
  const remedy = remedies.find(({ id }) => id === at?.id);
  return (
    <section className="panel">
      <div className="remedy-head">
        <h2>复议诉讼</h2>
        {mayWrite ? <Button onClick={() => setFiling(true)}>登记复议诉讼</Button> : null}
      </div>
      <RemedyTable
        agency={agency}
        remedies={remedies}
        withApplication={false}
        onStep={mayWrite ? ({ id }, step) => setAt({ id, step }) : undefined}
        empty={<p>没有复议或者诉讼。</p>}
      />
      {isFiling ? <FileRemedyDialog agency={agency} application={application} onClose={() => setFiling(false)} /> : null}
      {remedy === undefined || at === undefined ? null : (
        <StepDialog agency={agency} remedy={remedy} step={at.step} onClose={() => setAt(undefined)} />
      )}
    </section>
  );
}
