import { type ItemDone, type ItemPage, SubmitItem, WAY_WORDS } from "@gongkai/server/contract";
import { Checkbox, Input, Radio } from "antd";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useItemAct } from "../use-item-act.ts";
import { optionsOf } from "../words.ts";
import { type Checks, ReviewChecksField } from "./ReviewChecksField.tsx";

interface SubmitDialogProps {
  readonly agency: string;
  readonly page: ItemPage;
  readonly onClose: () => void;
  readonly onDone: (done: ItemDone, label: string) => void;
}

const LABELS = { carrier: "载体", ways: "公开方式", plannedOn: "计划公开日期", checks: "自查", note: "说明" };
const START = { carrier: "document", ways: ["website"] as string[], plannedOn: "", checks: {} as Checks, note: "" };

/** The drafter's part of the review form (政府信息公开保密审查表). */
export function SubmitDialog({ agency, page, onClose, onDone }: SubmitDialogProps) {
  const label = "提交审查";
  const submit = useItemAct(agency, page, "submission", (done) => onDone(done, label));
  const entry = useEntry({
    schema: SubmitItem,
    initial: START,
    labels: LABELS,
    hints: { ways: "至少选择一种公开方式。" },
    toSend: ({ plannedOn, ...values }) => ({ ...values, plannedOn: plannedOn === "" ? null : plannedOn, version: page.item.version }),
    send: (sent) => submit.mutateAsync(sent),
    guard: false,
  });
  const { values, change } = entry;
  return (
    <Dialog title="保密审查表：送审" onClose={onClose}>
      <p>谁公开谁审查、谁审查谁负责。先自查，再送下一道审查；同一人不能办理两道。</p>
      <EntryForm entry={entry} submitLabel={label} onCancel={onClose} wide>
        <Field entry={entry} name="carrier" required>
          {({ id, status: _status, ...control }) => (
            <Radio.Group
              {...control}
              value={values.carrier}
              onChange={({ target }) => change({ carrier: String(target.value) })}
              options={[
                { value: "document", label: "公文类", id },
                { value: "other", label: "非公文类" },
              ]}
            />
          )}
        </Field>
        <Field entry={entry} name="ways" required>
          {({ id, status: _status, "aria-required": _required, ...control }) => (
            <div id={id} role="group" tabIndex={-1} aria-label={LABELS.ways} {...control}>
              <Checkbox.Group value={values.ways} onChange={(ways) => change({ ways })} options={optionsOf(WAY_WORDS)} />
            </div>
          )}
        </Field>
        <Field entry={entry} name="plannedOn">
          {(control) => <DateInput control={control} value={values.plannedOn} onChange={(plannedOn) => change({ plannedOn })} />}
        </Field>
        <h3>自查（选填，保密审查时必须逐项答复）</h3>
        <ReviewChecksField form={page.review.form} checks={values.checks} onChange={(checks) => change({ checks })} />
        <Field entry={entry} name="note" help="如征求第三方意见的情况、删减了什么">
          {(control) => (
            <Input.TextArea {...control} rows={2} value={values.note} onChange={({ target }) => change({ note: target.value })} />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
