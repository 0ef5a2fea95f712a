import type { CatalogueEntry } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { catalogueKey, closeEntry } from "../api/catalogue.ts";

interface CloseEntryDialogProps {
  readonly agency: string;
  readonly known: CatalogueEntry;
  readonly onClose: () => void;
}

export function CloseEntryDialog({ agency, known, onClose }: CloseEntryDialogProps) {
  const close = useCommand({
    run: (http, entry: CatalogueEntry, key) => closeEntry(http, agency, entry.id, entry.version, key),
    changes: [catalogueKey(agency)],
    done: onClose,
  });
  return (
    <ConfirmDialog
      title={`停用“${known.name}”`}
      confirmLabel="停用"
      danger
      fault={close.error}
      isSending={close.isPending}
      onConfirm={() => close.mutate(known)}
      onClose={onClose}
    >
      <p>停用后不能再归入新的信息，也不再列入公众看到的目录；已经公开的 {known.items} 条信息不受影响。停用不能撤销。</p>
    </ConfirmDialog>
  );
}
