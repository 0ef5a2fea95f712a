import type { KeptAttachment } from "@gongkai/server/contract";
import { useId, useState } from "react";
import { FileChooser } from "./FileChooser.tsx";
import { type Owner, OwnerField } from "./OwnerField.tsx";

interface EntryFilesProps {
  readonly agency: string;
  /** Which files are meant. */
  readonly help: string;
  /** Whose the files usually are here. */
  readonly owner: Owner;
  /** Whether they can be nobody else's: then it is not asked. */
  readonly isOwnerKnown: boolean;
  readonly isOpen: boolean;
  readonly files: readonly KeptAttachment[];
  readonly onChange: (change: (before: readonly KeptAttachment[]) => readonly KeptAttachment[]) => void;
  readonly onBusy: (isBusy: boolean) => void;
}

/** Files that go with a form: taken in at once, named by the form when it is sent. */
export function EntryFiles({ agency, help, owner, isOwnerKnown, isOpen, files, onChange, onBusy }: EntryFilesProps) {
  const [belongsTo, setBelongsTo] = useState(owner);
  const id = useId();
  return (
    <details className="rows" {...(isOpen ? { open: true } : {})}>
      <summary id={id}>
        <strong>附件</strong>
        <span className="field-optional">（选填）</span>
        {files.length === 0 ? "" : ` 已选 ${files.length} 个`}
      </summary>
      <div role="group" aria-labelledby={id}>
        <p>
          {help}
          {isOwnerKnown && owner === "applicant" ? "文件加密保存，下载留下记录。" : ""}
        </p>
        {isOwnerKnown ? null : <OwnerField value={belongsTo} isSettled={files.length > 0} onChange={setBelongsTo} />}
        <FileChooser agency={agency} belongsTo={belongsTo} files={files} listLabel="随本表提交的文件" onChange={onChange} onBusy={onBusy} />
      </div>
    </details>
  );
}
