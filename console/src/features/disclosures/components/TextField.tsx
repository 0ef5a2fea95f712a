import { Input } from "antd";
import type { ReactNode } from "react";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Field } from "../../../ui/Field.tsx";
import type { DraftValues } from "../draft-form.ts";
import type { FieldsProps } from "./form-props.ts";

type TextName = Exclude<keyof DraftValues, "attachments">;

interface TextFieldProps extends FieldsProps {
  readonly name: TextName;
  readonly help?: ReactNode;
  readonly required?: boolean;
  readonly rows?: number;
  readonly placeholder?: string;
}

/** A line, or with `rows` several, of the draft. */
export function TextField({ name, help, required = false, rows, placeholder, entry, values, onChange }: TextFieldProps) {
  const value = String(values[name]);
  return (
    <Field entry={entry} name={name} help={help} required={required}>
      {(control) =>
        rows === undefined ? (
          <Input
            {...control}
            autoComplete="off"
            placeholder={placeholder}
            value={value}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        ) : (
          <Input.TextArea
            {...control}
            rows={rows}
            placeholder={placeholder}
            value={value}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        )
      }
    </Field>
  );
}

export function DayField({ name, help, required = false, entry, values, onChange }: TextFieldProps) {
  return (
    <Field entry={entry} name={name} help={help} required={required}>
      {(control) => <DateInput control={control} value={String(values[name])} onChange={(day) => onChange({ [name]: day })} />}
    </Field>
  );
}
