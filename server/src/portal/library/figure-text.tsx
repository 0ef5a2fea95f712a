/** A figure, or a dash where there is none; never 0 for nothing. */
export function FigureText({ value }: { value: number | null }) {
  if (value !== null) return <>{formatFigure(value)}</>;
  return (
    <>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">没有数据</span>
    </>
  );
}

export function formatFigure(value: number): string {
  return String(value).replace("-", "−");
}

/** A difference in words and signs, so that colour is never alone: `▲ +5`, `▼ −3`, `＝`. */
export function Change({ from, to }: { from: number | null; to: number | null }) {
  if (from === null || to === null) return <FigureText value={null} />;
  const change = Math.round((to - from) * 10_000) / 10_000;
  if (change === 0)
    return (
      <span class="change change--same">
        <span aria-hidden="true">＝</span>
        <span class="visually-hidden">不变</span>
      </span>
    );
  const share = from === 0 ? "" : `（${Math.round((change / Math.abs(from)) * 100)}%）`.replace("-", "−");
  return (
    <span class={`change change--${change > 0 ? "up" : "down"}`}>
      <span aria-hidden="true">{change > 0 ? "▲ +" : "▼ −"}</span>
      <span class="visually-hidden">{change > 0 ? "增加" : "减少"}</span>
      {Math.abs(change)}
      {share}
    </span>
  );
}
