import { type IntakeEntry, SetAside } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { intakeKey, setAside } from "../api/intake.ts";

interface SetAsideDialogProps {
  readonly agency: string;
  readonly entries: readonly IntakeEntry[];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

const Reason = SetAside.pick({ reason: true });

/** Takes what is no application out of the work, for a reason its sender can read. Nothing is deleted. */
export function SetAsideDialog({ agency, entries, onClose, onDone }: SetAsideDialogProps) {
  const command = useCommand({
    run: (http, reason: string, key) => setAside(http, agency, { entries, reason }, key),
    changes: [intakeKey(agency), ["applications", agency], ["today", agency]],
    done: () => onDone(`已搁置 ${entries.length} 件，列在本页下方，可以恢复。`),
  });
  const entry = useEntry({
    schema: Reason,
    initial: { reason: "" },
    labels: { reason: "原因" },
    send: ({ reason }) => command.mutateAsync(reason),
  });
  return (
    <Dialog title={entries.length === 1 ? "搁置这件提交" : `搁置 ${entries.length} 件提交`} onClose={onClose}>
      <ul>
        {entries.map(({ id, summary }) => (
          <li key={id}>{summary}</li>
        ))}
      </ul>
      <p>
        只用于广告、机器提交等根本不是申请的内容。咨询、投诉，以及不予公开的，应当确认、登记后依法答复。搁置不删除：提交人查询进度时看得到原因，补充材料后自动恢复。
      </p>
      <EntryForm entry={entry} submitLabel="搁置" onCancel={onClose}>
        <Field entry={entry} name="reason" required help="提交人可以看到，例如“内容是广告，没有写明需要什么政府信息”。">
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={500}
              value={entry.values.reason}
              onChange={({ target }) => entry.change({ reason: target.value })}
            />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
