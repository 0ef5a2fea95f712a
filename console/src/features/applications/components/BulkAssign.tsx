import type { ListedApplication } from "@gongkai/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useRef, useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { newCommandKey } from "../../../lib/command-key.ts";
import { sayProblem } from "../../../lib/problem.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { performAct } from "../api/case.ts";
import { applicationsKey } from "../api/list-applications.ts";
import { AssigneeFields } from "./AssigneeFields.tsx";

interface BulkAssignProps {
  readonly agency: string;
  readonly applications: readonly ListedApplication[];
  readonly onClose: () => void;
}

interface Done {
  readonly application: ListedApplication;
  /** Why it was not assigned; undefined when it was. */
  readonly why?: string;
}

/** Gives several cases to one handler, one after the other; what is refused stays as it was and says why. */
export function BulkAssign({ agency, applications, onClose }: BulkAssignProps) {
  const http = useHttp();
  const cache = useQueryClient();
  const [assignee, setAssignee] = useState({ unitId: "", handlerId: "" });
  const [done, setDone] = useState<readonly Done[]>([]);
  const [isRunning, setRunning] = useState(false);
  const isStopped = useRef(false);

  const run = async () => {
    setRunning(true);
    isStopped.current = false;
    for (const application of applications) {
      if (isStopped.current) break;
      const body = {
        version: application.version,
        ...(assignee.unitId === "" ? {} : { unitId: assignee.unitId }),
        ...(assignee.handlerId === "" ? {} : { handlerId: assignee.handlerId }),
      };
      const why = await performAct(http, agency, application.id, "assign", body, newCommandKey()).then(() => undefined, sayProblem);
      setDone((before) => [...before, { application, ...(why === undefined ? {} : { why }) }]);
    }
    setRunning(false);
    await cache.invalidateQueries({ queryKey: applicationsKey(agency) });
  };

  const refused = done.filter(({ why }) => why !== undefined);
  return (
    <Dialog title={`批量交办（${applications.length} 件）`} onClose={onClose}>
      {done.length === 0 && !isRunning ? (
        <>
          <p>期限照常计算。只有“已登记”的申请可以交办；不能交办的会逐件说明原因，不受影响。</p>
          <AssigneeFields agency={agency} value={assignee} onChange={setAssignee} />
          <div className="form-buttons">
            <Button type="primary" disabled={assignee.unitId === "" && assignee.handlerId === ""} onClick={() => void run()}>
              交办
            </Button>
            <Button onClick={onClose}>取消</Button>
          </div>
        </>
      ) : (
        <div role="status">
          <Progress percent={Math.round((done.length * 100) / applications.length)} />
          <p>
            {done.length - refused.length} 件已交办{refused.length === 0 ? "" : `，${refused.length} 件没有交办：`}
          </p>
          <ul>
            {refused.map(({ application: { id, number, summary }, why }) => (
              <li key={id}>
                {number ?? summary}：{why}
              </li>
            ))}
          </ul>
          <div className="form-buttons">
            {isRunning ? <Button onClick={() => (isStopped.current = true)}>停止</Button> : <Button onClick={onClose}>关闭</Button>}
          </div>
        </div>
      )}
    </Dialog>
  );
}
