import { addDays, type PlainDate, plainDate } from "../plain-date.ts";
import { LUNAR_FESTIVALS } from "./lunar-festivals.ts";

/** The statutory holidays as days of the year: 《全国年节及纪念日放假办法》. Without the yearly notice there is nothing else to go by. */
interface HolidayLaw {
  readonly fromYear: number;
  readonly fixed: Readonly<Record<string, string>>;
  /** Days off around the first day of the lunar year: from, to. */
  readonly springFestival: readonly [number, number];
}

/** [known] 2014: the first three days of the lunar year. 2025 (Order No. 795): its eve as well, and 2 May. */
const LAWS: readonly HolidayLaw[] = [
  { fromYear: 2025, fixed: { "01-01": "元旦", "05-01": "劳动节", "05-02": "劳动节", ...nationalDay() }, springFestival: [-1, 2] },
  { fromYear: 1900, fixed: { "01-01": "元旦", "05-01": "劳动节", ...nationalDay() }, springFestival: [0, 2] },
];

/**
 * The days off that the law itself fixes for a year whose notice is not out: no bridging days and no worked weekends, so a
 * limit that runs through such a year is provisional. Lunar festivals are known for 2010–2060.
 */
export function listAssumedHolidays(year: number): ReadonlyMap<PlainDate, string> {
  const law = LAWS.find(({ fromYear }) => year >= fromYear);
  const days = new Map<PlainDate, string>();
  for (const [day, name] of Object.entries(law?.fixed ?? {})) days.set(plainDate(`${year}-${day}`), name);
  const [spring, qingming, dragonBoat, midAutumn] = (LUNAR_FESTIVALS[year] ?? []).map((day) => plainDate(`${year}-${day}`));
  if (law === undefined || spring === undefined) return days;
  for (let offset = law.springFestival[0]; offset <= law.springFestival[1]; offset++) days.set(addDays(spring, offset), "春节");
  if (qingming !== undefined) days.set(qingming, "清明节");
  if (dragonBoat !== undefined) days.set(dragonBoat, "端午节");
  if (midAutumn !== undefined) days.set(midAutumn, "中秋节");
  return days;
}

function nationalDay(): Readonly<Record<string, string>> {
  return { "10-01": "国庆节", "10-02": "国庆节", "10-03": "国庆节" };
}
