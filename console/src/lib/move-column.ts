/** Columns by field, with one field taken from another column, or from none; a column serves one field only. */
export function moveColumn<Name extends string>(
  chosen: { readonly [Field in Name]?: number | undefined },
  field: Name,
  column: number | undefined,
): { readonly [Field in Name]?: number } {
  const kept = Object.entries(chosen).filter(([name, place]) => name !== field && place !== column);
  return Object.fromEntries(column === undefined ? kept : [...kept, [field, column]]) as { readonly [Field in Name]?: number }; // names that were there, and the field
}
