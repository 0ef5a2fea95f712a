import type { ItemPage } from "@gongkai/server/contract";
import { Mark } from "../../../ui/Mark.tsx";
import { reviewFormAddress } from "../api/items.ts";
import { reviewStepsOf, type StepState } from "../standing.ts";
import { sayRole } from "../words.ts";

const STEP_WORDS = { done: "已同意", now: "正在审查", later: "未到" } as const satisfies Record<StepState, string>;

interface ReviewPanelProps {
  readonly agency: string;
  readonly page: ItemPage;
  readonly deputyRoles: ReadonlySet<string>;
}

/** The chain of review as steps: who has signed, whose turn it is; and whether the person acts as B of a post. */
export function ReviewPanel({ agency, page, deputyRoles }: ReviewPanelProps) {
  const steps = reviewStepsOf(page);
  const wasSubmitted = page.timeline.some(({ type }) => type === "submitted");
  return (
    <section className="panel" aria-labelledby="review-title">
      <h2 id="review-title">审查</h2>
      {steps.length === 0 ? (
        <p>还没有送审。审查由本机关设定的程序逐级办理，前一道没有同意，不到后一道；全部同意后才能发布。</p>
      ) : (
        <ol className="item-steps">
          {steps.map(({ role, state, by, on, opinion }, index) => (
            <li key={`${role}-${index}`} className={`step-${state}`} {...(state === "now" ? { "aria-current": "step" } : {})}>
              <strong>{sayRole(role)}</strong>
              <span>{STEP_WORDS[state]}</span>
              {state === "now" && deputyRoles.has(role) ? <Mark tone="notice">您以B岗代行</Mark> : null}
              {by === undefined && opinion === undefined ? null : (
                <small>
                  {on} {by}：{opinion}
                </small>
              )}
            </li>
          ))}
        </ol>
      )}
      {wasSubmitted ? (
        <p className="review-form-links">
          保密审查表：
          <a href={reviewFormAddress(agency, page.item.id, "pdf")} download>
            下载 PDF
          </a>
          <a href={reviewFormAddress(agency, page.item.id, "docx")} download>
            下载 Word
          </a>
        </p>
      ) : null}
    </section>
  );
}
