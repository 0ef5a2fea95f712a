/** One line of a chart: a name, and what either side has; null where that side has no such figure. */
export interface ChartRow {
  readonly label: string;
  readonly a: number | null;
  readonly b: number | null;
}

export interface BarChartProps {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly names: { readonly a: string; readonly b: string };
  readonly rows: readonly ChartRow[];
}

const WIDTH = 340;
const LABEL = 82;
const BAR = 12;
const ROW = BAR * 2 + 14;
const ROOM_FOR_FIGURE = 48;

/**
 * Pairs of bars, one side plain and one hatched, so that colour is never alone; every bar bears its figure, and the same
 * figures stand in a table below for those who do not see the picture.
 */
export function BarChart({ id, title, unit, names, rows }: BarChartProps) {
  const most = Math.max(1, ...rows.flatMap(({ a, b }) => [a ?? 0, b ?? 0]));
  const scale = (WIDTH - LABEL - ROOM_FOR_FIGURE) / most;
  const height = rows.length * ROW + 8;
  return (
    <figure class="bar-chart">
      <figcaption>
        {title}（单位：{unit}）
      </figcaption>
      <p class="bar-chart__key" aria-hidden="true">
        <span class="bar-chart__swatch bar-chart__swatch--a" /> {names.a}　<span class="bar-chart__swatch bar-chart__swatch--b" /> {names.b}
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-title`} preserveAspectRatio="xMinYMin meet">
        <title id={`${id}-title`}>{`${title}：${names.a}与${names.b}的柱形图，数据见下表`}</title>
        <defs>
          <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" class="bar-chart__paper" />
            <rect width="3" height="6" class="bar-chart__b" />
          </pattern>
        </defs>
        {rows.map(({ label, a, b }, index) => {
          const top = index * ROW + 4;
          return (
            <g key={label}>
              <text x={LABEL - 8} y={top + BAR + 6} text-anchor="end">
                {label}
              </text>
              {a === null ? null : <rect class="bar-chart__a" x={LABEL} y={top} width={Math.max(1, a * scale)} height={BAR} />}
              <text x={LABEL + Math.max(1, (a ?? 0) * scale) + 5} y={top + BAR - 1}>
                {a ?? "无"}
              </text>
              {b === null ? null : (
                <rect
                  class="bar-chart__edge"
                  fill={`url(#${id}-hatch)`}
                  x={LABEL}
                  y={top + BAR + 2}
                  width={Math.max(1, b * scale)}
                  height={BAR}
                />
              )}
              <text x={LABEL + Math.max(1, (b ?? 0) * scale) + 5} y={top + BAR * 2 + 2}>
                {b ?? "无"}
              </text>
            </g>
          );
        })}
      </svg>
      <details>
        <summary>图中数据</summary>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">{names.a}</th>
              <th scope="col">{names.b}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, a, b }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{a ?? "无"}</td>
                <td>{b ?? "无"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
