import type { ChartSeries } from "./line-chart.tsx";

export interface StackedChartProps {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly labels: readonly string[];
  /** Four at most, told apart by pattern as well as by shade. */
  readonly series: readonly ChartSeries[];
}

const ROW = 34;
const BAR = 24;

/** One bar for each year, lying, parted by result. A year without figures has no bar. */
export function StackedChart({ id, title, summary, labels, series }: StackedChartProps) {
  const sums = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const most = Math.max(1, ...sums);
  return (
    <figure class="chart">
      <figcaption class="chart__title" id={`${id}-title`}>
        {title}
      </figcaption>
      <ul class="chart__legend" aria-hidden="true">
        {series.map(({ name }, at) => (
          <li>
            <svg class="chart__swatch" width="24" height="14">
              <rect class={`chart__part chart__part--${at}`} width="24" height="14" fill={`url(#${id}-part-${at})`} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <svg class="chart__plot" width="100%" height={labels.length * ROW} role="img" aria-labelledby={`${id}-title ${id}-summary`}>
        <desc id={`${id}-summary`}>{summary}</desc>
        <defs>
          {series.map((_, at) => (
            <pattern id={`${id}-part-${at}`} width="8" height="8" patternUnits="userSpaceOnUse">
              <rect class={`chart__ground chart__ground--${at}`} width="8" height="8" />
              {at === 1 ? <path class="chart__hatch" d="M-2 2 2-2M0 8 8 0M6 10 10 6" /> : null}
              {at === 2 ? <circle class="chart__dot" cx="4" cy="4" r="1.5" /> : null}
              {at === 3 ? <path class="chart__hatch chart__hatch--dark" d="M0 4H8" /> : null}
            </pattern>
          ))}
        </defs>
        {labels.map((label, index) => {
          let from = 14;
          const top = index * ROW + (ROW - BAR) / 2;
          return (
            <g>
              <text class="chart__label chart__label--row" x="0" y={top + BAR / 2} dy="0.35em">
                {label}
              </text>
              {series.map(({ values }, at) => {
                const width = ((values[index] ?? 0) / most) * 76;
                const bar =
                  width === 0 ? null : (
                    <rect
                      class={`chart__part chart__part--${at}`}
                      x={`${round(from)}%`}
                      y={top}
                      width={`${round(width)}%`}
                      height={BAR}
                      fill={`url(#${id}-part-${at})`}
                    />
                  );
                from += width;
                return bar;
              })}
              <text class="chart__value chart__value--row" x={`${round(from + 1)}%`} y={top + BAR / 2} dy="0.35em">
                {sums[index]}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
