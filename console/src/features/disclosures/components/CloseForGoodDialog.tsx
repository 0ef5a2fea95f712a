import type { ReactNode } from "react";
import { useCommand } from "../../../lib/api.tsx";
import type { Http } from "../../../lib/http.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";

interface CloseForGoodDialogProps {
  /** What is closed, as it is called. */
  readonly name: string;
  readonly close: (http: Http, key: string) => Promise<unknown>;
  readonly changes: readonly (readonly unknown[])[];
  readonly onClose: () => void;
  /** What follows from it. */
  readonly children: ReactNode;
}

/** 停用: an entry of the catalogue or a rule of the office that is not taken up again. */
export function CloseForGoodDialog({ name, close, changes, onClose, children }: CloseForGoodDialogProps) {
  const closing = useCommand({ run: (http, _body: null, key) => close(http, key), changes: [...changes], done: onClose });
  return (
    <ConfirmDialog
      title={`停用${name}`}
      confirmLabel="停用"
      danger
      fault={closing.error}
      isSending={closing.isPending}
      onConfirm={() => closing.mutate(null)}
      onClose={onClose}
    >
      {children}
    </ConfirmDialog>
  );
}
