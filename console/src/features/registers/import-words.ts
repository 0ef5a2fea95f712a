import type { RegisterImport } from "@gongkai/server/contract";

type State = RegisterImport["state"];

export const STATE_MARKS = {
  draft: ["notice", "待核对"],
  running: ["notice", "正在导入"],
  finished: ["fine", "已导入"],
  cancelled: ["warning", "已停止"],
  withdrawing: ["notice", "正在撤销"],
  withdrawn: ["plain", "已撤销"],
} as const satisfies Record<State, readonly [string, string]>;

/** How far an import is, in a sentence. */
export function sayProgress({ state, rowCount, doneRows, imported, refused, withdrawn }: RegisterImport): string {
  switch (state) {
    case "draft":
      return `共 ${rowCount} 行，尚未导入。`;
    case "running":
      return `已处理 ${doneRows} / ${rowCount} 行，导入 ${imported} 件，未导入 ${refused} 行。`;
    case "withdrawing":
      return `正在撤销，已收回 ${withdrawn} 件，还有 ${imported} 件。`;
    case "withdrawn":
      return withdrawn === 0 ? "没有导入任何案件。" : `已收回所导入的 ${withdrawn} 件。`;
    case "finished":
    case "cancelled":
      return `导入 ${imported} 件，未导入 ${refused} 行${doneRows < rowCount ? `，其余 ${rowCount - doneRows} 行没有处理` : ""}。`;
  }
}

/** Part done, 0 to 100. */
export function percentDone({ rowCount, doneRows }: Pick<RegisterImport, "rowCount" | "doneRows">): number {
  return rowCount === 0 ? 100 : Math.floor((doneRows * 100) / rowCount);
}
