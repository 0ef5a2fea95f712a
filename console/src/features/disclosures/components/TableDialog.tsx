import { Button, InputNumber } from "antd";
import { useState } from "react";
import { Dialog } from "../../../ui/Dialog.tsx";

interface InsertProps {
  readonly onInsert: (html: string) => void;
  readonly onClose: () => void;
}

/** An empty table; its first row are headings. */
export function TableDialog({ onInsert, onClose }: InsertProps) {
  const [rows, setRows] = useState(3);
  const [columns, setColumns] = useState(3);
  const insert = () => {
    const row = (tag: "th" | "td") => `<tr>${`<${tag}><br></${tag}>`.repeat(columns)}</tr>`;
    onClose();
    onInsert(`<table><tbody>${row("th")}${row("td").repeat(Math.max(1, rows - 1))}</tbody></table><p><br></p>`);
  };
  return (
    <Dialog title="插入表格" onClose={onClose}>
      <p>也可以直接从 Word、WPS 或者 Excel 中复制表格粘贴进来。</p>
      <div className="field-row">
        <div className="field">
          <label htmlFor="table-rows">行数（含表头）</label>
          <InputNumber id="table-rows" min={2} max={100} value={rows} onChange={(value) => setRows(value ?? 3)} />
        </div>
        <div className="field">
          <label htmlFor="table-columns">列数</label>
          <InputNumber id="table-columns" min={1} max={20} value={columns} onChange={(value) => setColumns(value ?? 3)} />
        </div>
      </div>
      <div className="form-buttons">
        <Button type="primary" onClick={insert}>
          插入
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Dialog>
  );
}
