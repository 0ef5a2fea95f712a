import { useRef, useState } from "preact/hooks";
import { collectChosen, collectDropped } from "../../check-up/collect-files.ts";

/** What the file fields offer first; a file of another kind may still be chosen, and is then refused with a reason. */
export const READABLE_KINDS = ".docx,.doc,.wps,.pdf,.xlsx,.html,.htm,.mht,.mhtml,.eml,.md,.txt,.csv";

export interface FilePickerProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSample: () => void;
}

/** Choosing files, a folder, or dropping either; for those who only look around, a sample. */
export function FilePicker({ onFiles, onSample }: FilePickerProps) {
  const [isOver, setOver] = useState(false);
  const [remark, setRemark] = useState("");
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);

  function take(files: readonly File[]): void {
    setRemark(files.length === 0 ? "没有找到可以读取的报告文件（docx、doc、wps、pdf、xlsx、html、mht、md、txt）。" : "");
    if (files.length > 0) onFiles(files);
  }

  function takeChosen(input: HTMLInputElement, fromFolder: boolean): void {
    take(collectChosen(input.files ?? [], { fromFolder }));
    input.value = ""; // the same file may be chosen again after it was corrected
  }

  return (
    <div
      class={`file-picker${isOver ? " file-picker--over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer !== null) void collectDropped(event.dataTransfer).then(take);
      }}
    >
      <p class="file-picker__invitation">把年度报告拖到这里，可以一次拖入多个文件或整个文件夹</p>
      <div class="file-picker__buttons">
        <button type="button" class="button" onClick={() => fileInput.current?.click()}>
          选择文件
        </button>
        <button type="button" class="button button--secondary" onClick={() => folderInput.current?.click()}>
          选择文件夹
        </button>
        <button type="button" class="button button--secondary" onClick={onSample}>
          试一份样例
        </button>
      </div>
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        accept={READABLE_KINDS}
        aria-label="选择年度报告文件"
        data-picker="files"
        onChange={(event) => takeChosen(event.currentTarget, false)}
      />
      <input
        ref={folderInput}
        type="file"
        hidden
        aria-label="选择年度报告文件夹"
        onChange={(event) => takeChosen(event.currentTarget, true)}
        // Not yet in the types, in every browser since 2015.
        {...{ webkitdirectory: true }}
      />
      <p class="file-picker__kinds">支持 docx、doc、wps、pdf、xlsx、html、mht、md、txt。</p>
      <p class="file-picker__remark" role="alert">
        {remark}
      </p>
    </div>
  );
}
