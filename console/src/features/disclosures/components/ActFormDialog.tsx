import { type ItemDone, type ItemPage, ItemAct, VALIDITIES } from "@gongkai/server/contract";
import { Checkbox, Input } from "antd";
import { today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { type ControlProps, Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { type ActField, type ActForm, emptyAct, labelsOf, toAct } from "../act-forms.ts";
import { useItemAct } from "../use-item-act.ts";
import { optionsOf } from "../words.ts";
import { ItemChooser } from "./ItemChooser.tsx";

interface ActFormDialogProps {
  readonly agency: string;
  readonly page: ItemPage;
  readonly form: ActForm;
  readonly onClose: () => void;
  readonly onDone: (done: ItemDone, label: string) => void;
}

/** The form of an act: what will follow, its fields, and one button that says what is done. */
export function ActFormDialog({ agency, page, form, onClose, onDone }: ActFormDialogProps) {
  const { path, label, lead, isDanger = false, fields, schema = ItemAct } = form;
  const act = useItemAct(agency, page, path, (done) => onDone(done, label));
  const entry = useEntry({
    schema,
    initial: emptyAct(form, today()),
    labels: labelsOf(form),
    hints: { at: "请填写日期，时间如 09:00。" },
    toSend: (values) => toAct(form, values, page.item.version),
    send: (sent) => act.mutateAsync(sent as object), // every schema of an act is an object
    guard: false,
  });
  return (
    <Dialog title={label} onClose={onClose}>
      <p>{lead}</p>
      <EntryForm entry={entry} submitLabel={label} onCancel={onClose} danger={isDanger} wide>
        {fields.map((field) => (
          <Field key={field.name} entry={entry} name={field.name} help={field.help} required={field.isOptional !== true}>
            {(control) => (
              <Control
                agency={agency}
                except={page.item.id}
                field={field}
                control={control}
                value={entry.values[field.name] ?? ""}
                onChange={(value) => entry.change({ [field.name]: value })}
              />
            )}
          </Field>
        ))}
      </EntryForm>
    </Dialog>
  );
}

interface ControlOfFieldProps {
  readonly agency: string;
  readonly except: string;
  readonly field: ActField;
  readonly control: ControlProps;
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

function Control({ agency, except, field: { kind, label }, control, value, onChange }: ControlOfFieldProps) {
  const text = String(value);
  switch (kind) {
    case "lines":
      return <Input.TextArea {...control} rows={3} value={text} onChange={({ target }) => onChange(target.value)} />;
    case "day":
      return <DateInput control={control} value={text} onChange={onChange} />;
    case "validity":
      return (
        <Select {...control} value={text === "" ? null : text} placeholder="选择" onChange={onChange} options={optionsOf(VALIDITIES)} />
      );
    case "item":
      return <ItemChooser agency={agency} except={except} control={control} value={text} onChange={onChange} />;
    case "tick": {
      const { status: _status, ...rest } = control;
      return (
        <Checkbox {...rest} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
          {label}
        </Checkbox>
      );
    }
    case "text":
    case "time":
      return <Input {...control} autoComplete="off" value={text} onChange={({ target }) => onChange(target.value)} />;
  }
}
