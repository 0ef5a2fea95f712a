import type { ProseFigure } from "./narrative/scan-prose.ts";
import { formatFigure } from "./format-figure.ts";
import { passageOf } from "./narrative-rules.ts";
import type { Rule } from "./rule.ts";

/** P-1: a share told beside its figure is that figure's share. */
export const PERCENTAGE_RULE: Rule = {
  id: "P-1",
  severity: "warning",
  title: "文字中的百分比与所对应的件数相符",
  formula: "“a件，占p%” ⇒ p = a ÷ 总数（允许四舍五入）",
  basis: "算术",
  check: ({ facts }, found) => {
    const { figures } = facts.narrative().scanned.overview;
    const shares = findShares(facts.report.sections.overview ?? "", figures);
    for (const share of shares) {
      const base = baseOf(share, shares);
      if (base === undefined || fits(share, base.value)) continue;
      const { part, percentage } = share;
      const right = (part.value / base.value) * 100;
      const passage = passageOf(facts, { section: "overview", start: part.start, end: percentage.end });
      found({
        cells: [],
        expected: Math.round(right * 100) / 100,
        actual: percentage.value,
        difference: Math.round((percentage.value - right) * 100) / 100,
        message: `总体情况写“${passage.text}”，按总数${formatFigure(base.value)}${base.unit}计算应为${formatFigure(Math.round(right * 10 ** Math.max(1, percentage.decimals)) / 10 ** Math.max(1, percentage.decimals))}%。`,
        advice: "请重新计算百分比，或核对件数与总数。",
        passage,
      });
    }
  },
};

interface Share {
  readonly part: ProseFigure;
  readonly percentage: ProseFigure;
  /** Figures that may be the whole: of the same unit, earlier in this sentence or the one before, not smaller. */
  readonly bases: readonly ProseFigure[];
}

function findShares(text: string, figures: readonly ProseFigure[]): Share[] {
  const shares: Share[] = [];
  // More shares than any report has: the rest of a hostile text is let go.
  for (let position = 1; position < figures.length && shares.length < 200; position++) {
    const percentage = figures[position] as ProseFigure; // within bounds
    const part = figures[position - 1];
    if (percentage.unit !== "%" || part === undefined || part.unit === "%" || part.isApproximate) continue;
    if (
      percentage.isApproximate ||
      !/^[，,（(、\s]*占(?:比|总数|总量|全部|申请总数|总)?(?:的|为|约)?[^，。；\d]{0,10}$/u.test(percentage.before)
    )
      continue;
    // The whole stands in this sentence or the one before.
    const nearby = text.slice(Math.max(0, part.sentenceStart - 400), part.sentenceStart - 1);
    const from = part.sentenceStart - 1 - nearby.length + nearby.lastIndexOf("。") + 1;
    const bases = figures
      .slice(Math.max(0, position - 30), position - 1)
      .filter(
        (figure) =>
          figure.start >= from && figure.unit === part.unit && figure.value >= part.value && figure.value > 0 && !figure.isApproximate,
      );
    shares.push({ part, percentage, bases });
  }
  return shares;
}

/**
 * The whole the share is of: the only one there is in its own sentence, or the one that at least two other shares
 * agree with. With several possible wholes and none confirmed nothing is said.
 */
function baseOf(share: Share, shares: readonly Share[]): ProseFigure | undefined {
  if (share.bases.some((base) => fits(share, base.value))) return undefined;
  const confirmed = share.bases.find(
    (base) => shares.filter((other) => other !== share && other.bases.includes(base) && fits(other, base.value)).length >= 2,
  );
  if (confirmed !== undefined) return confirmed;
  const inSentence = share.bases.filter((base) => base.sentenceStart === share.part.sentenceStart);
  const isWhole = share.bases.length === 1 && inSentence.length === 1 && /[共总]|收到|受理|新收/u.test(inSentence[0]?.before ?? "");
  return isWhole ? inSentence[0] : undefined;
}

/** Rounded or cut off at the decimals printed. */
function fits({ part, percentage }: Share, base: number): boolean {
  const step = 10 ** -percentage.decimals;
  return Math.abs((part.value / base) * 100 - percentage.value) < step * 1.0001;
}
