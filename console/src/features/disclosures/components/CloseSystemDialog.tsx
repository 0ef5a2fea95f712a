import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { closeSystem, type System, systemsKey } from "../api/catalogue.ts";

interface CloseSystemDialogProps {
  readonly agency: string;
  readonly known: System;
  readonly onClose: () => void;
}

export function CloseSystemDialog({ agency, known, onClose }: CloseSystemDialogProps) {
  const close = useCommand({
    run: (http, system: System, key) => closeSystem(http, agency, system.id, system.version, key),
    changes: [systemsKey(agency)],
    done: onClose,
  });
  return (
    <ConfirmDialog
      title={`停用《${known.title}》`}
      confirmLabel="停用"
      danger
      fault={close.error}
      isSending={close.isPending}
      onConfirm={() => close.mutate(known)}
      onClose={onClose}
    >
      <p>停用后公众不再看到这一制度，不能恢复。</p>
    </ConfirmDialog>
  );
}
