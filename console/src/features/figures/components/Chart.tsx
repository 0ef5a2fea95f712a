import { useEffect, useRef } from "react";
import type { ChartOption } from "./draw-chart.ts";

/** More rows than this need a taller chart. */
const MANY_ROWS = 8;

/** A chart. Beside it stands a table with the same figures, so it is hidden from who cannot see it. */
export function Chart({ option, rows = 0 }: { readonly option: ChartOption; readonly rows?: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let end: (() => void) | undefined;
    let isGone = false;
    // The library is fetched when the first chart is shown.
    void import("./draw-chart.ts").then(({ drawChart }) => {
      if (!isGone && place.current !== null) end = drawChart(place.current, option);
    });
    return () => {
      isGone = true;
      end?.();
    };
  }, [option]);
  return <div className={rows > MANY_ROWS ? "chart chart-tall" : "chart"} ref={place} aria-hidden="true" />;
}
