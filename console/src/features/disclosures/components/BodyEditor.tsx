import { Button } from "antd";
import { type ClipboardEvent, useEffect, useRef, useState } from "react";
import type { ControlProps } from "../../../ui/Field.tsx";
import { cleanHtml, countPicturesWithoutWords, paragraphsOf } from "../clean-html.ts";
import { itemFile } from "../api/items.ts";
import { PictureDialog } from "./PictureDialog.tsx";
import { TableDialog } from "./TableDialog.tsx";

interface BodyEditorProps {
  readonly agency: string;
  readonly control: ControlProps;
  readonly label: string;
  /** What it begins with; a later change of it is taken over only under another `revision`. */
  readonly html: string;
  readonly revision: number;
  readonly onChange: (html: string) => void;
}

const FORMATS = [
  { command: "formatBlock", value: "p", label: "正文" },
  { command: "formatBlock", value: "h2", label: "标题" },
  { command: "formatBlock", value: "h3", label: "小标题" },
  { command: "bold", label: "加粗" },
  { command: "insertUnorderedList", label: "项目符号" },
  { command: "insertOrderedList", label: "编号" },
  { command: "justifyCenter", label: "居中" },
  { command: "justifyLeft", label: "居左" },
  { command: "justifyRight", label: "居右" },
  { command: "undo", label: "撤销" },
  { command: "redo", label: "重做" },
] as const;

/** The text of an item, written or pasted. What is pasted loses fonts and colours and keeps headings, tables and lists. */
export function BodyEditor({ agency, control, label, html, revision, onChange }: BodyEditorProps) {
  const area = useRef<HTMLDivElement>(null);
  const place = useRef<Range | undefined>(undefined);
  const [remark, setRemark] = useState("");
  const [asking, setAsking] = useState<"picture" | "table" | undefined>(undefined);
  const [withoutWords, setWithoutWords] = useState(0);
  const show = (given: string) => cleanHtml(given, (sha256) => itemFile(agency, sha256));

  // React does not know what is typed: it writes the text only when another is to be shown.
  useEffect(() => {
    if (area.current === null) return;
    area.current.innerHTML = show(html).html;
    document.execCommand("defaultParagraphSeparator", false, "p");
    setWithoutWords(countPicturesWithoutWords(html));
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [revision]);

  const read = () => {
    const written = cleanHtml(area.current?.innerHTML ?? "").html;
    setWithoutWords(countPicturesWithoutWords(written));
    onChange(written);
  };
  const format = (command: string, value?: string) => {
    area.current?.focus();
    document.execCommand("styleWithCSS", false, "false");
    // Deprecated, but the one way with an undo that every browser keeps.
    document.execCommand(command, false, value);
    read();
  };
  const insert = (inserted: string) => {
    area.current?.focus();
    const selection = window.getSelection();
    if (place.current !== undefined && selection !== null) {
      selection.removeAllRanges();
      selection.addRange(place.current);
    }
    document.execCommand("insertHTML", false, inserted);
    read();
  };
  const ask = (what: "picture" | "table") => {
    const selection = window.getSelection();
    const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    place.current = range !== undefined && area.current?.contains(range.startContainer) === true ? range : undefined;
    setAsking(what);
  };
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const pasted = event.clipboardData.getData("text/html");
    const { html: clean, lostPictures } = show(pasted === "" ? paragraphsOf(event.clipboardData.getData("text/plain")) : pasted);
    event.preventDefault();
    document.execCommand("insertHTML", false, clean);
    read();
    setRemark(
      `已粘贴${pasted === "" ? "" : "，字体、颜色等格式已去除"}。${lostPictures === 0 ? "" : `有 ${lostPictures} 张图片浏览器不能读取，请用“插入图片”重新加入。`}`,
    );
  };
  const { status: _status, ...given } = control;
  return (
    <div className="editor">
      <div className="editor-bar" role="group" aria-label="正文格式">
        {FORMATS.map(({ command, label: words, ...rest }) => (
          <button
            key={words}
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => format(command, "value" in rest ? rest.value : undefined)}
          >
            {words}
          </button>
        ))}
        <button type="button" onClick={() => ask("table")}>
          插入表格
        </button>
        <button type="button" onClick={() => ask("picture")}>
          插入图片
        </button>
      </div>
      <div
        {...given}
        ref={area}
        className="editor-area item-text"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline
        aria-label={label}
        onInput={read}
        onPaste={paste}
        onDrop={(event) => event.preventDefault()}
      />
      <p role="status" className={remark === "" ? "visually-hidden" : "editor-remark"}>
        {remark}
      </p>
      {withoutWords === 0 ? null : (
        <p className="notice">
          有 {withoutWords} 张图片没有替代文字，看不见图片的人不知道内容。{" "}
          <Button size="small" onClick={() => describePictures(area.current, read)}>
            逐张填写
          </Button>
        </p>
      )}
      {asking === "picture" ? <PictureDialog onClose={() => setAsking(undefined)} onInsert={insert} /> : null}
      {asking === "table" ? <TableDialog onClose={() => setAsking(undefined)} onInsert={insert} /> : null}
    </div>
  );
}

/** Asks for the words of each picture that has none; the browser's own question is enough for one line. */
function describePictures(area: HTMLElement | null, done: () => void): void {
  for (const picture of area?.querySelectorAll("img") ?? []) {
    if (picture.alt.trim() !== "") continue;
    picture.scrollIntoView({ block: "center" });
    // oxlint-disable-next-line no-alert -- one line of text for the picture in sight
    const words = window.prompt("这张图片说的是什么？（例如：2026年全镇道路养护计划示意图）");
    if (words === null) break;
    picture.alt = words.trim();
  }
  done();
}
