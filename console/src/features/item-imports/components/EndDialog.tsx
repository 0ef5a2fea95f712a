import type { ItemImport } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { itemImportsKey, stepItemImport } from "../api/item-imports.ts";

interface EndDialogProps {
  readonly agency: string;
  readonly record: ItemImport;
  readonly step: "cancel" | "undo";
  readonly onClose: () => void;
}

/** Asks once more before a taking over is stopped, or taken back. */
export function EndDialog({ agency, record: { id, version, state, imported }, step, onClose }: EndDialogProps) {
  const take = useCommand({
    run: (http, seen: number, key) => stepItemImport(http, agency, id, step, seen, key),
    changes: [itemImportsKey(agency), ["items", agency], ["catalogue", agency]],
    done: onClose,
  });
  const isGivenUp = step === "cancel" && state === "draft";
  const title = step === "undo" ? "撤销移入" : isGivenUp ? "放弃这次移入" : "停止移入";
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={title}
      danger
      fault={take.error}
      isSending={take.isPending}
      onConfirm={() => take.mutate(version)}
      onClose={onClose}
    >
      {step === "undo" ? (
        <p>
          将收回所移入的 {imported} 条信息，公众页面、检索和目录中不再有这些信息，原网站不受影响。移入后已经更正、撤回或者关联过的保留不动。
        </p>
      ) : (
        <p>{isGivenUp ? "上传的文件将被删除，没有移入任何信息。" : "已经移入的信息保留，其余的行不再处理。"}</p>
      )}
    </ConfirmDialog>
  );
}
