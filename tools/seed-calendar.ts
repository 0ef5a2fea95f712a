import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import chineseDays from "chinese-days";

/**
 * Writes the calendars of 2019–2026 and the table of lunar festivals into `statute/src/calendar/` from the package
 * `chinese-days`. Run once to seed (`node tools/seed-calendar.ts`); later years are added by hand from their notice, and a
 * test compares what is committed with the package.
 */
const FOLDER = join(import.meta.dirname, "../statute/src/calendar");

interface Notice {
  readonly title: string;
  readonly number: string;
  readonly publishedOn: string;
}

const yearly = (year: number, number: string, publishedOn: string): Notice => ({
  title: `国务院办公厅关于${year}年部分节假日安排的通知`,
  number,
  publishedOn,
});

const NOTICES: Readonly<Record<number, readonly Notice[]>> = {
  2019: [
    yearly(2019, "国办发明电〔2018〕15号", "2018-12-06"),
    { title: "国务院办公厅关于调整2019年劳动节假期安排的通知", number: "国办发明电〔2019〕3号", publishedOn: "2019-03-22" },
  ],
  2020: [
    yearly(2020, "国办发明电〔2019〕16号", "2019-11-21"),
    { title: "国务院办公厅关于延长2020年春节假期的通知", number: "国办发明电〔2020〕1号", publishedOn: "2020-01-27" },
  ],
  2021: [yearly(2021, "国办发明电〔2020〕27号", "2020-11-25")],
  2022: [yearly(2022, "国办发明电〔2021〕11号", "2021-10-25")],
  2023: [yearly(2023, "国办发明电〔2022〕16号", "2022-12-08")],
  2024: [yearly(2024, "国办发明电〔2023〕7号", "2023-10-25")],
  2025: [yearly(2025, "国办发明电〔2024〕12号", "2024-11-12")],
  2026: [yearly(2026, "国办发明电〔2025〕7号", "2025-11-04")],
};

/** Days of a year by date, each `English name,中文名,days`. */
type Days = Readonly<Record<string, string>>;

export function composeYear(year: number): object {
  const file = createRequire(import.meta.url)
    .resolve("chinese-days")
    .replace(/[^/\\]+$/, "chinese-days.json");
  const { holidays, workdays } = JSON.parse(readFileSync(file, "utf8")) as { holidays: Days; workdays: Days }; // the package's own data
  const named = (days: Days) =>
    Object.fromEntries(
      Object.entries(days)
        .filter(([date]) => date.startsWith(String(year)))
        .map(([date, names]) => [date, fullName(names.split(",")[1] ?? "")])
        .toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
    );
  // Only the notice of 2026 was compared with its text.
  const notices = (NOTICES[year] ?? []).map((notice) => ({ ...notice, confidence: year === 2026 ? "verified" : "known" }));
  return { year, notices, holidays: named(holidays), workDays: named(workdays) };
}

/** The package shortens some names. */
function fullName(name: string): string {
  return { 清明: "清明节", 端午: "端午节", 中秋: "中秋节" }[name] ?? name;
}

function composeFestivals(first: number, last: number): string {
  const lines = [];
  for (let year = first; year <= last; year++) {
    const dates = [
      chineseDays.getSolarDateFromLunar(`${year}-01-01`).date,
      chineseDays.getSolarTermDate(year, 4, "pure_brightness"),
      chineseDays.getSolarDateFromLunar(`${year}-05-05`).date,
      chineseDays.getSolarDateFromLunar(`${year}-08-15`).date,
    ];
    lines.push(`  ${year}: [${dates.map((date) => `"${date.slice(5)}"`).join(", ")}],`);
  }
  return `/**
 * Festivals of the lunar year as MM-DD: Spring Festival (first day of the lunar year), Qingming, Dragon Boat, Mid-Autumn.
 * Written by tools/seed-calendar.ts.
 */
export const LUNAR_FESTIVALS: Readonly<Record<number, readonly [string, string, string, string]>> = {
${lines.join("\n")}
};
`;
}

if (import.meta.main) {
  for (const year of Object.keys(NOTICES).map(Number))
    writeFileSync(join(FOLDER, `years/${year}.json`), `${JSON.stringify(composeYear(year), undefined, 2)}\n`);
  writeFileSync(join(FOLDER, "lunar-festivals.ts"), composeFestivals(2010, 2060));
}
