import { Input, Radio } from "antd";
import type { EntryState } from "../../../lib/use-entry.ts";
import { type ControlProps, Field } from "../../../ui/Field.tsx";
import type { Registration } from "../registration.ts";

export interface FieldsProps {
  readonly entry: EntryState;
  readonly values: Registration;
  readonly onChange: (change: Partial<Registration>) => void;
}

export type TextField = Exclude<
  keyof Registration,
  "channel" | "applicant.kind" | "applicant.idType" | "request.carrier" | "request.delivery"
>;

/** A line of text. */
export function TextInput({
  name,
  required = false,
  entry,
  values,
  onChange,
}: FieldsProps & { readonly name: TextField; readonly required?: boolean }) {
  return (
    <Field entry={entry} name={name} {...(required ? { required } : {})}>
      {(control) => (
        <Input {...control} autoComplete="off" value={values[name]} onChange={({ target }) => onChange({ [name]: target.value })} />
      )}
    </Field>
  );
}

interface RadiosProps<Value extends string> {
  readonly control: ControlProps;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, chosen with the arrow keys. The label of a group belongs to the group, not to one of its buttons. */
export function Radios<Value extends string>({
  control: { id, status: _, "aria-required": _r, ...rest },
  value,
  options,
  onChange,
}: RadiosProps<Value>) {
  return (
    <Radio.Group
      {...rest}
      id={id}
      aria-labelledby={undefined}
      name={id}
      value={value}
      options={[...options]}
      onChange={({ target }) => onChange(target.value as Value)} // one of the options
    />
  );
}
