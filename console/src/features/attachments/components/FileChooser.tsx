import type { KeptAttachment } from "@gongkai/server/contract";
import { Button } from "antd";
import { useId, useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { sayProblem } from "../../../lib/problem.ts";
import { saySize } from "../../../lib/say-size.ts";
import { Mark } from "../../../ui/Mark.tsx";
import { fileAddress, uploadFile } from "../api/case-files.ts";

interface FileChooserProps {
  readonly agency: string;
  readonly belongsTo: "office" | "applicant";
  readonly files: readonly KeptAttachment[];
  /** Which of them can be fetched already. */
  readonly fetchable?: readonly string[] | undefined;
  /** Left out where nobody has told how large a file may be: then the server says so. */
  readonly mostMegabytes?: number | undefined;
  /** What the list of files taken in is called. */
  readonly listLabel: string;
  readonly onChange: (change: (before: readonly KeptAttachment[]) => readonly KeptAttachment[]) => void;
  readonly onBusy: (isBusy: boolean) => void;
}

const ACCEPTED = ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx,.doc,.xls,.wps,.et,.txt";

/** Takes files in one by one and tells of each what does not show in it. Nobody can fetch them until an act or a draft names them. */
export function FileChooser({ agency, belongsTo, files, fetchable = [], mostMegabytes, listLabel, onChange, onBusy }: FileChooserProps) {
  const http = useHttp();
  const id = useId();
  const [waiting, setWaiting] = useState("");
  const [faults, setFaults] = useState<readonly string[]>([]);
  const take = async (chosen: readonly File[]) => {
    setFaults([]);
    onBusy(true);
    for (const file of chosen) {
      setWaiting(file.name);
      try {
        if (mostMegabytes !== undefined && file.size > mostMegabytes * 1024 * 1024)
          throw new RangeError(`超过 ${mostMegabytes} MB，请压缩或者拆分后再上传。`);
        const one = await uploadFile(http, agency, file, belongsTo);
        onChange((before) => [...before.filter(({ sha256 }) => sha256 !== one.sha256), one]);
      } catch (fault) {
        const why = fault instanceof RangeError ? fault.message : sayProblem(fault);
        setFaults((before) => [...before, `《${file.name}》没有上传：${why}`]);
      }
    }
    setWaiting("");
    onBusy(false);
  };
  return (
    <>
      {faults.length === 0 ? null : (
        <div className="error-summary" role="alert">
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </div>
      )}
      <div className="field">
        <label htmlFor={id}>选择文件（可以多选）</label>
        <div className="field-help" id={`${id}-help`}>
          PDF、图片（JPG、PNG、TIFF）、Word、Excel、WPS、纯文本{mostMegabytes === undefined ? "" : `，每个不超过 ${mostMegabytes} MB`}
          。按文件内容识别类型，含有宏的不接收。
        </div>
        <input
          id={id}
          type="file"
          multiple
          accept={ACCEPTED}
          aria-describedby={`${id}-help`}
          disabled={waiting !== ""}
          onChange={({ target }) => {
            void take([...(target.files ?? [])]);
            target.value = "";
          }}
        />
        <span role="status">{waiting === "" ? "" : `正在上传、检查《${waiting}》…`}</span>
      </div>
      {files.length === 0 ? null : (
        <ul className="plain rows" aria-label={listLabel}>
          {files.map((one) => (
            <KeptFile
              key={one.sha256}
              file={one}
              address={fetchable.includes(one.sha256) ? fileAddress(agency, one.sha256) : undefined}
              onRemove={() => onChange((before) => before.filter(({ sha256 }) => sha256 !== one.sha256))}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface KeptFileProps {
  readonly file: KeptAttachment;
  /** Undefined while it cannot be fetched. */
  readonly address: string | undefined;
  readonly onRemove: () => void;
}

function KeptFile({ file: { name, size, findings }, address, onRemove }: KeptFileProps) {
  return (
    <li>
      {address === undefined ? (
        name
      ) : (
        <a href={address} download>
          {name}
        </a>
      )}{" "}
      <small>{saySize(size)}</small>
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
