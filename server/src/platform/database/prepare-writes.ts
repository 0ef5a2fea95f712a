import type pg from "pg";

/**
 * Statements that add, change or lock rows by their key: one plan is right for all values, whichever organ's they are.
 * A reading one that says so itself is prepared too.
 */
const WRITES = /^(?:insert|update|delete)\b|^with "written"|\bfor update$|^\/\* by key \*\//;

/** What they give back must stay what it was when columns come while the server runs. */
const GIVES_ALL = /\breturning \*|^select \*/;

/** Statements kept for each connection; those with another number of rows each time would never end. */
const MOST_KEPT = 200;

/**
 * Has a connection prepare the writing statements it is asked for a second time: reading the text anew each time costs a
 * command a third of its time. Reading is left alone: what is best for an organ of a hundred cases is not for one of a
 * hundred thousand.
 */
export function prepareWrites(client: pg.ClientBase): void {
  const names = new Map<string, string | undefined>();
  let named = 0;
  const ask = client.query.bind(client) as (...args: readonly unknown[]) => unknown; // the one of pg's forms each caller chose
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text)) {
      if (names.size < MOST_KEPT) names.set(text, undefined);
      return undefined;
    }
    const name = names.get(text) ?? `write_${(named += 1)}`;
    names.set(text, name);
    return name;
  };
  client.query = ((text: unknown, values: unknown, ...rest: readonly unknown[]) => {
    if (typeof text !== "string" || !Array.isArray(values) || !WRITES.test(text) || GIVES_ALL.test(text)) return ask(text, values, ...rest);
    const name = nameOf(text);
    return name === undefined ? ask(text, values, ...rest) : ask({ name, text, values }, ...rest);
  }) as typeof client.query;
}
