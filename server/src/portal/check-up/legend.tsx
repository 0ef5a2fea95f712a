import { SEVERITY_MARKS } from "../components/form-table/describe-cell.ts";

/** What the marks in the tables mean. */
export function Legend({ isEditable }: { isEditable: boolean }) {
  return (
    <div class="legend">
      <ul class="legend__marks" aria-label="表中标记">
        <li>
          <span class="legend__sample figure--blank">
            <span class="figure__value">空</span>
          </span>
          空白单元格
        </li>
        <li>
          <span class="legend__sample figure--absent">
            <span class="figure__value">缺</span>
          </span>
          文件中没有
        </li>
        <li>
          <span class="legend__sample figure--ambiguous">
            <span class="figure__value">?</span>
          </span>
          无法确定
        </li>
        <li>
          <span class="legend__sample figure--error">
            <span class="figure__value">7</span>
            <span class="figure__mark">{SEVERITY_MARKS.error}</span>
          </span>
          有错误
        </li>
        <li>
          <span class="legend__sample figure--warning">
            <span class="figure__value">7</span>
            <span class="figure__mark">{SEVERITY_MARKS.warning}</span>
          </span>
          有警告
        </li>
        {isEditable ? (
          <li>
            <span class="legend__sample">
              <span class="figure__edited">改</span>
            </span>
            手工改过（定：已确认，转：上年带入，算：计算或填 0）
          </li>
        ) : null}
      </ul>
      {isEditable ? (
        <p class="legend__hint">
          点击单元格查看原文出处和填报说明；双击或直接输入数字即可修改，<kbd>Tab</kbd> 到下一格，<kbd>Esc</kbd>{" "}
          放弃。键盘：方向键移动，回车或 F2 修改，空格查看出处，
          <kbd>?</kbd> 查看填报说明，<kbd>Ctrl</kbd>+<kbd>Z</kbd> 撤销。
        </p>
      ) : null}
    </div>
  );
}
