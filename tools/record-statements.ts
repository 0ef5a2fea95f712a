import { appendFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/**
 * Read by every test file of `npm run test:distributed`: each statement the program asks is written down once, with its first
 * parameters and who asked. What tests ask for themselves is left out.
 */
const folder = process.env["STATEMENTS"] ?? "";
const seen = new Set<string>();
// oxlint-disable-next-line typescript/unbound-method -- it is called on the client it was called on
const ours = pg.Client.prototype.query as (...args: unknown[]) => unknown; // one of pg's many forms; all begin alike

if (folder !== "") {
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]): unknown {
    const [asked, values] = args;
    const query = typeof asked === "string" ? { text: asked, values } : (asked as { text?: unknown; values?: unknown } | undefined);
    const text = query?.text;
    if (typeof text === "string" && /^\s*(?:\/\*.*?\*\/\s*)?(?:select|insert|update|delete|with)\b/i.test(text) && !seen.has(text))
      keep(text, Array.isArray(query?.values) ? (query.values as unknown[]) : []);
    return ours.apply(this, args);
  } as typeof pg.Client.prototype.query;
}

function keep(sql: string, parameters: readonly unknown[]): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 80;
  const stack = new Error().stack ?? "";
  Error.stackTraceLimit = limit;
  const frames = stack
    .split("\n")
    .filter((line) => /server\/src\/.*\.tsx?:\d/.test(line) && !/platform\/database\/|ledger\/citus\//.test(line));
  const [asker] = frames;
  if (asker === undefined || /\.test\.tsx?:|testing\.tsx?:/.test(asker)) return;
  seen.add(sql);
  const statement = {
    sql,
    parameters: parameters.map((value) => (Buffer.isBuffer(value) ? null : value)),
    by: asker.trim(),
    isRegional: false,
  };
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(statement)}\n`);
}
