import { formatFigure } from "./format-figure.ts";
import { passageOf } from "./narrative-rules.ts";
import { findPartLists, type PartList } from "./narrative/part-lists.ts";
import { outcomeParts, remedyParts } from "./narrative/stated-results.ts";
import type { Rule } from "./rule.ts";

/** X-2: a total told in the prose is the sum of the parts told with it. */
export const PARTS_RULE: Rule = {
  id: "X-2",
  severity: "warning",
  title: "文字中的总数等于所列各项之和",
  formula: "“共N条，其中甲a条、乙b条……” ⇒ a + b + … ≤ N；列全时 = N",
  basis: "算术",
  check: ({ facts }, found) => {
    const { overview } = facts.report.sections;
    if (overview === null) return;
    const narrative = facts.narrative();
    const lists: PartList[] = [
      ...findPartLists(overview, narrative.scanned.overview.figures),
      ...outcomeParts(narrative.statements),
      ...remedyParts(narrative.statements),
    ];
    const told = new Set<number>();
    for (const list of lists) {
      if (told.has(list.start)) continue;
      told.add(list.start);
      const sum = list.parts.reduce((total, part) => total + part.value, 0);
      const passage = passageOf(facts, { section: "overview", start: list.start, end: list.end });
      found({
        cells: [],
        expected: sum,
        actual: list.total,
        difference: list.total - sum,
        message: `总体情况写${list.name}${formatFigure(list.total)}${list.unit}，所列各项${list.parts.map((part) => `${part.name}${formatFigure(part.value)}`).join("+")}=${formatFigure(sum)}，相差${formatFigure(Math.abs(list.total - sum))}。`,
        advice: sum > list.total ? "各项之和大于总数，请核对总数或各项数字。" : "各项之和小于总数，请核对是否有漏列的项目，或更正总数。",
        passage,
      });
    }
  },
};
