import { ReplaceTransferred, type Transfer } from "@gongkai/server/contract";
import { Checkbox, Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { replaceTransferred, transfersKey } from "../api/catalogue.ts";

interface TransferDialogProps {
  readonly agency: string;
  readonly transfer: Transfer;
  readonly onClose: () => void;
}

/** Asks the receiver to replace items of a batch it has signed for. */
export function ReplaceDialog({ agency, transfer, onClose }: TransferDialogProps) {
  const replace = useCommand({
    run: (http, body: ReplaceTransferred, key) => replaceTransferred(http, agency, transfer.id, body, key),
    changes: [transfersKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: ReplaceTransferred,
    initial: { items: [] as string[], reason: "" },
    labels: { items: "要替换的信息", reason: "理由" },
    hints: { items: "至少选择一条信息。" },
    toSend: (values) => ({ ...values, version: transfer.version }),
    send: (sent) => replace.mutateAsync(sent),
    guard: false,
  });
  const { values, change } = entry;
  return (
    <Dialog title={`请求替换：${transfer.number}`} onClose={onClose}>
      <p>已经签收的信息被更正、撤回的，以正式函件请求接收单位替换或者停止提供。</p>
      <EntryForm entry={entry} submitLabel="请求替换" onCancel={onClose} wide>
        <Field entry={entry} name="items" required>
          {({ id, status: _status, "aria-required": _required, ...control }) => (
            <div id={id} role="group" tabIndex={-1} aria-label="要替换的信息" className="scroll-list" {...control}>
              <Checkbox.Group
                value={values.items}
                onChange={(items) => change({ items })}
                options={transfer.items.map(({ item, indexNumber, title }) => ({ value: item, label: `${indexNumber} ${title}` }))}
              />
            </div>
          )}
        </Field>
        <Field entry={entry} name="reason" required>
          {(control) => (
            <Input.TextArea {...control} rows={2} value={values.reason} onChange={({ target }) => change({ reason: target.value })} />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
