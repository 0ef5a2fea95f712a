import { AddUnit, type Unit } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { addUnit, renameUnit, unitsKey } from "../api/units.ts";

/** The name of a division, new or changed. */
export function UnitForm({ agency, unit, onClose }: { readonly agency: string; readonly unit?: Unit; readonly onClose: () => void }) {
  const save = useCommand({
    run: (http, { name }: AddUnit, key) =>
      unit === undefined ? addUnit(http, agency, { name }, key) : renameUnit(http, agency, unit.id, { version: unit.version, name }, key),
    changes: [unitsKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: AddUnit,
    initial: { name: unit?.name ?? "" },
    labels: { name: "名称" },
    send: (sent) => save.mutateAsync(sent),
  });
  return (
    <Dialog title={unit === undefined ? "添加内设机构" : `改名：${unit.name}`} onClose={onClose}>
      <EntryForm entry={entry} submitLabel="保存" onCancel={onClose}>
        <Field entry={entry} name="name" required>
          {(control) => <Input {...control} value={entry.values.name} onChange={({ target }) => entry.change({ name: target.value })} />}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
