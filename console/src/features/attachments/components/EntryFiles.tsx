import { useId, useState } from "react";
import type { EntryFilesProps } from "../../../lib/use-entry-files.ts";
import { FileChooser } from "./FileChooser.tsx";
import { OwnerField } from "./OwnerField.tsx";

/** Files that go with a form: taken in at once, named by the form when it is sent. */
export function EntryFiles({
  agency,
  title = "附件",
  help,
  owner,
  isOwnerKnown,
  isOpen,
  files,
  fetchable,
  onChange,
  onBusy,
}: EntryFilesProps) {
  const [belongsTo, setBelongsTo] = useState(owner);
  const id = useId();
  return (
    <details className="rows" {...(isOpen ? { open: true } : {})}>
      <summary id={id}>
        <strong>{title}</strong>
        <span className="field-optional">（选填）</span>
        {files.length === 0 ? "" : ` 已选 ${files.length} 个`}
      </summary>
      <div role="group" aria-labelledby={id}>
        <p>
          {help}
          {isOwnerKnown && owner === "applicant" ? "文件加密保存，下载留下记录。" : ""}
        </p>
        {isOwnerKnown ? null : <OwnerField value={belongsTo} isSettled={files.length > 0} onChange={setBelongsTo} />}
        <FileChooser
          agency={agency}
          belongsTo={belongsTo}
          files={files}
          fetchable={fetchable}
          listLabel={title === "附件" ? "随本表提交的文件" : title}
          onChange={onChange}
          onBusy={onBusy}
        />
      </div>
    </details>
  );
}
