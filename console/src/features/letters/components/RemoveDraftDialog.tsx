import type { ListedLetter } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { lettersKey, removeLetter } from "../api/letters.ts";

interface RemoveDraftDialogProps {
  readonly agency: string;
  readonly application: string;
  readonly letter: ListedLetter;
  readonly onClose: () => void;
}

/** Removes a draft, with the files kept for it. */
export function RemoveDraftDialog({ agency, application, letter, onClose }: RemoveDraftDialogProps) {
  const remove = useCommand({
    run: (http, version: number, key) => removeLetter(http, agency, application, letter.id, version, key),
    changes: [lettersKey(agency, application)],
    done: onClose,
  });
  return (
    <ConfirmDialog
      title={`删除《${letter.title}》草稿`}
      confirmLabel="删除草稿"
      danger
      fault={remove.error}
      isSending={remove.isPending}
      onConfirm={() => remove.mutate(letter.version)}
      onClose={onClose}
    >
      <p>草稿的内容和随草稿保存的文件一并删除，不能恢复。已经列入案件的文件不受影响。</p>
    </ConfirmDialog>
  );
}
