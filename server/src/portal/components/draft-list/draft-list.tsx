import { useState } from "preact/hooks";
import { sayTime } from "../../check-up/browser-clock.ts";
import type { KeptDraft } from "../../check-up/draft/draft-store.ts";

export interface DraftListProps {
  readonly kept: readonly KeptDraft[];
  /** Id of the draft that is looked at. */
  readonly shown?: string | undefined;
  readonly onTake: (kept: KeptDraft) => void;
  /** Forgets one draft, or all of them. */
  readonly onForget: (id?: string) => void;
}

/** The drafts this browser keeps, and the way to be rid of them. */
export function DraftList({ kept, shown, onTake, onForget }: DraftListProps) {
  const [isAsking, setAsking] = useState(false);
  if (kept.length === 0) return null;
  return (
    <section class="draft-list" aria-labelledby="draft-list-heading">
      <h2 id="draft-list-heading">本机草稿（{kept.length}）</h2>
      <p class="draft-list__note">草稿只保存在这台电脑的这个浏览器里，不上传。在公用电脑上用完请清除。</p>
      <ul>
        {kept.map((one) => (
          <li class={one.id === shown ? "draft-list__item draft-list__item--shown" : "draft-list__item"}>
            <span class="draft-list__title">{one.title}</span>
            <span class="draft-list__time">{sayTime(one.savedAt)}</span>
            {one.id === shown ? (
              <span class="draft-list__shown">正在查看</span>
            ) : (
              <button type="button" class="link-button" aria-label={`继续 ${one.title}`} onClick={() => onTake(one)}>
                继续
              </button>
            )}
            <button type="button" class="link-button" aria-label={`删除草稿 ${one.title}`} onClick={() => onForget(one.id)}>
              删除
            </button>
          </li>
        ))}
      </ul>
      {isAsking ? (
        <p role="alert">
          将删除这个浏览器里的全部 {kept.length} 份草稿，不能恢复。{" "}
          <button
            type="button"
            class="button button--small"
            onClick={() => {
              setAsking(false);
              onForget();
            }}
          >
            确定清除
          </button>{" "}
          <button type="button" class="button button--quiet" onClick={() => setAsking(false)}>
            取消
          </button>
        </p>
      ) : (
        <button type="button" class="button button--quiet" onClick={() => setAsking(true)}>
          清除本机草稿
        </button>
      )}
    </section>
  );
}
