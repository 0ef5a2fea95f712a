import { JobFailed } from "./job.ts";

/**
 * What may be kept and logged of a fault: the sentence of a `JobFailed`, else the kind of fault, its code and where in our
 * code it arose. The message of any other fault may quote what somebody wrote, and is left out.
 */
export function explainFailure(fault: unknown): string {
  if (fault instanceof JobFailed) return fault.message;
  if (!(fault instanceof Error)) return "Unknown fault";
  const { code } = fault as { code?: unknown };
  const at = /\/((?:server|statute)\/src\/[\w./-]+:\d+)/.exec(fault.stack ?? "")?.[1];
  return [fault.name, typeof code === "string" ? code : "", at === undefined ? "" : `at ${at}`].filter((part) => part !== "").join(" ");
}
