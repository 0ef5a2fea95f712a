/** Items are taken over, 移入, and counted in 条. */
export const ITEM_IMPORT_WORDS = { verb: "移入", unit: "条" } as const;

/** Who may take over, and take back. */
export const ANSWERS_FOR = ["officeHead"] as const;
