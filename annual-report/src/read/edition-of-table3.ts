import type { EditionId } from "../report.ts";
import { countFilled, type Run } from "./run.ts";
import type { Token } from "./token.ts";

/** The last five labels before a row as one text, headings over several rows left out. */
function lastWords(labels: readonly Token[]): string {
  let said = "";
  for (let index = Math.max(0, labels.length - 5); index < labels.length; index++) {
    const label = labels[index];
    if (!label) break;
    const isGroup = label.label.core !== "其他处理" && label.marks.some((mark) => mark.kind === "group3");
    if (!isGroup) said += label.label.core;
  }
  return said;
}

const ROWS_OF_2021 = 25;
const FEWEST_FIGURES = 4;

/**
 * Which edition's table 3 this is: （六）其他处理 is one row of figures in 2019 and a heading over three rows in 2021. Where the labels of
 * those rows are lost, `ofTable2` and the number of rows together are believed.
 */
export function detectEdition3(runs: readonly Run[], ofTable2?: EditionId): EditionId | undefined {
  let before = -1;
  let hasOneRow = false;
  for (const [index, { labels }] of runs.entries()) {
    const said = lastWords(labels);
    if (said === "") continue;
    if (/申请人无正当理由逾期|申请人逾期未按|逾期不补正|收费通知|缴纳费用|补正行政机关不再处理/.test(said)) return "2021";
    const ordinal = labels.findLast((label) => label.label.core !== "")?.label.ordinal;
    if (said.endsWith("其他处理") || ordinal === "(六)") hasOneRow = true;
    if (/重新出具|已获取信息/.test(said)) before = index;
    // The labels of （六） lost: the number of rows between （五） and （七） tells.
    const rowsBetween = index - before - 1;
    if (before === -1 || !(said.endsWith("总计") || ordinal === "(七)")) continue;
    if (rowsBetween === 3) return "2021";
    if (!hasOneRow) return rowsBetween === 1 ? "2019" : undefined;
  }
  const rows = runs.filter((run) => countFilled(run) >= FEWEST_FIGURES).length;
  if (ofTable2 === "2021" && rows === ROWS_OF_2021) return "2021";
  return hasOneRow ? "2019" : undefined;
}
