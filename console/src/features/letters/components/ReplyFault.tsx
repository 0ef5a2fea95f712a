import type { ApplicationPage } from "@gongkai/server/contract";
import { useEffect, useRef } from "react";
import { ProblemError, sayProblem } from "../../../lib/problem.ts";

interface ReplyFaultProps {
  readonly fault: unknown;
  readonly page: ApplicationPage;
  /** The version that was before the person when another acted; undefined while nobody has. */
  readonly staleSince: number | undefined;
}

/** Why the answer was not handed in; when another has acted meanwhile, what that was. What was typed stays. */
export function ReplyFault({ fault, page, staleSince }: ReplyFaultProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fault !== undefined) summary.current?.focus();
  }, [fault]);
  if (fault === undefined) return null;
  const issues = fault instanceof ProblemError ? fault.issues : [];
  const news = staleSince === undefined ? [] : page.timeline.filter(({ version }) => version > staleSince);
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2>没有提交成功</h2>
      <p>{sayProblem(fault)}</p>
      <ul>
        {issues.map(({ path, message }) => (
          <li key={`${path}-${message}`}>{message}</li>
        ))}
        {news.map(({ version, on, actor, label }) => (
          <li key={version}>
            {on} {actor}：{label}
          </li>
        ))}
      </ul>
      {staleSince === undefined ? null : <p>现在的状态：{page.application.stateWords}。核对以后，可以再次提交。</p>}
    </div>
  );
}
