import { Button } from "antd";
import type { ReactNode } from "react";
import { sayProblem } from "../lib/problem.ts";

interface MappingPanelProps {
  readonly fault: unknown;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/** How the columns of a table are taken, to be checked and changed before anything is taken in. */
export function MappingPanel({ fault, isChanged, isSaving, onSave, onReset, children }: MappingPanelProps) {
  return (
    <section className="panel" aria-labelledby="mapping-title">
      <h2 id="mapping-title">列的对应关系</h2>
      <p className="page-lead">程序按标题猜出下面的对应关系，请核对。一列只能对应一个字段。</p>
      {fault === null ? null : (
        <div className="error-summary" role="alert">
          <p>{sayProblem(fault)}</p>
        </div>
      )}
      {children}
      <div className="form-buttons">
        <Button type="primary" disabled={!isChanged} loading={isSaving} onClick={onSave}>
          保存并重新核对
        </Button>
        {isChanged ? <Button onClick={onReset}>恢复</Button> : null}
        <span role="status">{isChanged ? "对应关系已经更改，保存后下面的核对结果才会更新。" : ""}</span>
      </div>
    </section>
  );
}
