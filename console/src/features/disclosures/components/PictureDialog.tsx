import { Button, Input } from "antd";
import { useState } from "react";
import { Dialog } from "../../../ui/Dialog.tsx";

interface InsertProps {
  readonly onInsert: (html: string) => void;
  readonly onClose: () => void;
}

const MOST_BYTES = 5 * 1024 * 1024;
const TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** A picture with the words for those who cannot see it; without them it is not put in. */
export function PictureDialog({ onInsert, onClose }: InsertProps) {
  const [file, setFile] = useState<File | undefined>(undefined);
  const [words, setWords] = useState("");
  const [fault, setFault] = useState("");
  const insert = async () => {
    if (file === undefined) return setFault("请选择图片。");
    if (!TYPES.includes(file.type)) return setFault("图片可以是 PNG、JPG、GIF、WebP。");
    if (file.size > MOST_BYTES) return setFault("图片不能超过 5 MB，请压缩后再插入。");
    if (words.trim() === "") return setFault("请填写替代文字。");
    const source = await readAsAddress(file);
    const image = document.createElement("img");
    image.alt = words.trim();
    image.src = source;
    onClose();
    onInsert(`<p>${image.outerHTML}</p>`);
  };
  return (
    <Dialog title="插入图片" onClose={onClose}>
      {fault === "" ? null : (
        <p className="field-error" role="alert">
          {fault}
        </p>
      )}
      <div className="field">
        <label htmlFor="picture-file">图片文件</label>
        <input id="picture-file" type="file" accept={TYPES.join(",")} onChange={({ target }) => setFile(target.files?.[0])} />
      </div>
      <div className="field">
        <label htmlFor="picture-words">替代文字</label>
        <div className="field-help" id="picture-help">
          写图片说的是什么，读屏软件会念给看不见的人听。表格、文件请不要用图片，直接粘贴文字。
        </div>
        <Input
          id="picture-words"
          aria-describedby="picture-help"
          maxLength={200}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <div className="form-buttons">
        <Button type="primary" onClick={() => void insert()}>
          插入
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Dialog>
  );
}

function readAsAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string)); // what readAsDataURL gives
    reader.addEventListener("error", () => reject(reader.error ?? new Error("unreadable")));
    reader.readAsDataURL(file);
  });
}
