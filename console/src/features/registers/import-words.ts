/** Registers are 导入, their cases counted in 件. */
export const REGISTER_WORDS = { verb: "导入", unit: "件" } as const;
