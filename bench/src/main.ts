import { type BenchOptions, parseOptions } from "./options.ts";

/** Parts of the bench, each loaded when it is asked for. */
const PARTS: Readonly<Record<string, (options: BenchOptions) => Promise<void>>> = {
  accuracy: async (options) => (await import("./accuracy.ts")).accuracy(options),
  rules: async (options) => (await import("./rules.ts")).rules(options),
  memory: async (options) => (await import("./memory.ts")).memory(options),
  speed: async (options) => (await import("./speed.ts")).speed(options),
  statute: async (options) => (await import("./statute.ts")).statute(options),
  screening: async (options) => (await import("./screening.ts")).screening(options),
  pages: async (options) => (await import("./pages.ts")).pages(options),
  ledger: async (options) => (await import("./ledger.ts")).ledger(options),
  search: async (options) => (await import("./search.ts")).search(options),
  items: async (options) => (await import("./items.ts")).items(options),
  portal: async (options) => (await import("./portal.ts")).portal(options),
  cases: async (options) => (await import("./cases.ts")).cases(options),
  applicants: async (options) => (await import("./applicants.ts")).applicants(options),
  fuzz: async (options) => (await import("./fuzz.ts")).fuzz(options),
  browser: async (options) => (await import("./browser.ts")).browser(options),
  recompute: async (options) => (await import("./recompute.ts")).recompute(options),
  dump: async (options) => (await import("./dump.ts")).dump(options),
};

/** One writes files, the other needs a program of its own. */
const NOT_UNASKED: readonly string[] = ["dump", "recompute"];

const USAGE = `node bench/src/main.ts [accuracy|rules|memory|speed|statute|screening|pages|items|browser|fuzz]… [--documents N] [--seed N] [--layout a,b] [--kind a,b|none] [--failures N]
node bench/src/main.ts recompute [--documents N] [--seed N]
node bench/src/main.ts dump DIR [--documents N] [--seed N] [--layout a,b] [--kind a,b|none]`;

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const names =
    options.names[0] === "dump"
      ? ["dump"]
      : options.names.length > 0
        ? options.names
        : Object.keys(PARTS).filter((name) => !NOT_UNASKED.includes(name));
  for (const name of names) {
    const part = PARTS[name];
    if (part === undefined) throw new RangeError(`there is no part ${name}`);
    await part(options);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    error instanceof RangeError
      ? `${error.message}\n${USAGE}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = error instanceof RangeError ? 2 : 1;
});
