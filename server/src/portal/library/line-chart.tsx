export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface LineChartProps {
  readonly id: string;
  readonly title: string;
  /** What the eye takes in at a glance, in a sentence. */
  readonly summary: string;
  readonly labels: readonly string[];
  /** Two at most: told apart by line and marker, and the numbers of the first stand above, of the second below. */
  readonly series: readonly ChartSeries[];
}

const HEIGHT = 240;
const TOP = 34;
const BOTTOM = 52;

/**
 * Lines over the years. Across, places are shares of the width, so lettering keeps its size on a phone and when the page
 * is enlarged; the figures stand in the table beside it as well.
 */
export function LineChart({ id, title, summary, labels, series }: LineChartProps) {
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const x = (index: number): string => `${round(((index + 0.5) / labels.length) * 100)}%`;
  const y = (value: number): number => round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most));
  return (
    <figure class="chart">
      <figcaption class="chart__title" id={`${id}-title`}>
        {title}
      </figcaption>
      <ul class="chart__legend" aria-hidden="true">
        {series.map(({ name }, at) => (
          <li>
            <svg class="chart__swatch" width="36" height="14">
              <line class={`chart__line chart__line--${at}`} x1="0" y1="7" x2="36" y2="7" />
              <Marker at={at} x="50%" y={7} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <svg class="chart__plot" width="100%" height={HEIGHT} role="img" aria-labelledby={`${id}-title ${id}-summary`}>
        <desc id={`${id}-summary`}>{summary}</desc>
        <line class="chart__axis" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        <line class="chart__grid" x1="0" x2="100%" y1={y(most)} y2={y(most)} />
        {series.map(({ values }, at) => (
          <g>
            {values.map((value, index) => {
              const next = values[index + 1];
              if (value === null || next === undefined || next === null) return null;
              return <line class={`chart__line chart__line--${at}`} x1={x(index)} y1={y(value)} x2={x(index + 1)} y2={y(next)} />;
            })}
            {values.map((value, index) => (value === null ? null : <Marker at={at} x={x(index)} y={y(value)} />))}
            {values.map((value, index) =>
              value === null ? null : (
                <text class={`chart__value chart__value--${at}`} x={x(index)} y={y(value)} dy={at === 0 ? -12 : 22}>
                  {value}
                </text>
              ),
            )}
          </g>
        ))}
        {labels.map((label, index) => (
          <text class="chart__label" x={x(index)} y={HEIGHT - 8}>
            {label}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** Round for the first line, square for the second. */
function Marker({ at, x, y }: { at: number; x: string; y: number }) {
  if (at === 0) return <circle class="chart__marker chart__marker--0" cx={x} cy={y} r="5" />;
  return (
    <svg class="chart__corner" x={x} y={y}>
      <rect class="chart__marker chart__marker--1" x="-5" y="-5" width="10" height="10" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
