export interface PairedChartProps {
  readonly id: string;
  readonly title: string;
  readonly names: readonly [string, string];
  readonly rows: readonly { readonly name: string; readonly values: readonly [number | null, number | null] }[];
}

const ROW = 72;
const BAR = 16;

/** Two bars for each figure, one plain and one hatched. */
export function PairedChart({ id, title, names, rows }: PairedChartProps) {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const summary = rows.map(({ name, values: [a, b] }) => `${name}：甲 ${a ?? "没有数据"}，乙 ${b ?? "没有数据"}`).join("；");
  return (
    <figure class="chart chart--narrow">
      <figcaption class="chart__title" id={`${id}-title`}>
        {title}
      </figcaption>
      <ul class="chart__legend" aria-hidden="true">
        {names.map((name, at) => (
          <li>
            <svg class="chart__swatch" width="24" height="14">
              <rect class={`chart__part chart__part--${at}`} width="24" height="14" fill={`url(#${id}-part-${at})`} />
            </svg>
            {at === 0 ? "甲：" : "乙："}
            {name}
          </li>
        ))}
      </ul>
      <svg class="chart__plot" width="100%" height={rows.length * ROW} role="img" aria-labelledby={`${id}-title ${id}-summary`}>
        <desc id={`${id}-summary`}>{summary}</desc>
        <defs>
          <pattern id={`${id}-part-0`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect class="chart__ground chart__ground--0" width="8" height="8" />
          </pattern>
          <pattern id={`${id}-part-1`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect class="chart__ground chart__ground--1" width="8" height="8" />
            <path class="chart__hatch" d="M-2 2 2-2M0 8 8 0M6 10 10 6" />
          </pattern>
        </defs>
        {rows.map(({ name, values }, index) => (
          <g>
            <text class="chart__label chart__label--row" x="0" y={index * ROW + 18}>
              {name}
            </text>
            {values.map((value, at) => {
              const top = index * ROW + 26 + at * (BAR + 4);
              const width = Math.round(((value ?? 0) / most) * 8000) / 100;
              return (
                <>
                  {width === 0 ? null : (
                    <rect
                      class={`chart__part chart__part--${at}`}
                      x="0"
                      y={top}
                      width={`${width}%`}
                      height={BAR}
                      fill={`url(#${id}-part-${at})`}
                    />
                  )}
                  <text class="chart__value chart__value--row" x={`${width + 1}%`} y={top + BAR / 2} dy="0.35em">
                    {value ?? "—"}
                  </text>
                </>
              );
            })}
          </g>
        ))}
      </svg>
    </figure>
  );
}
