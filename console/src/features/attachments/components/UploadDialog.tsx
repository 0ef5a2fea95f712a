import type { AddCaseFiles, KeptAttachment } from "@gongkai/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useCommand } from "../../../lib/api.tsx";
import { ProblemError, sayProblem } from "../../../lib/problem.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { addCaseFiles, caseFilesKey } from "../api/case-files.ts";
import { FileChooser } from "./FileChooser.tsx";
import { type Owner, OwnerField } from "./OwnerField.tsx";

interface UploadDialogProps {
  readonly agency: string;
  readonly application: string;
  /** Version of the case as the page shows it. */
  readonly version: number;
  readonly mostMegabytes: number | undefined;
  readonly onClose: () => void;
  readonly onDone: (count: number) => void;
}

/** Files are taken in one by one and looked through for what does not show; then they are put to the case together. */
export function UploadDialog({ agency, application, version, mostMegabytes = 20, onClose, onDone }: UploadDialogProps) {
  const cache = useQueryClient();
  const caseKey = ["application", agency, application];
  const [belongsTo, setBelongsTo] = useState<Owner>("office");
  const [kept, setKept] = useState<readonly KeptAttachment[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [note, setNote] = useState("");
  const add = useCommand({
    run: async (to, body: AddCaseFiles, key) => {
      try {
        return await addCaseFiles(to, agency, application, body, key);
      } catch (fault) {
        // The page below learns the version that is there now, so that the next try is about that.
        if (fault instanceof ProblemError && fault.code === "changed-meanwhile") await cache.refetchQueries({ queryKey: caseKey });
        throw fault;
      }
    },
    changes: [caseFilesKey(agency, application), caseKey],
    done: (_answer, { documents }) => onDone(documents.length),
  });
  return (
    <Dialog title="上传附件" onClose={onClose}>
      {add.isError ? (
        <div className="error-summary" role="alert">
          <p>{sayProblem(add.error)}</p>
        </div>
      ) : null}
      <fieldset className="rows">
        <legend>谁的材料</legend>
        <OwnerField value={belongsTo} isSettled={kept.length > 0} onChange={setBelongsTo} />
      </fieldset>
      <FileChooser
        agency={agency}
        belongsTo={belongsTo}
        files={kept}
        mostMegabytes={mostMegabytes}
        listLabel="将要列入案件的文件"
        onChange={setKept}
        onBusy={setBusy}
      />
      <div className="field">
        <label htmlFor="case-file-note">
          说明<span className="field-optional">（选填）</span>
        </label>
        <div className="field-help" id="case-file-note-help">
          写入办理记录，如“检索记录”“送达回执”。不要写个人信息。
        </div>
        <Input
          id="case-file-note"
          aria-describedby="case-file-note-help"
          maxLength={200}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      <div className="form-buttons">
        <Button
          type="primary"
          disabled={kept.length === 0 || isBusy}
          loading={add.isPending}
          onClick={() => add.mutate({ version, documents: kept.map(({ sha256 }) => sha256), note: note.trim() })}
        >
          列入案件
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Dialog>
  );
}
