import { Link } from "@tanstack/react-router";
import { today } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { Select } from "../../../ui/Select.tsx";
import { listYears } from "../year-query.ts";

interface YearBarProps {
  readonly agency: string;
  readonly year: number;
  readonly here: "figures" | "figures/statistics" | "figures/report" | "figures/region";
  readonly onYear: (year: number) => void;
}

const PAGES = [
  ["figures", "表二至表四"],
  ["figures/statistics", "统计图表"],
  ["figures/report", "年度报告草稿"],
  ["figures/region", "所辖机关"],
] as const;

/** The year, and the pages that look at it. */
export function YearBar({ agency, year, here, onYear }: YearBarProps) {
  const thisYear = Number(today().slice(0, 4));
  const years = listYears(thisYear);
  return (
    <div className="year-bar">
      <label htmlFor="figures-year">年度</label>
      <Select
        id="figures-year"
        value={year}
        onChange={onYear}
        options={(years.includes(year) ? years : [...years, year]).map((value) => ({ value, label: `${value}年` }))}
      />
      <nav aria-label="年度数字的各页">
        {PAGES.map(([path, label]) => (
          <Link
            key={path}
            to={organPath(agency, path)}
            search={{ year }}
            className="view"
            {...(path === here ? { "aria-current": "page" } : {})}
          >
            {label}
          </Link>
        ))}
      </nav>
    </div>
  );
}
