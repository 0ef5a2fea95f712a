import { parseArgs } from "node:util";

/** What a person may set on the command line of the bench. */
export interface BenchOptions {
  /** Parts to run, by name; for `dump`, the folder follows. */
  readonly names: readonly string[];
  /** How many documents or inputs; each part has its own default. */
  readonly documents?: number;
  /** First seed; document number n has seed + n. */
  readonly seed: number;
  readonly layouts?: readonly string[];
  readonly kinds?: readonly string[];
  /** How many failing seeds are listed. */
  readonly failures: number;
}

/** Reads the command line; throws with a usable sentence when it makes no sense. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      documents: { type: "string" },
      seed: { type: "string", default: "1" },
      layout: { type: "string" },
      kind: { type: "string" },
      failures: { type: "string", default: "10" },
    },
  });
  return {
    names: positionals,
    seed: wholeNumber("--seed", values.seed),
    failures: wholeNumber("--failures", values.failures),
    ...(values.documents === undefined ? {} : { documents: wholeNumber("--documents", values.documents) }),
    ...(values.layout === undefined ? {} : { layouts: values.layout.split(",") }),
    ...(values.kind === undefined ? {} : { kinds: values.kind === "none" ? [] : values.kind.split(",") }),
  };
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} wants a whole number, not ${text}`);
  return value;
}
