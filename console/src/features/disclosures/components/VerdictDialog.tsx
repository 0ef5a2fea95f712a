import { type ItemDone, type ItemPage, JudgeFinding, type Screening } from "@gongkai/server/contract";
import { Input } from "antd";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useItemAct } from "../use-item-act.ts";
import { sayRule } from "../words.ts";

interface VerdictDialogProps {
  readonly agency: string;
  readonly page: ItemPage;
  readonly finding: Screening["findings"][number];
  readonly onClose: () => void;
  readonly onDone: (done: ItemDone) => void;
}

/** Someone answers for a finding: why it may stand. */
export function VerdictDialog({ agency, page, finding, onClose, onDone }: VerdictDialogProps) {
  const judge = useItemAct(agency, page, "verdicts", onDone);
  const entry = useEntry({
    schema: JudgeFinding,
    initial: { reason: "" },
    labels: { reason: "可以公开的理由" },
    toSend: ({ reason }) => ({ reason, fingerprint: finding.fingerprint, version: page.item.version }),
    send: (sent) => judge.mutateAsync(sent),
    guard: false,
  });
  const isMark = finding.rule === "secrecyMark" || finding.rule === "internalMark";
  return (
    <Dialog title={`认定${sayRule(finding.rule)}可以公开`} onClose={onClose}>
      <p>
        <mark>{finding.found}</mark>
      </p>
      <p>
        认定后不再阻止送审和发布，重新筛查也保留；您的姓名和理由记入办理记录。
        {isMark ? "涉密、内部标识由保密审查人或者公开工作机构负责人认定。" : ""}
      </p>
      <EntryForm entry={entry} submitLabel="认定可以公开" onCancel={onClose} wide>
        <Field entry={entry} name="reason" required help="如“本机关对外公布的咨询电话”">
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              value={entry.values.reason}
              onChange={({ target }) => entry.change({ reason: target.value })}
            />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
