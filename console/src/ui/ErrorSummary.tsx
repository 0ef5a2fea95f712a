import type { EntryState } from "../lib/use-entry.ts";

/** Everything that is wrong with a form, above it, each leading to its field. */
export function ErrorSummary({ id, errors, labels, summary }: EntryState) {
  const found = Object.entries(errors);
  if (found.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2>{found.length === 1 && found[0]?.[0] === "" ? "没有提交成功" : `有 ${found.length} 处需要修改`}</h2>
      <ul>
        {found.map(([field, message]) => (
          <li key={field}>
            {labels[field] === undefined ? (
              message
            ) : (
              <a href={`#${fieldId(id, field)}`} onClick={focusField}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The id of a field's control. */
export function fieldId(form: string, field: string): string {
  return `${form}-${field}`;
}

/** A jump to a fragment would stand in the history; the focus alone is enough. */
function focusField(event: React.MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.getElementById(event.currentTarget.hash.slice(1))?.focus();
}
