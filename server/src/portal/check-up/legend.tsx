import { SEVERITY_MARKS } from "../components/form-table/describe-cell.ts";

/** What the marks in the tables mean. */
export function Legend({ interactive }: { interactive: boolean }) {
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
      </ul>
      {interactive ? <p class="legend__hint">点击单元格查看原文出处；键盘用方向键移动、回车查看、Esc 关闭。</p> : null}
    </div>
  );
}
