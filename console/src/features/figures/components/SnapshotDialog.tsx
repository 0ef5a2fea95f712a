import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { figuresKey, takeSnapshot } from "../api/figures.ts";

interface SnapshotDialogProps {
  readonly agency: string;
  readonly year: number;
  /** 0 for the first. */
  readonly version: number;
  readonly onClose: () => void;
}

/** Fixes the figures as they are published. */
export function SnapshotDialog({ agency, year, version, onClose }: SnapshotDialogProps) {
  const take = useCommand({
    run: (http, seen: number, key) => takeSnapshot(http, agency, year, seen, key),
    changes: [figuresKey(agency)],
    done: onClose,
  });
  return (
    <ConfirmDialog
      title={`固定${year}年度公布的数字`}
      confirmLabel="固定公布数字"
      fault={take.error}
      isSending={take.isPending}
      onConfirm={() => take.mutate(version)}
      onClose={onClose}
    >
      <p>
        把现在推算的表三、表四作为{year}年度报告公布的数字保存下来。以后补记的案件不会改动公布的数字，差异会在这一页列出；
        {year + 1}年的“上年结转”与这里的“结转下年度”核对。
      </p>
      {version === 0 ? null : <p>已经固定过一次：再次固定将以现在的数字为公布的数字，先前的数字留在账本中。</p>}
    </ConfirmDialog>
  );
}
