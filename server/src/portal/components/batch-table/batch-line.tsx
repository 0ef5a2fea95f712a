import type { WorkAct } from "../../check-up/work-list.ts";
import { type BatchRow, STATE_NAMES } from "./list-rows.ts";

export interface BatchLineProps {
  readonly row: BatchRow;
  readonly isShown: boolean;
  /** Undefined where there is nothing to compare with. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onShow: () => void;
  readonly change: (act: WorkAct) => void;
}

/** One file of the batch. On a phone its cells stand below one another, each with its heading. */
export function BatchLine({ row, isShown, isChosen, onChoose, onShow, change }: BatchLineProps) {
  const { item, file, state, agency, year, edition, counts, reason } = row;
  const { id } = item;
  return (
    <tr class={`file-item file-item--${state}${isShown ? " file-item--shown" : ""}`}>
      {isChosen === undefined ? null : (
        <td class="file-item__choice">
          {state === "done" && edition !== undefined ? (
            <input
              type="checkbox"
              aria-label={`选择 ${file} 对比`}
              checked={isChosen}
              onChange={(event) => onChoose(event.currentTarget.checked)}
            />
          ) : null}
        </td>
      )}
      <td>
        <span class={`state state--${state}`}>{STATE_NAMES[state]}</span>
      </td>
      <th scope="row" class="file-item__name">
        {file}
        {reason === "" ? null : <span class="file-item__reason">{reason}</span>}
      </th>
      <td>{agency}</td>
      <td data-label="年度">{year ?? ""}</td>
      <td data-label="版式">{edition === undefined ? "" : `${edition} 年版`}</td>
      <td class="file-item__count" data-label="错误">
        {counts?.error ?? ""}
      </td>
      <td class="file-item__count" data-label="警告">
        {counts?.warning ?? ""}
      </td>
      <td class="file-item__count" data-label="待定">
        {counts?.unsettled ?? ""}
      </td>
      <td class="file-item__acts">
        {state === "done" && isShown ? <span class="file-item__current">正在查看</span> : null}
        {state === "done" && !isShown ? (
          <button type="button" class="link-button" aria-label={`查看 ${file}`} onClick={onShow}>
            查看
          </button>
        ) : null}
        {state === "failed" || state === "cancelled" ? (
          <button type="button" class="link-button" aria-label={`重试 ${file}`} onClick={() => change({ type: "retry", id })}>
            重试
          </button>
        ) : null}
        {state === "waiting" || state === "reading" ? (
          <button type="button" class="link-button" aria-label={`取消 ${file}`} onClick={() => change({ type: "cancel", id })}>
            取消
          </button>
        ) : (
          <button type="button" class="link-button" aria-label={`移除 ${file}`} onClick={() => change({ type: "remove", id })}>
            移除
          </button>
        )}
      </td>
    </tr>
  );
}
