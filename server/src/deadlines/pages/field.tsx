import type { ComponentChildren } from "preact";
import type { Problem } from "../answer.ts";
import { readDate } from "../read-date.ts";

/** The id of a field in the page: names of rows carry a dot, which ids had better not. */
export function fieldId(field: string): string {
  return `field-${field.replace(".", "-")}`;
}

/** What a field's input needs so that its hint and what is wrong with it are read out with it. */
export interface FieldMarks {
  readonly id: string;
  readonly name: string;
  readonly "aria-invalid"?: "true";
  readonly "aria-describedby"?: string;
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problems: readonly Problem[];
  readonly class?: string;
  readonly children: (marks: FieldMarks) => ComponentChildren;
}

/** A label, its input, the hint below and what is wrong with it, together. */
export function Field({ name, label, hint, problems, class: extra = "", children }: FieldProps) {
  const id = fieldId(name);
  const problem = problems.find(({ field }) => field === name);
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(problem === undefined ? [] : [`${id}-problem`])].join(" ");
  const marks: FieldMarks = {
    id,
    name,
    ...(problem === undefined ? {} : { "aria-invalid": "true" }),
    ...(described === "" ? {} : { "aria-describedby": described }),
  };
  return (
    <div class={`deadline-field ${problem === undefined ? "" : "deadline-field--wrong"} ${extra}`.replaceAll(/\s+/g, " ").trim()}>
      <label for={id}>{label}</label>
      {problem === undefined ? null : (
        <p class="deadline-field__problem" id={`${id}-problem`}>
          <span class="visually-hidden">错误：</span>
          {problem.message}
        </p>
      )}
      {children(marks)}
      {hint === undefined ? null : (
        <p class="deadline-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface DateFieldProps extends Omit<FieldProps, "children"> {
  readonly value: string;
}

/** A date. A browser's date picker cannot show what is no date, so that is given back as text, to be mended. */
export function DateField({ value, ...field }: DateFieldProps) {
  const date = readDate(value);
  return (
    <Field {...field}>
      {(marks) =>
        value === "" || date !== undefined ? (
          <input type="date" {...marks} value={date ?? ""} min="1900-01-01" max="2150-12-31" />
        ) : (
          <input type="text" {...marks} value={value} placeholder="2026-03-02" autoComplete="off" />
        )
      }
    </Field>
  );
}
