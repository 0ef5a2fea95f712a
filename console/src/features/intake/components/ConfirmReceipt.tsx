import type { IntakeEntry } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { confirmReceipt, intakeKey } from "../api/intake.ts";

interface ConfirmReceiptProps {
  readonly agency: string;
  readonly entry: IntakeEntry;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** Both sides have confirmed: today is the day of receipt, and the limit runs from tomorrow. */
export function ConfirmReceipt({ agency, entry, onClose, onDone }: ConfirmReceiptProps) {
  const confirm = useCommand({
    run: (http, _: undefined, key) => confirmReceipt(http, agency, entry, key),
    changes: [intakeKey(agency), ["applications", agency], ["application", agency, entry.id], ["today", agency]],
    done: ({ dueOn }) =>
      onDone(`回执号 ${entry.receiptNumber} 已确认收到${dueOn === null ? "" : `，最迟 ${dueOn} 答复`}。接着请登记编号。`),
  });
  return (
    <ConfirmDialog
      title="确认收到申请"
      confirmLabel="双方已确认"
      fault={confirm.error}
      isSending={confirm.isPending}
      onConfirm={() => confirm.mutate(undefined)}
      onClose={onClose}
    >
      <p>
        {entry.applicantName}：{entry.summary}
      </p>
      <p>请先与申请人联系（联系方式在案件页“查看申请人信息”）。今天为收到申请之日，自次日起计算20个工作日。</p>
    </ConfirmDialog>
  );
}
