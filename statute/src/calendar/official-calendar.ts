import { type Calendar, createCalendar } from "./calendar.ts";
import { type CalendarYear, parseCalendarYear } from "./calendar-year.ts";
import year2019 from "./years/2019.json" with { type: "json" };
import year2020 from "./years/2020.json" with { type: "json" };
import year2021 from "./years/2021.json" with { type: "json" };
import year2022 from "./years/2022.json" with { type: "json" };
import year2023 from "./years/2023.json" with { type: "json" };
import year2024 from "./years/2024.json" with { type: "json" };
import year2025 from "./years/2025.json" with { type: "json" };
import year2026 from "./years/2026.json" with { type: "json" };

/** The years that come with the program; an installation adds later ones as data (`createCalendar([...OFFICIAL_YEARS, year])`). */
export const OFFICIAL_YEARS: readonly CalendarYear[] = [year2019, year2020, year2021, year2022, year2023, year2024, year2025, year2026].map(
  (year) => {
    const parsed = parseCalendarYear(year);
    if (!parsed.ok) throw new Error(`calendar/years/${year.year}.json: ${parsed.refusal}`);
    return parsed.value;
  },
);

let calendar: Calendar | undefined;

/** The calendar of the years that come with the program, made when it is first asked for. */
export function officialCalendar(): Calendar {
  calendar ??= createCalendar(OFFICIAL_YEARS);
  return calendar;
}
