import type { ReactNode } from "react";
import type { EntryState } from "../lib/use-entry.ts";
import { fieldId } from "./ErrorSummary.tsx";

/** What a control must carry so that its label, help and error belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
  readonly "aria-required"?: true;
  readonly status?: "error";
}

interface FieldProps {
  readonly entry: EntryState;
  readonly name: string;
  readonly help?: ReactNode;
  readonly required?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A field of a form: label, help, control and what is wrong with it. */
export function Field({ entry, name, help, required = false, children }: FieldProps) {
  const id = fieldId(entry.id, name);
  const error = entry.errors[name];
  const described = [help === undefined ? "" : `${id}-help`, error === undefined ? "" : `${id}-error`].filter(Boolean).join(" ");
  const control: ControlProps = {
    id,
    ...(described === "" ? {} : { "aria-describedby": described }),
    ...(error === undefined ? {} : { "aria-invalid": true, status: "error" }),
    ...(required ? { "aria-required": true } : {}),
  };
  return (
    <div className={error === undefined ? "field" : "field field-wrong"}>
      <label htmlFor={id}>
        {entry.labels[name]}
        {required ? null : <span className="field-optional">（选填）</span>}
      </label>
      {help === undefined ? null : (
        <div className="field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children(control)}
      {error === undefined ? null : (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  );
}
