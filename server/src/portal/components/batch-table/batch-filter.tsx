import type { BatchView } from "./list-rows.ts";

/** Narrows a long list: by words, by state, by the form used. */
export function BatchFilter({ view, shown, onView }: { view: BatchView; shown: number; onView: (next: Partial<BatchView>) => void }) {
  return (
    <div class="batch__filter" role="search" aria-label="筛选文件">
      <label>
        查找
        <input
          type="search"
          placeholder="文件名、机关或年度"
          value={view.text}
          onInput={(event) => onView({ text: event.currentTarget.value })}
        />
      </label>
      <label>
        状态
        {/* Its options are these very values. */}
        <select value={view.state} onChange={(event) => onView({ state: event.currentTarget.value as BatchView["state"] })}>
          <option value="all">全部</option>
          <option value="faulty">有错误</option>
          <option value="done">完成</option>
          <option value="failed">失败</option>
          <option value="waiting">排队</option>
          <option value="cancelled">已取消</option>
        </select>
      </label>
      <label>
        版式
        <select value={view.edition} onChange={(event) => onView({ edition: event.currentTarget.value as BatchView["edition"] })}>
          <option value="all">全部</option>
          <option value="2021">2021 年版</option>
          <option value="2019">2019 年版</option>
        </select>
      </label>
      <span role="status">{shown} 份</span>
    </div>
  );
}
