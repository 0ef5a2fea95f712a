import { SetUp } from "@gongkai/server/contract";
import { Button, Steps } from "antd";
import { useRef, useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { newCommandKey } from "../../../lib/command-key.ts";
import { explainEntry } from "../../../lib/explain-entry.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { ErrorSummary } from "../../../ui/ErrorSummary.tsx";
import { setUp } from "../api/set-up.ts";
import { FIRST_VALUES, HINTS, LABELS, type SetupValues, STEPS } from "./setup-steps.ts";
import { SetupFields } from "./SetupFields.tsx";

const Confirmed = SetUp.extend({
  administrator: SetUp.shape.administrator.extend({ again: SetUp.shape.administrator.shape.password }),
}).refine(({ administrator: { password, again } }) => password === again, { path: ["administrator", "again"] });

/** What the form holds, in the shape it is sent in. */
function toSend({ code, name, shortName, agencyCode, kind, signInName, personName, password, again }: SetupValues) {
  return { code, organ: { name, shortName, code: agencyCode, kind }, administrator: { signInName, name: personName, password, again } };
}

/** Three short steps; each is checked before the next, and nothing is sent before the last. */
export function SetupWizard({ onDone }: { readonly onDone: () => void }) {
  const http = useHttp();
  const [step, setStep] = useState(0);
  const key = useRef(newCommandKey());
  const entry = useEntry({
    schema: Confirmed,
    initial: FIRST_VALUES,
    labels: LABELS,
    hints: HINTS,
    toSend,
    send: async ({ code, organ, administrator: { again: _, ...administrator } }) => {
      await setUp(http, { code, organ, administrator }, key.current);
      onDone();
    },
  });
  const current = STEPS[step];
  const isLast = step === STEPS.length - 1;

  const next = () => {
    const read = Confirmed.safeParse(toSend(entry.values), { reportInput: true });
    const found = read.success ? {} : explainEntry(read.error.issues, LABELS, HINTS);
    const here = Object.fromEntries(Object.entries(found).filter(([field]) => current?.fields.includes(field)));
    entry.setErrors(here);
    if (Object.keys(here).length > 0) return;
    if (isLast) void entry.submit();
    else setStep(step + 1);
  };

  return (
    <form
      className="entry-form entry-form-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <Steps current={step} size="small" items={STEPS.map(({ title }) => ({ title }))} />
      <ErrorSummary {...entry} />
      <h2>{current?.title}</h2>
      {current?.lead === undefined ? null : <p>{current.lead}</p>}
      <SetupFields step={step} entry={entry} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={entry.isSending}>
          {isLast ? "完成设置" : "下一步"}
        </Button>
        {step === 0 ? null : <Button onClick={() => setStep(step - 1)}>上一步</Button>}
      </div>
    </form>
  );
}
