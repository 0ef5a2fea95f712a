import { useState } from "react";
import { sayProblem } from "../../../lib/problem.ts";
import { Field } from "../../../ui/Field.tsx";
import { useUploads } from "../api/upload.ts";
import { isEmptyHtml } from "../clean-html.ts";
import { BodyEditor } from "./BodyEditor.tsx";
import type { FieldsProps } from "./form-props.ts";

interface BodyFieldProps extends FieldsProps {
  readonly agency: string;
  /** Counts the times the body was put there by other means than typing. */
  readonly revision: number;
  readonly onReplace: (change: FieldsProps["onChange"] extends (change: infer Change) => void ? Change : never) => void;
}

/** The text: typed, pasted, or read out of a document. */
export function BodyField({ agency, revision, onReplace, entry, values, onChange }: BodyFieldProps) {
  const uploads = useUploads(agency);
  const [isReading, setReading] = useState(false);
  const [said, setSaid] = useState<readonly string[]>([]);
  const read = async (file: File) => {
    // oxlint-disable-next-line no-alert -- what is written is about to be replaced
    if (!isEmptyHtml(values.html) && !window.confirm("导入会替换现在的正文。确定导入吗？")) return;
    setReading(true);
    try {
      const { title, html, notes } = await uploads.readBody(file);
      onReplace({ html, ...(values.title === "" && title !== null ? { title } : {}) });
      setSaid([`已从《${file.name}》导入文字和表格，请核对；图片请用“插入图片”加入。`, ...notes]);
    } catch (fault) {
      setSaid([`《${file.name}》没有导入：${sayProblem(fault)}`]);
    }
    setReading(false);
  };
  return (
    <fieldset className="rows">
      <legend>内容</legend>
      <div className="field">
        <label htmlFor="body-file">从文件导入正文</label>
        <div className="field-help">docx 最好；PDF、网页、纯文本也可以。旧格式（doc、wps）请另存为 docx，或者直接复制粘贴。</div>
        <input
          id="body-file"
          type="file"
          accept=".docx,.pdf,.html,.htm,.mht,.mhtml,.txt,.md"
          disabled={isReading}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void read(file);
            target.value = "";
          }}
        />
        <div role="status">{isReading ? "正在读取…" : said.map((line) => <p key={line}>{line}</p>)}</div>
      </div>
      <Field entry={entry} name="html" required help="可以从 Word、WPS 直接复制粘贴：保留标题、表格、编号，去除字体和颜色。">
        {(control) => (
          <BodyEditor
            agency={agency}
            control={control}
            label="正文"
            html={values.html}
            revision={revision}
            onChange={(html) => onChange({ html })}
          />
        )}
      </Field>
    </fieldset>
  );
}
