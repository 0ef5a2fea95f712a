import type { DescribedField } from "@gongkai/server/contract";
import { Input } from "antd";
import { useId } from "react";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Select } from "../../../ui/Select.tsx";

interface LetterFieldInputsProps {
  readonly fields: readonly DescribedField[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** The fields of a letter, each with the control of its type. */
export function LetterFieldInputs({ fields, values, onChange }: LetterFieldInputsProps) {
  return fields.map((field) => (
    <LetterFieldInput
      key={field.name}
      field={field}
      value={values[field.name] ?? ""}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
    />
  ));
}

function LetterFieldInput({
  field,
  value,
  onChange,
}: {
  readonly field: DescribedField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const { label, meaning, isMandatory } = field;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isMandatory ? null : <span className="field-optional">（选填）</span>}
      </label>
      {meaning === label ? null : (
        <div className="field-help" id={`${id}-help`}>
          {meaning}
        </div>
      )}
      <Control id={id} field={field} value={value} onChange={onChange} />
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly field: DescribedField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Control({ id, field: { type, choices = {}, meaning, label, isMandatory }, value, onChange }: ControlProps) {
  const control = {
    id,
    ...(meaning === label ? {} : { "aria-describedby": `${id}-help` }),
    ...(isMandatory ? { "aria-required": true as const } : {}),
  };
  switch (type) {
    case "date":
      return <DateInput control={control} value={value} onChange={onChange} />;
    case "paragraph":
      return <Input.TextArea {...control} rows={3} maxLength={5000} value={value} onChange={({ target }) => onChange(target.value)} />;
    case "choice":
      return (
        <Select
          {...control}
          allowClear
          placeholder="请选择"
          value={value === "" ? null : value}
          onChange={(chosen: string | undefined) => onChange(chosen ?? "")}
          options={Object.entries(choices).map(([code, words]) => ({ value: code, label: words }))}
        />
      );
    case "number":
      return <Input {...control} inputMode="decimal" value={value} onChange={({ target }) => onChange(target.value)} />;
    case "text":
      return <Input {...control} maxLength={500} value={value} onChange={({ target }) => onChange(target.value)} />;
  }
}
