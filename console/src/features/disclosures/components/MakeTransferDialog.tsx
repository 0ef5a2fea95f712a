import { MakeTransfer, RECEIVER_KINDS } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { makeTransfer, transfersKey } from "../api/catalogue.ts";
import { optionsOf } from "../words.ts";

/** A new batch: for whom, and what was published between two days. */
export function MakeTransferDialog({ agency, onClose }: { readonly agency: string; readonly onClose: () => void }) {
  const make = useCommand({
    run: (http, body: MakeTransfer, key) => makeTransfer(http, agency, body, key),
    changes: [transfersKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: MakeTransfer,
    initial: { receiverKind: "archives" as MakeTransfer["receiverKind"], receiver: "", from: `${today().slice(0, 7)}-01`, until: today() },
    labels: { receiverKind: "接收单位的类别", receiver: "接收单位", from: "发布日期自", until: "发布日期至" },
    send: (sent) => make.mutateAsync(sent),
    guard: false,
  });
  const { values, change } = entry;
  return (
    <Dialog title="编制移送清单" onClose={onClose}>
      <EntryForm entry={entry} submitLabel="编制" onCancel={onClose}>
        <Field entry={entry} name="receiverKind" required>
          {(control) => (
            <Select
              {...control}
              value={values.receiverKind}
              onChange={(receiverKind) => change({ receiverKind })}
              options={optionsOf(RECEIVER_KINDS)}
            />
          )}
        </Field>
        <Field entry={entry} name="receiver" required help="全称，如 云溪县档案馆">
          {(control) => <Input {...control} value={values.receiver} onChange={({ target }) => change({ receiver: target.value })} />}
        </Field>
        <Field entry={entry} name="from" required>
          {(control) => <DateInput control={control} value={values.from} onChange={(from) => change({ from })} />}
        </Field>
        <Field entry={entry} name="until" required>
          {(control) => <DateInput control={control} value={values.until} onChange={(until) => change({ until })} />}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
