import { CalendarContent } from "@gongkai/server/contract";
import { Button, Input } from "antd";
import { useState } from "react";
import { Dialog } from "../../../ui/Dialog.tsx";
import { parseYearJson } from "./year-draft.ts";

interface JsonDialogProps {
  readonly onRead: (content: CalendarContent) => void;
  readonly onClose: () => void;
}

/** Takes a year as JSON over into the form, where it is looked at before it is saved. */
export function JsonDialog({ onRead, onClose }: JsonDialogProps) {
  const [text, setText] = useState("");
  const [message, setMessage] = useState<string>();
  const take = () => {
    const parsed = parseYearJson(text);
    if (!parsed.ok) return setMessage(parsed.message);
    const read = CalendarContent.safeParse(parsed.value);
    if (read.success) onRead(read.data);
    else setMessage(`格式不对：${read.error.issues.map(({ path }) => path.join(".") || "整体").join("、")}。`);
  };
  return (
    <Dialog title="从 JSON 导入" onClose={onClose}>
      <p>粘贴一年的放假安排，格式与程序自带的年份相同（year、notices、holidays、workDays）。导入后先填入表格，不会直接保存。</p>
      <label htmlFor="calendar-json">JSON 内容</label>
      <Input.TextArea id="calendar-json" rows={10} value={text} onChange={({ target }) => setText(target.value)} spellCheck={false} />
      {message === undefined ? null : (
        <p className="field-error" role="alert">
          {message}
        </p>
      )}
      <div className="form-buttons">
        <Button type="primary" onClick={take}>
          填入表格
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Dialog>
  );
}
