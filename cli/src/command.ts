import type { Io } from "./io.ts";

/** What a run ends with: 0 fine · 1 findings or refusals · 2 bad use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** A command as a value; `program.ts` gives it to the command-line parser. */
export interface Command {
  /** Words after `gongkai`, e.g. `report read`. */
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  /** Printed under the list of options by `--help`. */
  readonly notes: string;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  run(given: Given, io: Io): Promise<ExitCode>;
}

export interface Argument {
  /** In the parser's notation: `<文件...>` is one or more. */
  readonly form: string;
  readonly does: string;
}

export interface Option {
  /** In the parser's notation, e.g. `--previous <文件>`. */
  readonly form: string;
  readonly does: string;
}

/** What stood on the line: arguments in order, options by long name. */
export interface Given {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** The worse of two ends. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
