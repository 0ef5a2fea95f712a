import type { CellKey, Severity } from "@gongkai/annual-report";
import { isOpen, type JudgedFinding } from "../../check-up/draft/judge-findings.ts";
import type { Verdict } from "../../check-up/draft/draft.ts";
import { SEVERITY_NAMES } from "../form-table/describe-cell.ts";
import { useKept } from "../use-kept.ts";
import { FindingCard } from "./finding-card.tsx";

export const SEVERITIES = ["error", "warning", "notice"] as const satisfies readonly Severity[];

export interface FindingListProps {
  readonly judged: readonly JudgedFinding[];
  readonly name: string;
  readonly hidden?: ReadonlySet<Severity>;
  /** Id of the finding that is looked at. */
  readonly selected?: string | undefined;
  /** Left out where no script runs: a finding then links to its cell. */
  readonly onFilter?: ((severity: Severity, show: boolean) => void) | undefined;
  readonly onOpen?: ((finding: JudgedFinding, cell?: CellKey) => void) | undefined;
  readonly onJudge?: ((id: string, verdict: Verdict | undefined) => void) | undefined;
}

/** What was found, gravest first, what was dismissed last; each leads to its cells. */
export function FindingList({ judged, name, hidden = new Set(), selected, onFilter, onOpen, onJudge }: FindingListProps) {
  const keep = useKept();
  if (judged.length === 0) return <p class="finding-list__none">没有发现问题：读出的数据之间勾稽一致。请再人工核对一遍原文。</p>;
  const inOrder = SEVERITIES.flatMap((severity) =>
    hidden.has(severity) ? [] : judged.filter(({ finding }) => finding.severity === severity),
  );
  const shown = [...inOrder.filter(isOpen), ...inOrder.filter((one) => !isOpen(one))];
  return (
    <>
      {onFilter === undefined ? null : (
        <fieldset class="finding-filter">
          <legend class="visually-hidden">按级别筛选</legend>
          {SEVERITIES.map((severity) => (
            <label class="finding-filter__choice">
              <input
                type="checkbox"
                name={`${name}-${severity}`}
                checked={!hidden.has(severity)}
                onChange={(event) => onFilter(severity, event.currentTarget.checked)}
              />
              {SEVERITY_NAMES[severity]} {judged.filter((one) => isOpen(one) && one.finding.severity === severity).length}
            </label>
          ))}
        </fieldset>
      )}
      <ol class="finding-list">
        {shown.map((one) =>
          keep(one.id, [...madeOf(one), one.id === selected, name, onOpen === undefined, onJudge === undefined], () => (
            <FindingCard key={one.id} judged={one} name={name} isSelected={one.id === selected} onOpen={onOpen} onJudge={onJudge} />
          )),
        )}
      </ol>
      {shown.length === 0 ? <p class="finding-list__none">所选级别下没有发现，请在上面勾选其他级别。</p> : null}
    </>
  );
}

/** All a card shows. Findings are found anew with every correction, most of them just as before. */
function madeOf({ finding, verdict, isOutdated }: JudgedFinding): readonly unknown[] {
  const { rule, severity, message, advice, cells, passage } = finding;
  return [rule, severity, message, advice, cells.join(), passage?.section, passage?.start, verdict, isOutdated];
}
