import type { CitizenPapers } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { openStatement } from "../api/intake.ts";

interface StatementDialogProps {
  readonly agency: string;
  readonly application: string;
  readonly statement: CitizenPapers["statements"][number];
  readonly onClose: () => void;
}

/** The words of a statement. Asks first: looking leaves a record. */
export function StatementDialog({ agency, application, statement, onClose }: StatementDialogProps) {
  const open = useCommand({ run: (http) => openStatement(http, agency, application, statement.id), changes: [] });
  const title = `${statement.kindWords}（${statement.givenOn}）`;
  if (open.data === undefined) {
    return (
      <ConfirmDialog
        title={title}
        confirmLabel="查看，并留下记录"
        fault={open.error}
        isSending={open.isPending}
        onConfirm={() => open.mutate(undefined)}
        onClose={onClose}
      >
        <p>陈述可能含有个人信息或者商业秘密，加密保存。查看的人、时间会记入审计。</p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="intake-said">{open.data.text === "" ? "（没有写文字）" : open.data.text}</p>
      <p>本次查看已经记录。</p>
    </Dialog>
  );
}
