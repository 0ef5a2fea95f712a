import { DecideRemedy, type ListedRemedy, ReceiveCopy, ReplyToRemedy, RESULT_DETAILS, type ResultDetail } from "@gongkai/server/contract";
import { Checkbox, Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { recordStep, remediesKey } from "../api/remedies.ts";
import type { RemedyStep } from "../remedy-limits.ts";
import "../remedies.css";
import { STEP_WORDS } from "./RemedyTable.tsx";

interface StepDialogProps {
  readonly agency: string;
  readonly remedy: ListedRemedy;
  readonly step: RemedyStep;
  readonly onClose: () => void;
}

const SCHEMAS = { copy: ReceiveCopy, reply: ReplyToRemedy, decision: DecideRemedy };
const COLUMN_WORDS = { upheld: "结果维持", corrected: "结果纠正", other: "其他结果" } as const;
const LABELS = { on: "日期", isSimplified: "程序", result: "结果", redo: "责令重新答复", redoDays: "重新答复的期限（工作日）" };

const OUTLOOK = {
  copy: "自收到副本次日起 10 个工作日内（简易程序 5 个）提交答复和证据",
  reply: "本机关的答复期限办结",
  decision: "案件审结，列入年报表四",
} as const satisfies Record<RemedyStep, string>;

/** One step of a remedy: copy received, the organ's reply, the decision and whether it orders a new answer. */
export function StepDialog({ agency, remedy, step, onClose }: StepDialogProps) {
  const record = useCommand({
    run: (http, body: Parameters<typeof recordStep>[4], key) => recordStep(http, agency, remedy.id, step, body, key),
    changes: [remediesKey(agency), ["application", agency], ["applications", agency], ["figures", agency], ["today", agency]],
    done: onClose,
  });
  const entry = useEntry({
    schema: SCHEMAS[step],
    initial: { on: today() as string, isSimplified: false, result: undefined as ResultDetail | undefined, redo: false, redoDays: "" },
    labels: LABELS,
    hints: { redoDays: "期限为 1 至 60 个工作日。", result: "请选择结果。" },
    toSend: ({ on, isSimplified, result, redo, redoDays }) => ({
      version: remedy.version,
      on,
      ...(step === "copy" ? { isSimplified } : {}),
      ...(step === "decision" ? { result, redo, ...(redo && redoDays.trim() !== "" ? { redoDays: Number(redoDays) } : {}) } : {}),
    }),
    send: (sent) => record.mutateAsync(sent),
  });
  const { values, change } = entry;
  return (
    <Dialog title={`${STEP_WORDS[step]}：${remedy.kindWords}`} onClose={onClose}>
      <p className="remedy-outlook">
        办理后：{OUTLOOK[step]}
        {step === "decision" && values.redo ? "；所涉申请重新办理，自次日起计算新的期限" : ""}。
      </p>
      <EntryForm entry={entry} submitLabel={STEP_WORDS[step]} onCancel={onClose}>
        <Field entry={entry} name="on" required help={step === "decision" ? "决定或者判决送达本机关之日" : undefined}>
          {(control) => <DateInput control={control} value={values.on} onChange={(on) => change({ on })} />}
        </Field>
        {step !== "copy" ? null : (
          <Field entry={entry} name="isSimplified">
            {(control) => (
              <Checkbox {...control} checked={values.isSimplified} onChange={({ target }) => change({ isSimplified: target.checked })}>
                适用简易程序
              </Checkbox>
            )}
          </Field>
        )}
        {step !== "decision" ? null : (
          <>
            <Field entry={entry} name="result" required>
              {(control) => (
                <Select
                  {...control}
                  placeholder="选择结果"
                  value={values.result ?? null}
                  onChange={(result: ResultDetail) => change({ result })}
                  options={Object.entries(RESULT_DETAILS).map(([value, column]) => ({
                    value,
                    label: `${value}（表四：${COLUMN_WORDS[column]}）`,
                  }))}
                />
              )}
            </Field>
            {remedy.application === null ? null : (
              <Field entry={entry} name="redo">
                {(control) => (
                  <Checkbox {...control} checked={values.redo} onChange={({ target }) => change({ redo: target.checked })}>
                    责令本机关重新答复
                  </Checkbox>
                )}
              </Field>
            )}
            {!values.redo ? null : (
              <Field entry={entry} name="redoDays" help="决定没有写明的不填，参照 20 个工作日">
                {(control) => (
                  <Input
                    {...control}
                    inputMode="numeric"
                    value={values.redoDays}
                    onChange={({ target }) => change({ redoDays: target.value })}
                  />
                )}
              </Field>
            )}
          </>
        )}
      </EntryForm>
    </Dialog>
  );
}
