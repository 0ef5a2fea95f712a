import { SignTransfer, type Transfer } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { signTransfer, transfersKey } from "../api/catalogue.ts";

interface TransferDialogProps {
  readonly agency: string;
  readonly transfer: Transfer;
  readonly onClose: () => void;
}

/** The receiver's signature on the list. */
export function SignTransferDialog({ agency, transfer, onClose }: TransferDialogProps) {
  const sign = useCommand({
    run: (http, body: SignTransfer, key) => signTransfer(http, agency, transfer.id, body, key),
    changes: [transfersKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: SignTransfer,
    initial: { on: today(), by: transfer.receiver },
    labels: { on: "签收日期", by: "签收单位或者岗位" },
    toSend: (values) => ({ ...values, version: transfer.version }),
    send: (sent) => sign.mutateAsync(sent),
    guard: false,
  });
  const { values, change } = entry;
  return (
    <Dialog title={`登记签收：${transfer.number}`} onClose={onClose}>
      <EntryForm entry={entry} submitLabel="登记" onCancel={onClose}>
        <Field entry={entry} name="on" required>
          {(control) => <DateInput control={control} value={values.on} onChange={(on) => change({ on })} />}
        </Field>
        <Field entry={entry} name="by" required>
          {(control) => <Input {...control} value={values.by} onChange={({ target }) => change({ by: target.value })} />}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
