import type { RegisterImport } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { importsKey, stepImport } from "../api/imports.ts";

export type ImportStepName = "start" | "cancel" | "undo";

interface StepDialogProps {
  readonly agency: string;
  readonly record: RegisterImport;
  /** Rows that will be taken. */
  readonly good: number;
  readonly step: ImportStepName;
  readonly onClose: () => void;
}

/** Asks once more before an import begins, ends or is taken back. */
export function StepDialog({ agency, record: { id, version, state, imported, rowCount }, good, step, onClose }: StepDialogProps) {
  const take = useCommand({
    run: (http, seen: number, key) => stepImport(http, agency, id, step, seen, key),
    changes: [importsKey(agency), ["applications", agency], ["figures", agency], ["today", agency]],
    done: onClose,
  });
  const isGivenUp = step === "cancel" && state === "draft";
  const title = step === "start" ? "开始导入" : step === "undo" ? "撤销导入" : isGivenUp ? "放弃这次导入" : "停止导入";
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={title}
      danger={step !== "start"}
      fault={take.error}
      isSending={take.isPending}
      onConfirm={() => take.mutate(version)}
      onClose={onClose}
    >
      {step === "start" ? (
        <p>
          将导入 {good} 件；有问题的 {rowCount - good} 行不导入，改正后可以另外导入。导入在后台进行，可以离开这一页。
        </p>
      ) : null}
      {step === "undo" ? (
        <p>将收回所导入的 {imported} 件申请，列表和年度数字中不再有这些申请。其中已经继续办理过的，不能整体撤销。</p>
      ) : null}
      {step === "cancel" ? <p>{isGivenUp ? "上传的文件将被删除，没有导入任何申请。" : "已经导入的申请保留，其余的行不再处理。"}</p> : null}
    </ConfirmDialog>
  );
}
