import { countUnsettled } from "../report-head/report-head.tsx";
import { countStates, type Progress, type WorkAct, type WorkItem, type WorkList } from "../../check-up/work-list.ts";

const STATE_NAMES = { waiting: "排队", reading: "读取中", done: "完成", failed: "失败", cancelled: "已取消" } as const satisfies Record<
  Progress["state"],
  string
>;

export interface FileListProps {
  readonly list: WorkList;
  readonly change: (act: WorkAct) => void;
}

/** Every file with its state, what was found in it, and what can be done with it. */
export function FileList({ list, change }: FileListProps) {
  const counts = countStates(list);
  const settled = counts.done + counts.failed + counts.cancelled;
  const working = counts.waiting + counts.reading > 0;
  return (
    <section class="file-list" aria-labelledby="file-list-heading">
      <div class="file-list__head">
        <h2 id="file-list-heading">文件（{list.items.length}）</h2>
        {working ? (
          <button type="button" class="button button--secondary" onClick={() => change({ type: "cancelAll" })}>
            全部取消
          </button>
        ) : (
          <button type="button" class="button button--quiet" onClick={() => change({ type: "clear" })}>
            清空
          </button>
        )}
      </div>
      {working && list.items.length > 1 ? (
        <progress class="file-list__progress" value={settled} max={list.items.length} aria-label="核对进度" />
      ) : null}
      <p role="status" class={list.items.length > 1 ? "file-list__status" : "visually-hidden"}>
        {working ? "正在读取：" : "读取结束："}共 {list.items.length} 份，完成 {counts.done} 份
        {counts.failed > 0 ? `，失败 ${counts.failed} 份` : ""}
        {counts.cancelled > 0 ? `，取消 ${counts.cancelled} 份` : ""}
      </p>
      <ul class="file-list__items">
        {list.items.map((item) => (
          <FileItem key={item.id} item={item} shown={list.shown === item.id} change={change} />
        ))}
      </ul>
    </section>
  );
}

function FileItem({ item, shown, change }: { item: WorkItem; shown: boolean; change: FileListProps["change"] }) {
  const { id, file, progress } = item;
  const name = file.webkitRelativePath || file.name;
  return (
    <li class={`file-item file-item--${progress.state}${shown ? " file-item--shown" : ""}`}>
      <span class={`state state--${progress.state}`}>{STATE_NAMES[progress.state]}</span>
      <span class="file-item__name">{name}</span>
      {progress.state === "done" ? <Counts progress={progress} /> : null}
      {progress.state === "failed" ? <span class="file-item__reason">{progress.reason}</span> : null}
      <span class="file-item__acts">
        {progress.state === "done" && shown ? (
          <a class="link-button" href={`#report-${id}-heading`} aria-current="true">
            正在查看
          </a>
        ) : null}
        {progress.state === "done" && !shown ? (
          <button type="button" class="link-button" aria-label={`查看 ${name}`} onClick={() => change({ type: "show", id })}>
            查看
          </button>
        ) : null}
        {progress.state === "failed" || progress.state === "cancelled" ? (
          <button type="button" class="link-button" aria-label={`重试 ${name}`} onClick={() => change({ type: "retry", id })}>
            重试
          </button>
        ) : null}
        {progress.state === "waiting" || progress.state === "reading" ? (
          <button type="button" class="link-button" aria-label={`取消 ${name}`} onClick={() => change({ type: "cancel", id })}>
            取消
          </button>
        ) : (
          <button type="button" class="link-button" aria-label={`移除 ${name}`} onClick={() => change({ type: "remove", id })}>
            移除
          </button>
        )}
      </span>
    </li>
  );
}

function Counts({ progress: { checked } }: { progress: Extract<Progress, { state: "done" }> }) {
  if (checked.report.edition === null) return <span class="file-item__counts">没有找到年度报告的表格</span>;
  const count = (severity: string) => checked.findings.filter((finding) => finding.severity === severity).length;
  return (
    <span class="file-item__counts">
      错误 <strong>{count("error")}</strong>　警告 <strong>{count("warning")}</strong>　待定{" "}
      <strong>{countUnsettled(checked.report)}</strong>
    </span>
  );
}
