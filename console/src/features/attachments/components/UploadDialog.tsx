import type { AddCaseFiles, KeptAttachment } from "@gongkai/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Radio } from "antd";
import { useState } from "react";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { ProblemError, sayProblem } from "../../../lib/problem.ts";
import { saySize } from "../../../lib/say-size.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { addCaseFiles, caseFilesKey, uploadFile } from "../api/case-files.ts";

interface UploadDialogProps {
  readonly agency: string;
  readonly application: string;
  /** Version of the case as the page shows it. */
  readonly version: number;
  readonly mostMegabytes: number | undefined;
  readonly onClose: () => void;
  readonly onDone: (count: number) => void;
}

const ACCEPTED = ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx,.doc,.xls,.wps,.et,.txt";
const OWNERS = [
  { value: "office", label: "本机关的材料" },
  { value: "applicant", label: "申请人或者第三方提交的材料（加密保存，下载留下记录）" },
] as const;

/** Files are taken in one by one and looked through for what does not show; then they are put to the case together. */
export function UploadDialog({ agency, application, version, mostMegabytes = 20, onClose, onDone }: UploadDialogProps) {
  const http = useHttp();
  const cache = useQueryClient();
  const caseKey = ["application", agency, application];
  const [belongsTo, setBelongsTo] = useState<"office" | "applicant">("office");
  const [kept, setKept] = useState<readonly KeptAttachment[]>([]);
  const [waiting, setWaiting] = useState("");
  const [faults, setFaults] = useState<readonly string[]>([]);
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
  const take = async (files: readonly File[]) => {
    setFaults([]);
    for (const file of files) {
      setWaiting(file.name);
      try {
        if (file.size > mostMegabytes * 1024 * 1024) throw new RangeError(`超过 ${mostMegabytes} MB，请压缩或者拆分后再上传。`);
        const one = await uploadFile(http, agency, file, belongsTo);
        setKept((before) => [...before.filter(({ sha256 }) => sha256 !== one.sha256), one]);
      } catch (fault) {
        const why = fault instanceof RangeError ? fault.message : sayProblem(fault);
        setFaults((before) => [...before, `《${file.name}》没有上传：${why}`]);
      }
    }
    setWaiting("");
  };
  return (
    <Dialog title="上传附件" onClose={onClose}>
      {faults.length === 0 && !add.isError ? null : (
        <div className="error-summary" role="alert">
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
          {add.isError ? <p>{sayProblem(add.error)}</p> : null}
        </div>
      )}
      <fieldset className="rows">
        <legend>谁的材料</legend>
        <Radio.Group
          value={belongsTo}
          disabled={kept.length > 0}
          options={[...OWNERS]}
          onChange={({ target }) => setBelongsTo(target.value === "applicant" ? "applicant" : "office")}
        />
      </fieldset>
      <div className="field">
        <label htmlFor="case-file">选择文件（可以多选）</label>
        <div className="field-help" id="case-file-help">
          PDF、图片（JPG、PNG、TIFF）、Word、Excel、WPS、纯文本，每个不超过 {mostMegabytes} MB。按文件内容识别类型，含有宏的不接收。
        </div>
        <input
          id="case-file"
          type="file"
          multiple
          accept={ACCEPTED}
          aria-describedby="case-file-help"
          disabled={waiting !== ""}
          onChange={({ target }) => {
            void take([...(target.files ?? [])]);
            target.value = "";
          }}
        />
        <span role="status">{waiting === "" ? "" : `正在上传、检查《${waiting}》…`}</span>
      </div>
      {kept.length === 0 ? null : (
        <ul className="plain rows" aria-label="将要列入案件的文件">
          {kept.map((one) => (
            <KeptFile key={one.sha256} file={one} onRemove={() => setKept((before) => before.filter((other) => other !== one))} />
          ))}
        </ul>
      )}
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
          disabled={kept.length === 0 || waiting !== ""}
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

function KeptFile({ file: { name, size, findings }, onRemove }: { readonly file: KeptAttachment; readonly onRemove: () => void }) {
  return (
    <li>
      {name} <small>{saySize(size)}</small>
      {findings.length === 0 ? (
        <Mark tone="fine">没有发现隐藏内容</Mark>
      ) : (
        <>
          <Mark tone="warning">有隐藏内容，请核对</Mark>
          <ul>
            {findings.map(({ rule, message }) => (
              <li key={`${rule}${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
      <Button size="small" onClick={onRemove} aria-label={`移除 ${name}`}>
        移除
      </Button>
    </li>
  );
}
