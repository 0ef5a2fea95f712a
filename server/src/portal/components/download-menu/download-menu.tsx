import { useState } from "preact/hooks";
import type { FileFormat } from "../../../reports/index.ts";

const FORMATS = [
  { format: "docx", label: "Word 文档（docx）" },
  { format: "pdf", label: "PDF" },
  { format: "xlsx", label: "Excel 表格（xlsx）" },
  { format: "html", label: "网页（html）" },
  { format: "json", label: "数据（json）" },
  { format: "findings-xlsx", label: "核对发现表（Excel）" },
  { format: "findings-docx", label: "核对发现表（Word）" },
] as const satisfies readonly { format: FileFormat; label: string }[];

export type Downloaded = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: string };

/** Everything the report can be taken home as. The server sets the pages and keeps nothing. */
export function DownloadMenu({ download }: { download: (format: FileFormat) => Promise<Downloaded> }) {
  const [busy, setBusy] = useState<FileFormat | undefined>(undefined);
  const [remark, setRemark] = useState<{ text: string; isProblem: boolean }>({ text: "", isProblem: false });

  async function take(format: FileFormat): Promise<void> {
    if (busy !== undefined) return;
    setBusy(format);
    setRemark({ text: "正在排版…", isProblem: false });
    const downloaded = await download(format);
    setBusy(undefined);
    setRemark(downloaded.ok ? { text: `已下载：${downloaded.name}`, isProblem: false } : { text: downloaded.reason, isProblem: true });
  }

  return (
    <details
      class="download-menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary class="button button--small">下载</summary>
      <div class="download-menu__body">
        <ul>
          {FORMATS.map(({ format, label }) => (
            <li>
              <button type="button" class="link-button" aria-disabled={busy !== undefined} onClick={() => void take(format)}>
                {label}
                {busy === format ? "…" : ""}
              </button>
            </li>
          ))}
        </ul>
        <p class="download-menu__note">内容送服务器排版后即丢弃，不保存。</p>
        <p class={remark.isProblem ? "download-menu__problem" : "download-menu__remark"} role="status">
          {remark.text}
        </p>
      </div>
    </details>
  );
}
