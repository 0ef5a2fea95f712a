import { useMemo, useState } from "preact/hooks";
import type { Counts } from "../../check-up/draft/judge-findings.ts";
import { countStates, type WorkAct, type WorkList } from "../../check-up/work-list.ts";
import { BatchExport } from "./batch-export.tsx";
import { BatchFilter } from "./batch-filter.tsx";
import { BatchLine } from "./batch-line.tsx";
import { type BatchView, type SortKey, toRows, viewRows, WHOLE_BATCH } from "./list-rows.ts";

export interface BatchTableProps {
  readonly list: WorkList;
  readonly change: (act: WorkAct) => void;
  /** Counts of reports that were worked on, by item. */
  readonly countsNow?: ReadonlyMap<number, Counts>;
  readonly onShow: (id: number) => void;
  readonly onCompare: (a: number, b: number) => void;
}

/** Lines shown at once: hundreds of files must not make the page slow. */
const PAGE = 50;
/** Fewer files need no filter. */
const FILTER_FROM = 6;
const NO_COUNTS: ReadonlyMap<number, Counts> = new Map();

const COLUMNS: readonly { readonly label: string; readonly sort?: SortKey }[] = [
  { label: "状态" },
  { label: "文件", sort: "file" },
  { label: "机关", sort: "agency" },
  { label: "年度", sort: "year" },
  { label: "版式" },
  { label: "错误", sort: "error" },
  { label: "警告", sort: "warning" },
  { label: "待定", sort: "unsettled" },
  { label: "操作" },
];

/** Every file with its state, whose report it is, what was found in it, and what can be done with it. */
export function BatchTable({ list, change, countsNow = NO_COUNTS, onShow, onCompare }: BatchTableProps) {
  const [view, setView] = useState<BatchView>(WHOLE_BATCH);
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const rows = useMemo(() => toRows(list.items, countsNow), [list.items, countsNow]);
  const viewed = useMemo(() => viewRows(rows, view), [rows, view]);
  const counts = countStates(list);
  const working = counts.waiting + counts.reading > 0;
  const lastPage = Math.max(0, Math.ceil(viewed.length / PAGE) - 1);
  const current = Math.min(page, lastPage);
  const [first, second] = chosen.filter((id) => list.items.some((item) => item.id === id));

  function look(next: Partial<BatchView>): void {
    setView({ ...view, ...next });
    setPage(0);
  }

  function choose(id: number, isChosen: boolean): void {
    setChosen(isChosen ? [...chosen, id].slice(-2) : chosen.filter((one) => one !== id));
  }

  return (
    <section class="batch" aria-labelledby="batch-heading">
      <div class="batch__head">
        <h2 id="batch-heading">文件（{list.items.length}）</h2>
        <div class="batch__acts">
          {first === undefined || second === undefined ? null : (
            <button type="button" class="button button--small" onClick={() => onCompare(first, second)}>
              对比所选两份
            </button>
          )}
          <BatchExport rows={viewed} />
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
      </div>
      {working && list.items.length > 1 ? (
        <progress
          class="batch__progress"
          value={list.items.length - counts.waiting - counts.reading}
          max={list.items.length}
          aria-label="核对进度"
        />
      ) : null}
      <p role="status" class={list.items.length > 1 ? "batch__status" : "visually-hidden"}>
        {working ? "正在读取：" : "读取结束："}共 {list.items.length} 份，完成 {counts.done} 份
        {counts.failed > 0 ? `，失败 ${counts.failed} 份` : ""}
        {counts.cancelled > 0 ? `，取消 ${counts.cancelled} 份` : ""}
      </p>
      {list.items.length < FILTER_FROM ? null : <BatchFilter view={view} shown={viewed.length} onView={look} />}
      <table class="batch__table">
        <caption class="visually-hidden">文件及核对结果</caption>
        <thead>
          <tr>
            {list.items.length < 2 ? null : (
              <th scope="col">
                <span class="visually-hidden">对比</span>
              </th>
            )}
            {COLUMNS.map(({ label, sort }) => (
              <th
                scope="col"
                aria-sort={sort !== undefined && view.sort === sort ? (view.descending ? "descending" : "ascending") : undefined}
              >
                {sort === undefined || list.items.length < 2 ? (
                  label
                ) : (
                  <button
                    type="button"
                    class="batch__sort"
                    onClick={() =>
                      look({
                        sort,
                        descending: view.sort === sort ? !view.descending : sort === "error" || sort === "warning" || sort === "unsettled",
                      })
                    }
                  >
                    {label}
                    <span aria-hidden="true">{view.sort === sort ? (view.descending ? " ▼" : " ▲") : " ↕"}</span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {viewed.slice(current * PAGE, (current + 1) * PAGE).map((row) => (
            <BatchLine
              key={row.item.id}
              row={row}
              isShown={list.shown === row.item.id}
              isChosen={list.items.length < 2 ? undefined : chosen.includes(row.item.id)}
              onChoose={(isChosen) => choose(row.item.id, isChosen)}
              onShow={() => onShow(row.item.id)}
              change={change}
            />
          ))}
        </tbody>
      </table>
      {viewed.length > 0 ? null : <p>没有符合条件的文件，请放宽筛选。</p>}
      {lastPage === 0 ? null : (
        <nav class="batch__pages" aria-label="分页">
          <button
            type="button"
            class="button button--quiet"
            aria-disabled={current === 0}
            onClick={() => setPage(Math.max(0, current - 1))}
          >
            上一页
          </button>
          <span role="status">
            第 {current + 1} 页，共 {lastPage + 1} 页
          </span>
          <button
            type="button"
            class="button button--quiet"
            aria-disabled={current === lastPage}
            onClick={() => setPage(Math.min(lastPage, current + 1))}
          >
            下一页
          </button>
        </nav>
      )}
    </section>
  );
}
