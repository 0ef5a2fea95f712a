import type { Meaning } from "./meanings.ts";
import type { PartList } from "./part-lists.ts";
import type { Statement } from "./read-narrative.ts";

const OUTCOME_GROUPS: readonly Meaning[] = [
  "grantedOrPartial",
  "granted",
  "partial",
  "denied",
  "unavailable",
  "unhandled",
  "otherHandling",
];

/** Answers told by kind of outcome against all answers: complete only when every group of the form is named. */
export function outcomeParts(statements: readonly Statement[]): PartList[] {
  const answered = statements.find((one) => one.meaning === "answered" && !one.isApproximate);
  if (answered === undefined || statements.length < 3) return [];
  const parts = OUTCOME_GROUPS.flatMap(
    (meaning) =>
      statements.find(
        (one) =>
          one.meaning === meaning &&
          one.section === answered.section &&
          one.start > answered.start &&
          !one.isApproximate &&
          one.figure !== undefined,
      ) ?? [],
  );
  const has = (meaning: Meaning) => parts.some((one) => one.meaning === meaning);
  const grants = has("grantedOrPartial") || (has("granted") && has("partial"));
  const isComplete = grants && has("denied") && has("unavailable") && has("unhandled") && has("otherHandling");
  const used = has("grantedOrPartial") ? parts.filter((one) => one.meaning !== "granted" && one.meaning !== "partial") : parts;
  const sum = used.reduce((total, one) => total + one.value, 0);
  if (used.length < 2 || sum === answered.value || (sum < answered.value && !isComplete)) return [];
  return [
    {
      name: "答复申请",
      total: answered.value,
      unit: answered.figure?.unit ?? "件",
      parts: used.map((one) => ({ name: OUTCOME_NAMES[one.meaning] ?? "", value: one.value })),
      start: answered.start,
      end: Math.max(...used.map((one) => one.end)),
    },
  ];
}

const OUTCOME_NAMES: Readonly<Partial<Record<Meaning, string>>> = {
  grantedOrPartial: "予以公开及部分公开",
  granted: "予以公开",
  partial: "部分公开",
  denied: "不予公开",
  unavailable: "无法提供",
  unhandled: "不予处理",
  otherHandling: "其他处理",
  upheld: "维持",
  corrected: "纠正",
  otherResult: "其他结果",
  pending: "尚未审结",
};

/** Results of cases told without 其中: more results than cases, or all four told and fewer. */
export function remedyParts(statements: readonly Statement[]): PartList[] {
  const lists: PartList[] = [];
  if (!statements.some((one) => one.remedy !== undefined)) return lists;
  for (const remedy of ["reconsideration", "litigation", "litigationDirect", "litigationAfter"] as const) {
    const whole = statements.find((one) => one.meaning === remedy && one.figure !== undefined && !one.isApproximate);
    if (whole === undefined) continue;
    const parts = (["upheld", "corrected", "otherResult", "pending"] as const).flatMap(
      (meaning) =>
        statements.find(
          (one) =>
            one.meaning === meaning && one.remedy === remedy && one.sentenceStart === whole.sentenceStart && one.start !== whole.start,
        ) ?? [],
    );
    const sum = parts.reduce((total, one) => total + one.value, 0);
    if (parts.length < 2 || sum === whole.value || (sum < whole.value && parts.length < 4)) continue;
    const name = { reconsideration: "行政复议", litigation: "行政诉讼", litigationDirect: "直接起诉", litigationAfter: "复议后起诉" }[
      remedy
    ];
    lists.push({
      name,
      total: whole.value,
      unit: whole.figure?.unit ?? "件",
      parts: parts.map((one) => ({ name: OUTCOME_NAMES[one.meaning] ?? "", value: one.value })),
      start: whole.figure?.start ?? whole.start,
      end: Math.max(...parts.map((one) => one.end)),
    });
  }
  return lists;
}
