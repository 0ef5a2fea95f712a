import { useQuery } from "@tanstack/react-query";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { agencyQuery, closeAgency, TREE_KEY } from "../api/agencies.ts";

/** Marks an organ as abolished; it keeps its past. */
export function CloseAgencyDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const agency = useQuery(agencyQuery(useHttp(), code));
  const close = useCommand({
    run: (http, { version }: { readonly version: number }, key) => closeAgency(http, code, { version }, key),
    changes: [TREE_KEY],
    done: onClose,
  });
  return (
    <ConfirmDialog
      title={`撤销机关：${agency.data?.name ?? ""}`}
      confirmLabel="撤销"
      danger
      fault={close.error ?? agency.error}
      isSending={close.isPending || agency.isPending}
      onConfirm={() => (agency.data === undefined ? undefined : close.mutate({ version: agency.data.version }))}
      onClose={onClose}
    >
      <p>撤销自今天起生效。此后不能在该机关办理新事项，以往的办理记录、公开信息和年度报告都保留并可以查阅。</p>
    </ConfirmDialog>
  );
}
