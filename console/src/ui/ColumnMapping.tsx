import { useId } from "react";
import { moveColumn } from "../lib/move-column.ts";
import { Select } from "./Select.tsx";
import "./column-mapping.css";

const NONE = -1;

interface ColumnMappingProps<Name extends string> {
  readonly columns: readonly string[];
  readonly fields: readonly { readonly name: Name; readonly label: string }[];
  readonly chosen: { readonly [Field in Name]?: number | undefined };
  readonly onChange: (chosen: { readonly [Field in Name]?: number }) => void;
}

/** Which column of a table that was handed in is which field; a column serves one field only. */
export function ColumnMapping<Name extends string>({ columns, fields, chosen, onChange }: ColumnMappingProps<Name>) {
  const options = [
    { value: NONE, label: "没有这一列" },
    ...columns.map((title, index) => ({ value: index, label: `${nameColumn(index)}列　${title === "" ? "（无标题）" : title}` })),
  ];
  return (
    <div className="mapping-grid">
      {fields.map(({ name, label }) => (
        <Pick
          key={name}
          label={label}
          value={chosen[name] ?? NONE}
          options={options}
          onChange={(column) => onChange(moveColumn(chosen, name, column === NONE ? undefined : column))}
        />
      ))}
    </div>
  );
}

interface PickProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One choice of many, with its label. */
export function Pick<Value extends string | number>({ label, value, options, onChange }: PickProps<Value>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        options={[...options]}
        onChange={(chosen) => onChange(chosen)}
        showSearch={{ optionFilterProp: "label" }}
      />
    </div>
  );
}

/** A column as spreadsheets call it: A, B, …, AA. */
function nameColumn(index: number): string {
  return index < 26 ? String.fromCodePoint(65 + index) : `${nameColumn(Math.floor(index / 26) - 1)}${nameColumn(index % 26)}`;
}
