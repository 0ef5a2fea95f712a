import type { ComponentChildren } from "preact";
import type { FieldProblem } from "../../citizens/form-words.ts";

/** What a field's input needs so that its hint and what is wrong with it are read out with it. */
export interface FieldMarks {
  readonly id: string;
  readonly name: string;
  readonly "aria-invalid"?: "true";
  readonly "aria-describedby"?: string;
}

export interface FormFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly isRequired?: boolean;
  readonly problems?: readonly FieldProblem[];
  readonly children: (marks: FieldMarks) => ComponentChildren;
}

/** A label, its input, the hint and what is wrong with it, together. What is required says so in words. */
export function FormField({ name, label, hint, isRequired = false, problems = [], children }: FormFieldProps) {
  const { id, marks, problem } = marksOf(name, hint !== undefined, problems);
  return (
    <div class={problem === undefined ? "citizen-field" : "citizen-field citizen-field--wrong"}>
      <label for={id}>
        {label}
        {isRequired ? <span class="citizen-field__required">（必填）</span> : null}
      </label>
      {hint === undefined ? null : (
        <p class="citizen-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldProblemLine id={id} problem={problem} />
      {children(marks)}
    </div>
  );
}

export interface ChoiceProps extends Omit<FormFieldProps, "children"> {
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly value: string;
}

/** A choice of a few, as radio buttons: all of it can be read before anything is pressed. */
export function Choice({ name, label, hint, isRequired = false, problems = [], options, value }: ChoiceProps) {
  const { id, marks, problem } = marksOf(name, hint !== undefined, problems);
  return (
    <fieldset
      class={problem === undefined ? "citizen-field" : "citizen-field citizen-field--wrong"}
      aria-describedby={marks["aria-describedby"]}
    >
      <legend>
        {label}
        {isRequired ? <span class="citizen-field__required">（必填）</span> : null}
      </legend>
      {hint === undefined ? null : (
        <p class="citizen-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldProblemLine id={id} problem={problem} />
      {options.map((option, index) => (
        <div class="citizen-choice">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${option.value}`}
            name={name}
            value={option.value}
            checked={option.value === value}
          />
          <label for={index === 0 ? id : `${id}-${option.value}`}>
            {option.label}
            {option.hint === undefined ? null : <span class="citizen-choice__hint">{option.hint}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function FieldProblemLine({ id, problem }: { readonly id: string; readonly problem: FieldProblem | undefined }) {
  if (problem === undefined) return null;
  return (
    <p class="citizen-field__problem" id={`${id}-problem`}>
      <span class="visually-hidden">错误：</span>
      {problem.message}
    </p>
  );
}

function marksOf(name: string, hasHint: boolean, problems: readonly FieldProblem[]) {
  const id = `field-${name}`;
  const problem = problems.find(({ field }) => field === name);
  const described = [...(hasHint ? [`${id}-hint`] : []), ...(problem === undefined ? [] : [`${id}-problem`])].join(" ");
  const marks: FieldMarks = {
    id,
    name,
    ...(problem === undefined ? {} : { "aria-invalid": "true" }),
    ...(described === "" ? {} : { "aria-describedby": described }),
  };
  return { id, marks, problem };
}
