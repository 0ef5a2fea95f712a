import type { ComponentChildren } from "preact";
import type { Draft } from "../../check-up/draft/draft.ts";
import type { DraftAct } from "../../check-up/draft/change-draft.ts";
import type { Saving } from "../../check-up/draft/use-drafts.ts";

export interface DraftBarProps {
  readonly draft: Pick<Draft, "past" | "future" | "work">;
  readonly saving: Saving;
  /** What is left to do, e.g. 还有2处错误。 */
  readonly status: string;
  readonly isFine: boolean;
  readonly change: (act: DraftAct) => void;
  readonly onSettle: (choice: "mine" | "theirs") => void;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

const SAVING_WORDS = {
  untouched: "",
  waiting: "正在保存草稿…",
  saved: "草稿已存在本机浏览器",
  "changed-elsewhere": "",
  unavailable: "浏览器不允许保存草稿（可能是无痕模式），刷新后改动会丢失，请及时下载。",
  full: "浏览器存储空间已满，改动没有存下，请下载后清除旧草稿。",
} as const satisfies Record<Saving, string>;

/** What is left to do, undo and redo, how the draft is kept; stays in sight while the form scrolls. */
export function DraftBar({ draft, saving, status, isFine, change, onSettle, children }: DraftBarProps) {
  const { past, future, work } = draft;
  const edited = Object.keys(work.cells).length;
  const undoing = past.at(-1)?.label;
  const redoing = future.at(-1)?.label;
  return (
    <div class="draft-bar">
      <p class={`draft-bar__status${isFine ? " draft-bar__status--fine" : ""}`}>
        {/* Told again after every correction. */}
        <span role="status" aria-atomic="true">
          {status}
        </span>
        {edited === 0 ? null : <span class="draft-bar__edited"> 改动 {edited} 格</span>}
      </p>
      <div class="draft-bar__acts" role="group" aria-label="修改">
        <button
          type="button"
          class="button button--quiet"
          aria-disabled={undoing === undefined}
          title={undoing === undefined ? "没有可撤销的操作" : `撤销：${undoing}（Ctrl+Z）`}
          onClick={() => change({ type: "undo" })}
        >
          撤销
        </button>
        <button
          type="button"
          class="button button--quiet"
          aria-disabled={redoing === undefined}
          title={redoing === undefined ? "没有可重做的操作" : `重做：${redoing}（Ctrl+Y）`}
          onClick={() => change({ type: "redo" })}
        >
          重做
        </button>
        {children}
      </div>
      <p class={`draft-bar__saving draft-bar__saving--${saving}`}>{SAVING_WORDS[saving]}</p>
      {saving !== "changed-elsewhere" ? null : (
        <div class="draft-bar__conflict" role="alert">
          <p>这份草稿在另一个标签页里改过。为免互相覆盖，这里的改动暂不保存，请选择：</p>
          <button type="button" class="button button--small" onClick={() => onSettle("theirs")}>
            载入那边的草稿
          </button>
          <button type="button" class="button button--quiet" onClick={() => onSettle("mine")}>
            以这里的为准
          </button>
        </div>
      )}
    </div>
  );
}
