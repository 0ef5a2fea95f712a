import type { ListedLetter } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ProblemError } from "../../../lib/problem.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { issueLetter, lettersKey } from "../api/letters.ts";

interface IssueDialogProps {
  readonly agency: string;
  readonly application: string;
  readonly letter: ListedLetter;
  readonly onClose: () => void;
}

/** Sends out a letter that no act sends. */
export function IssueDialog({ agency, application, letter, onClose }: IssueDialogProps) {
  const issue = useCommand({
    run: (http, version: number, key) => issueLetter(http, agency, application, letter.id, version, key),
    changes: [lettersKey(agency, application), ["application", agency, application]],
    done: onClose,
  });
  const lacks = issue.error instanceof ProblemError ? issue.error.issues : [];
  return (
    <ConfirmDialog
      title={`发出《${letter.title}》`}
      confirmLabel="编号发出"
      fault={issue.error}
      isSending={issue.isPending}
      onConfirm={() => issue.mutate(letter.version)}
      onClose={onClose}
    >
      {lacks.length === 0 ? null : (
        <ul>
          {lacks.map(({ path, message }) => (
            <li key={`${path}-${message}`}>{message}</li>
          ))}
        </ul>
      )}
      <p>发出后给予文号，内容固定并留下哈希值，不能再修改。随办理事项发出的文书，请在“可以办理”中办理相应事项。</p>
    </ConfirmDialog>
  );
}
