import { AMBIGUOUS_RULE, BLANK_RULE, FIGURE_RULE, MISSING_RULE } from "./cell-rules.ts";
import { COPIED_TEXT_RULE } from "./copied-text-rule.ts";
import { FEE_RULE, NARRATIVE_RULE } from "./narrative-rules.ts";
import { OTHER_ORGAN_RULE, SELF_NAME_RULE } from "./organ-text-rules.ts";
import { PARTS_RULE } from "./parts-rule.ts";
import { EDITION_RULE, PATTERN_RULE, REMEDY_ORDER_RULE } from "./pattern-rules.ts";
import { PERCENTAGE_RULE } from "./percentage-rule.ts";
import type { Rule } from "./rule.ts";
import { SECTIONS_RULE, SLIPS_RULE } from "./section-rules.ts";
import { SUM_RULES } from "./sum-rule-list.ts";
import { DOCUMENTS_RULE, ITEMS_RULE, PROCUREMENT_RULE, UNIT_RULE } from "./table2-rules.ts";
import { CARRY_RULE, EFFECTIVE_FORWARD_RULE, ITEMS_FORWARD_RULE, JUMP_RULE, PREVIOUS_YEAR_RULE } from "./year-rules.ts";
import { YEAR_TEXT_RULE } from "./year-text-rule.ts";

/** Every rule, in the order in which findings are told: the form's arithmetic, the year before, then the rest. */
export const RULES: readonly Rule[] = [
  ...SUM_RULES,
  CARRY_RULE,
  FIGURE_RULE,
  ITEMS_FORWARD_RULE,
  ITEMS_RULE,
  DOCUMENTS_RULE,
  EFFECTIVE_FORWARD_RULE,
  PROCUREMENT_RULE,
  UNIT_RULE,
  NARRATIVE_RULE,
  PARTS_RULE,
  FEE_RULE,
  REMEDY_ORDER_RULE,
  PERCENTAGE_RULE,
  BLANK_RULE,
  MISSING_RULE,
  SECTIONS_RULE,
  EDITION_RULE,
  YEAR_TEXT_RULE,
  OTHER_ORGAN_RULE,
  COPIED_TEXT_RULE,
  JUMP_RULE,
  AMBIGUOUS_RULE,
  PREVIOUS_YEAR_RULE,
  PATTERN_RULE,
  SELF_NAME_RULE,
  SLIPS_RULE,
];
