import { Button } from "antd";
import { ProblemError, sayProblem } from "../lib/problem.ts";

interface ProblemNoticeProps {
  readonly fault: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Why something could not be loaded, and what to do. */
export function ProblemNotice({ fault, onRetry }: ProblemNoticeProps) {
  const number = fault instanceof ProblemError ? fault.requestId : undefined;
  return (
    <div className="problem" role="alert">
      <h2>{fault instanceof ProblemError && fault.status === 404 ? "没有找到" : "没有打开"}</h2>
      <p>{sayProblem(fault)}</p>
      {number === undefined ? null : (
        <p>
          编号：<code>{number}</code>（反映问题时请一并告知）
        </p>
      )}
      {onRetry === undefined ? null : <Button onClick={onRetry}>再试一次</Button>}
    </div>
  );
}
