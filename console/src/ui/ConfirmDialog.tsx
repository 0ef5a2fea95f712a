import { Button } from "antd";
import type { ReactNode } from "react";
import { sayProblem } from "../lib/problem.ts";
import { Dialog } from "./Dialog.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly fault: unknown;
  readonly isSending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What will follow. */
  readonly children: ReactNode;
}

/** Asks once more, and says what will follow. */
export function ConfirmDialog({ title, confirmLabel, danger = false, fault, isSending, onConfirm, onClose, children }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      {fault === null || fault === undefined ? null : (
        <div className="error-summary" role="alert">
          <p>{sayProblem(fault)}</p>
        </div>
      )}
      {children}
      <div className="form-buttons">
        <Button type="primary" danger={danger} loading={isSending} onClick={onConfirm}>
          {confirmLabel}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Dialog>
  );
}
