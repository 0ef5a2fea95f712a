import {
  CHECK_FINDINGS,
  CheckOwnRecord,
  DecideOwnRecord,
  FINDING_WORDS,
  type ListedOwnRecord,
  TellOwnRecord,
} from "@gongkai/server/contract";
import { Input, Radio } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { type OwnRecordStep, ownRecordsKey, stepOwnRecord } from "../api/own-records.ts";
import { STEP_WORDS } from "../steps.ts";

interface StepDialogProps {
  readonly agency: string;
  readonly record: ListedOwnRecord;
  readonly step: OwnRecordStep;
  /** What the check found, in words; the decision follows it. */
  readonly finding: string | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const SCHEMAS = { check: CheckOwnRecord, decision: DecideOwnRecord, delivery: TellOwnRecord } as const;
const DECISIONS = [
  { value: "corrected", label: "予以更正（记录不准确）" },
  { value: "refused", label: "不予更正（记录准确，或者证据不足）" },
  { value: "transferred", label: "转送有权更正的机关，或者告知申请人向其提出（本机关无权更正）" },
] as const;
const LABELS = {
  on: "日期",
  finding: "核实的结论",
  note: "核实说明",
  decision: "决定",
  reason: "更正的内容、理由或者说明",
  to: "有权更正的行政机关",
  letterNumber: "告知书文号",
  proof: "送达凭证",
} as const;
type Values = Record<keyof typeof LABELS, string>;
const FIELDS = {
  check: ["on", "finding", "note"],
  decision: ["on", "decision", "reason", "to"],
  delivery: ["on", "letterNumber", "proof"],
} as const satisfies Record<OwnRecordStep, readonly (keyof Values)[]>;

/** The form of the next step: the check, the decision, or telling the applicant. */
export function OwnRecordStepDialog({ agency, record: { id, version }, step, finding, onClose, onDone }: StepDialogProps) {
  const perform = useCommand({
    run: (http, body: CheckOwnRecord | DecideOwnRecord | TellOwnRecord, key) => stepOwnRecord(http, agency, id, step, body, key),
    changes: [ownRecordsKey(agency), ["today", agency]],
    done: onDone,
  });
  const initial: Values = {
    on: today(),
    finding: "",
    note: "",
    decision: decisionFor(finding),
    reason: "",
    to: "",
    letterNumber: "",
    proof: "",
  };
  const entry = useEntry({
    schema: SCHEMAS[step],
    initial,
    labels: LABELS,
    hints: { finding: "请选择核实的结论。", decision: "请选择决定。" },
    toSend: (values) => ({ version, ...Object.fromEntries(FIELDS[step].map((name) => [name, values[name]])) }),
    send: (body) => perform.mutateAsync(body),
  });
  const { values, change } = entry;
  const text = (name: "note" | "reason" | "to" | "letterNumber" | "proof", isRequired: boolean, help?: string) => (
    <Field entry={entry} name={name} required={isRequired} {...(help === undefined ? {} : { help })}>
      {(control) =>
        name === "note" || name === "reason" ? (
          <Input.TextArea {...control} rows={3} value={values[name]} onChange={({ target }) => change({ [name]: target.value })} />
        ) : (
          <Input {...control} value={values[name]} onChange={({ target }) => change({ [name]: target.value })} />
        )
      }
    </Field>
  );
  return (
    <Dialog title={STEP_WORDS[step]} onClose={onClose}>
      {step === "decision" && finding !== null ? <p className="done-note">核实的结论：{finding}。</p> : null}
      <EntryForm entry={entry} submitLabel={STEP_WORDS[step]} onCancel={onClose} wide>
        <Field entry={entry} name="on" required>
          {(control) => <DateInput control={control} value={values.on} onChange={(on) => change({ on })} />}
        </Field>
        {step === "check" ? (
          <>
            <Field entry={entry} name="finding" required help="把记录与申请人提供的证据比对。">
              {({ status: _status, ...control }) => (
                <Radio.Group
                  {...control}
                  aria-label={LABELS.finding}
                  className="stacked"
                  value={values.finding}
                  onChange={({ target }) => change({ finding: String(target.value) })}
                  options={CHECK_FINDINGS.map((value) => ({ value, label: FINDING_WORDS[value] }))}
                />
              )}
            </Field>
            {text("note", false, "加密保存。")}
          </>
        ) : null}
        {step === "decision" ? (
          <>
            <Field entry={entry} name="decision" required help="应当与核实的结论一致。">
              {({ status: _status, ...control }) => (
                <Radio.Group
                  {...control}
                  aria-label={LABELS.decision}
                  className="stacked"
                  value={values.decision}
                  onChange={({ target }) => change({ decision: String(target.value) })}
                  options={[...DECISIONS]}
                />
              )}
            </Field>
            {values.decision === "transferred" ? text("to", true) : null}
            {text("reason", true, "加密保存，写入告知申请人的文书。")}
          </>
        ) : null}
        {step === "delivery" ? (
          <>
            {text("letterNumber", false)}
            {text("proof", true, "如挂号信单号、签收方式和日期。")}
          </>
        ) : null}
      </EntryForm>
    </Dialog>
  );
}

/** The decision a finding calls for. */
function decisionFor(finding: string | null): string {
  if (finding === FINDING_WORDS.inaccurate) return "corrected";
  if (finding === FINDING_WORDS.accurate || finding === FINDING_WORDS.unproven) return "refused";
  return finding === FINDING_WORDS.notOurs ? "transferred" : "";
}
