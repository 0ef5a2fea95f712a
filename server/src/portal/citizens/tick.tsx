import type { DraftContent, DraftField, FieldProblem } from "../../citizens/form-words.ts";

/** A box to tick, with what it means and what is wrong with it. */
export function Tick({
  name,
  label,
  hint,
  content,
  problems,
}: {
  readonly name: DraftField;
  readonly label: string;
  readonly hint: string;
  readonly content: DraftContent;
  readonly problems: readonly FieldProblem[];
}) {
  return (
    <div class="citizen-field">
      <p class="citizen-choice">
        <input
          type="checkbox"
          id={`field-${name}`}
          name={name}
          value="on"
          checked={(content[name] ?? "") !== ""}
          aria-describedby={`field-${name}-hint`}
        />
        <label for={`field-${name}`}>{label}</label>
      </p>
      <p class="citizen-field__hint" id={`field-${name}-hint`}>
        {hint}
      </p>
      {problems
        .filter(({ field }) => field === name)
        .map(({ message }) => (
          <p class="citizen-field__problem">{message}</p>
        ))}
    </div>
  );
}
