import type { Report } from "@gongkai/annual-report";
import { useState } from "preact/hooks";
import { READABLE_KINDS } from "../file-picker/file-picker.tsx";

export interface PreviousReportProps {
  readonly previous: Report | undefined;
  readonly name: string;
  /** Reads the file and takes it up; gives the reason where it could not be read. */
  readonly onFile: (file: File) => Promise<string | undefined>;
  readonly onRemove: () => void;
  readonly onCompare: () => void;
}

/** Last year's report, for the rules that reach from one year to the next and the figures beside each cell. */
export function PreviousReport({ previous, name, onFile, onRemove, onCompare }: PreviousReportProps) {
  const [remark, setRemark] = useState("");
  return (
    <section class="previous-report" aria-labelledby={`${name}-previous-heading`}>
      <h3 id={`${name}-previous-heading`}>与上年报告衔接</h3>
      <label for="previous-report">选择上一年度的报告，检查上年结转等跨年关系，并在每格下面显示上年数字</label>
      <input
        id="previous-report"
        type="file"
        accept={READABLE_KINDS}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file === undefined) return;
          setRemark("正在读取…");
          void onFile(file).then((reason) => setRemark(reason ?? ""));
        }}
      />
      <p role="status" class="previous-report__remark">
        {remark}
      </p>
      {previous === undefined ? null : (
        <p>
          已加入：{previous.title ?? previous.file ?? "上年报告"}{" "}
          <button type="button" class="link-button" onClick={onCompare}>
            两年逐格对比
          </button>{" "}
          <button type="button" class="link-button" onClick={onRemove}>
            移除
          </button>
        </p>
      )}
    </section>
  );
}
