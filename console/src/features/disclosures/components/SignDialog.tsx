import { type ItemDone, type ItemPage, ReviewItem } from "@gongkai/server/contract";
import { Input } from "antd";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { mustAnswerForm } from "../standing.ts";
import { useItemAct } from "../use-item-act.ts";
import { type Checks, ReviewChecksField } from "./ReviewChecksField.tsx";

interface SignDialogProps {
  readonly agency: string;
  readonly page: ItemPage;
  readonly onClose: () => void;
  readonly onDone: (done: ItemDone, label: string) => void;
}

/** A step of the review: the questions where this step answers them, and an opinion. */
export function SignDialog({ agency, page, onClose, onDone }: SignDialogProps) {
  const label = "审查同意";
  const sign = useItemAct(agency, page, "signatures", (done) => onDone(done, label));
  const answers = mustAnswerForm(page.review);
  const entry = useEntry({
    schema: ReviewItem,
    initial: { opinion: "同意公开。", checks: {} as Checks },
    labels: { opinion: "审查意见" },
    toSend: (values) => ({ ...values, version: page.item.version }),
    send: (sent) => sign.mutateAsync(sent),
    guard: false,
  });
  const { values, change } = entry;
  const open = answers ? page.review.form.filter(({ id }) => values.checks[id] === undefined).length : 0;
  return (
    <Dialog title="保密审查表：审查" onClose={onClose}>
      <p>签的是现在这一版内容；签后内容有任何变动，签名自动作废。</p>
      <EntryForm entry={entry} submitLabel={label} onCancel={onClose} wide>
        {answers ? (
          <>
            <h3>逐项审查{open === 0 ? "" : `（还有 ${open} 项未答）`}</h3>
            <ReviewChecksField form={page.review.form} checks={values.checks} onChange={(checks) => change({ checks })} />
          </>
        ) : null}
        <Field entry={entry} name="opinion" required>
          {(control) => (
            <Input.TextArea {...control} rows={2} value={values.opinion} onChange={({ target }) => change({ opinion: target.value })} />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
