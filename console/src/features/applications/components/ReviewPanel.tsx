import type { ApplicationPage } from "@gongkai/server/contract";
import { Button, Input } from "antd";
import { useState } from "react";
import { useCommand } from "../../../lib/api.tsx";
import { sayProblem } from "../../../lib/problem.ts";
import { caseKey, reviewDraft } from "../api/case.ts";
import { applicationsKey } from "../api/list-applications.ts";
import { reviewSteps } from "../review-steps.ts";
import { sayRole } from "../words.ts";
import { ReleasedFiles } from "./ReleasedFiles.tsx";

const STEP_WORDS = { done: "已同意", now: "正在办理", later: "未到" } as const;

/** The chain the draft goes through, who has said what, and the field of whoever's turn it is. */
export function ReviewPanel({ agency, page }: { readonly agency: string; readonly page: ApplicationPage }) {
  const { review, application } = page;
  const [opinion, setOpinion] = useState("");
  const pass = useCommand({
    run: (http, body: { version: number; opinion: string }, key) => reviewDraft(http, agency, application.id, body, key),
    changes: [caseKey(agency, application.id), applicationsKey(agency), ["today", agency]],
    done: () => setOpinion(""),
  });
  if (review === null) return null;
  const steps = reviewSteps(page);
  const isLast = review.step >= review.chain.length - 1;
  return (
    <section className="panel">
      <h2>审核</h2>
      <ol className="review-steps">
        {steps.map(({ role, state, actor, opinion: said, on }, index) => (
          <li key={`${role}-${index}`} className={`review-${state}`} {...(state === "now" ? { "aria-current": "step" } : {})}>
            <strong>{sayRole(role)}</strong>
            <span>{index === steps.length - 1 && state !== "done" ? (state === "now" ? "待签发" : "签发") : STEP_WORDS[state]}</span>
            {actor === undefined ? null : (
              <small>
                {on} {actor}
                {said === "" ? "" : `：${said}`}
              </small>
            )}
          </li>
        ))}
      </ol>
      <ReleasedFiles title="答复送达后提供给申请人的文件，请一并审核（在“附件”中下载）" page={page} stages={["drafted"]} />
      {review.mayReview && !isLast ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            pass.mutate({ version: application.version, opinion: opinion.trim() });
          }}
        >
          {pass.isError ? (
            <div className="error-summary" role="alert">
              <p>{sayProblem(pass.error)}</p>
            </div>
          ) : null}
          <div className="field">
            <label htmlFor="opinion">
              审核意见<span className="field-optional">（选填）</span>
            </label>
            <Input.TextArea id="opinion" rows={2} maxLength={2000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
          </div>
          <Button type="primary" htmlType="submit" loading={pass.isPending}>
            同意，送{sayRole(review.chain[review.step + 1] ?? "")}
          </Button>
        </form>
      ) : (
        <p>{review.whyNot ?? (review.mayReview ? "这是最后一道程序，请在上面“可以办理”中签发或者退回。" : "")}</p>
      )}
    </section>
  );
}
