import type { Finding, Severity } from "@gongkai/annual-report";
import type { Verdict, Work } from "./draft.ts";

/** A finding with the decision about it. A decision about other figures is told, and the finding is open again. */
export interface JudgedFinding {
  readonly id: string;
  readonly finding: Finding;
  readonly verdict?: Verdict;
  readonly isOutdated: boolean;
}

/** Sets the decisions beside the findings they were made about. */
export function judgeFindings(findings: readonly Finding[], verdicts: Work["verdicts"]): JudgedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = nameFinding(finding);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const id = count === 1 ? name : `${name} #${count}`;
    const verdict = verdicts[id];
    return {
      id,
      finding,
      ...(verdict === undefined ? {} : { verdict }),
      isOutdated: verdict !== undefined && verdict.message !== finding.message,
    };
  });
}

/** True while a person still has to do something about it. */
export function isOpen({ verdict, isOutdated }: JudgedFinding): boolean {
  return verdict?.decision !== "dismissed" || isOutdated;
}

export type Counts = Readonly<Record<Severity, number>>;

/** Open findings by severity. */
export function countOpen(judged: readonly JudgedFinding[]): Counts {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const one of judged) if (isOpen(one)) counts[one.finding.severity]++;
  return counts;
}

/** e.g. 还有2处错误、1处警告。 */
export function sayCounts({ error, warning, notice }: Counts): string {
  const parts = [error > 0 ? `${error}处错误` : "", warning > 0 ? `${warning}处警告` : "", notice > 0 ? `${notice}处提示` : ""].filter(
    (part) => part !== "",
  );
  return parts.length === 0 ? "没有待处理的问题。" : `还有${parts.join("、")}。`;
}

/** The same finding keeps its name while its figures change: rule, cells and the words it speaks of without their digits. */
function nameFinding({ rule, cells, passage }: Finding): string {
  const words = passage === undefined ? "" : ` ${passage.section ?? ""}:${passage.text.replace(/\d+/gu, "#").slice(0, 60)}`;
  return `${rule} ${cells.join(",")}${words}`;
}
