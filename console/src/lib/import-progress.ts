/** As every import stands. */
export interface ImportProgress {
  readonly state: "draft" | "running" | "finished" | "cancelled" | "withdrawing" | "withdrawn";
  readonly rowCount: number;
  readonly doneRows: number;
  readonly imported: number;
  readonly refused: number;
  readonly withdrawn: number;
}

/** How an import of one kind is spoken of. */
export interface ImportWords {
  /** 导入, 移入. */
  readonly verb: string;
  /** 件, 条. */
  readonly unit: string;
}

export const POLL_MILLISECONDS = 1500;

/** Whether rows are being taken in or back just now. */
export function isUnderWay({ state }: Pick<ImportProgress, "state">): boolean {
  return state === "running" || state === "withdrawing";
}

/** The state's colour and words. */
export function markState({ state }: Pick<ImportProgress, "state">, { verb }: ImportWords) {
  const marks = {
    draft: ["notice", "待核对"],
    running: ["notice", `正在${verb}`],
    finished: ["fine", `已${verb}`],
    cancelled: ["warning", "已停止"],
    withdrawing: ["notice", "正在撤销"],
    withdrawn: ["plain", "已撤销"],
  } as const satisfies Record<ImportProgress["state"], readonly [string, string]>;
  return marks[state];
}

/** How far an import is, in a sentence. */
export function sayProgress(
  { state, rowCount, doneRows, imported, refused, withdrawn }: ImportProgress,
  { verb, unit }: ImportWords,
): string {
  switch (state) {
    case "draft":
      return `共 ${rowCount} 行，尚未${verb}。`;
    case "running":
      return `已处理 ${doneRows} / ${rowCount} 行，${verb} ${imported} ${unit}，未${verb} ${refused} 行。`;
    case "withdrawing":
      return `正在撤销，已收回 ${withdrawn} ${unit}，还有 ${imported} ${unit}。`;
    case "withdrawn":
      return withdrawn === 0 ? `没有${verb}任何内容。` : `已收回所${verb}的 ${withdrawn} ${unit}。`;
    case "finished":
    case "cancelled":
      return `${withdrawn === 0 ? "" : `已收回 ${withdrawn} ${unit}，保留`}${verb} ${imported} ${unit}，未${verb} ${refused} 行${
        withdrawn === 0 && doneRows < rowCount ? `，其余 ${rowCount - doneRows} 行没有处理` : ""
      }。`;
  }
}

/** Part done, 0 to 100. */
export function percentDone({ state, rowCount, doneRows, imported, withdrawn }: ImportProgress): number {
  const [done, of] = state === "withdrawing" ? [withdrawn, withdrawn + imported] : [doneRows, rowCount];
  return of === 0 ? 100 : Math.floor((done * 100) / of);
}
