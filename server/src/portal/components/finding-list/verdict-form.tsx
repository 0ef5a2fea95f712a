import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Verdict } from "../../check-up/draft/draft.ts";
import type { JudgedFinding } from "../../check-up/draft/judge-findings.ts";

export interface VerdictFormProps {
  readonly judged: JudgedFinding;
  readonly onJudge: (verdict: Verdict | undefined) => void;
}

const USUAL_REASONS = ["已核对台账，数据无误", "统计口径不同，已在文字中说明", "机构合并、新设或撤销", "上年报告已更正"];

/** 采纳, 不采纳 with a reason, 重新打开. A decision without a reason helps nobody who reads it next year. */
export function VerdictForm({ judged: { id, finding, verdict, isOutdated }, onJudge }: VerdictFormProps) {
  const [isAsking, setAsking] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = `reasons-${slug(id)}`;
  // Before the next key can come: a quick typist loses none.
  useLayoutEffect(() => {
    if (isAsking) field.current?.focus();
  }, [isAsking]);

  function close(): void {
    setAsking(false);
    setMissing(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  function dismiss(): void {
    const reason = field.current?.value.trim() ?? "";
    if (reason === "") {
      setMissing(true);
      field.current?.focus();
      return;
    }
    onJudge({ decision: "dismissed", reason, message: finding.message });
    close();
  }

  if (isAsking)
    return (
      <form
        class="verdict-form"
        onSubmit={(event) => {
          event.preventDefault();
          dismiss();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          close();
        }}
      >
        <label>
          不采纳的理由（必填，随草稿保存）
          <input
            ref={field}
            type="text"
            maxLength={200}
            list={listId}
            aria-invalid={isMissing}
            aria-describedby={isMissing ? `${listId}-missing` : undefined}
          />
        </label>
        <datalist id={listId}>
          {USUAL_REASONS.map((reason) => (
            <option value={reason} />
          ))}
        </datalist>
        {isMissing ? (
          <p class="verdict-form__missing" id={`${listId}-missing`}>
            请写明理由，例如“{USUAL_REASONS[0]}”。
          </p>
        ) : null}
        <button type="submit" class="button button--small">
          确定
        </button>
        <button type="button" class="button button--quiet" onClick={close}>
          取消
        </button>
      </form>
    );
  const about = `：规则 ${finding.rule}`;
  return (
    <p class="finding__acts">
      {verdict === undefined || isOutdated ? (
        <>
          <button
            type="button"
            class="link-button"
            aria-label={`采纳${about}`}
            onClick={() => onJudge({ decision: "accepted", reason: "", message: finding.message })}
          >
            采纳
          </button>
          <button ref={opener} type="button" class="link-button" aria-label={`不采纳${about}`} onClick={() => setAsking(true)}>
            不采纳…
          </button>
        </>
      ) : (
        <button ref={opener} type="button" class="link-button" aria-label={`重新打开${about}`} onClick={() => onJudge(undefined)}>
          重新打开
        </button>
      )}
    </p>
  );
}

function slug(text: string): string {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return (hash >>> 0).toString(36);
}
