import { Button, Input } from "antd";
import { useState } from "react";
import { sayProblem } from "../../../lib/problem.ts";
import { saySize } from "../../../lib/say-size.ts";
import { Field } from "../../../ui/Field.tsx";
import { itemFile } from "../api/items.ts";
import { useUploads } from "../api/upload.ts";
import type { FieldsProps } from "./form-props.ts";

const ACCEPTED = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.txt";

/** Attachments: uploaded at once, named as the public will see them. */
export function AttachmentField({ agency, entry, values, onChange }: FieldsProps & { readonly agency: string }) {
  const uploads = useUploads(agency);
  const [waiting, setWaiting] = useState("");
  const [fault, setFault] = useState("");
  const { attachments } = values;
  const add = async (files: readonly File[]) => {
    setFault("");
    let all = attachments;
    for (const file of files) {
      setWaiting(file.name);
      try {
        const kept = await uploads.attach(file);
        if (!all.some(({ sha256 }) => sha256 === kept.sha256)) all = [...all, kept];
        onChange({ attachments: all });
      } catch (problem) {
        setFault(`《${file.name}》没有上传：${sayProblem(problem)}`);
      }
    }
    setWaiting("");
  };
  return (
    <Field
      entry={entry}
      name="attachments"
      help="PDF、docx、xlsx、JPG、PNG 和纯文本。筛查会检查附件的文字、隐藏的工作表、批注、修订痕迹和文件属性。"
    >
      {({ status: _status, ...control }) => (
        <>
          <ul className="plain attachments">
            {attachments.map(({ sha256, name, size }, index) => (
              <li key={sha256}>
                <Input
                  aria-label={`附件 ${index + 1} 的名称`}
                  value={name}
                  onChange={({ target }) =>
                    onChange({ attachments: attachments.map((one) => (one.sha256 === sha256 ? { ...one, name: target.value } : one)) })
                  }
                />
                <small>
                  {saySize(size)}　<a href={itemFile(agency, sha256)}>下载核对</a>
                </small>
                <Button
                  onClick={() => onChange({ attachments: attachments.filter((one) => one.sha256 !== sha256) })}
                  aria-label={`移除附件 ${name}`}
                >
                  移除
                </Button>
              </li>
            ))}
          </ul>
          <input
            {...control}
            type="file"
            multiple
            accept={ACCEPTED}
            disabled={waiting !== ""}
            onChange={({ target }) => {
              void add([...(target.files ?? [])]);
              target.value = "";
            }}
          />
          <span role="status">{waiting === "" ? "" : `正在上传《${waiting}》…`}</span>
          {fault === "" ? null : (
            <p className="field-error" role="alert">
              {fault}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
