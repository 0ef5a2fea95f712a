/** What is said in the course of a case, in the office's words. */
export const STATEMENT_WORDS = {
  correction: "补正",
  reasons: "说明理由",
  payment: "缴费信息",
  material: "补充材料",
  withdrawal: "撤回申请",
  opinion: "第三方意见",
} as const;
export type StatementKind = keyof typeof STATEMENT_WORDS;
