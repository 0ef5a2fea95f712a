import { FEE_RULES, SINCE } from "../in-force.ts";
import type { PlainDate } from "../plain-date.ts";
import type { Rule } from "../rule.ts";

/** A scheme of the information-processing fee: prices in yuan that rise with the excess. An application is charged by one scheme, never both. */
export interface FeeScheme extends Rule {
  readonly kind: "fee";
  readonly scheme: "items" | "pages";
  /** Each price per unit from one number on, ascending. */
  readonly bands: readonly { readonly from: number; readonly price: number }[];
  /** Beyond `from`, the price rises by `by` with every `every` units. */
  readonly rise?: { readonly from: number; readonly every: number; readonly by: number };
  readonly cases: readonly { readonly count: number; readonly yuan: number }[];
}

/** By items: all applications of one applicant in one calendar month, whatever the answer. */
export const FEE_BY_ITEMS: FeeScheme = {
  kind: "fee",
  id: "fee-by-items",
  cites: `${FEE_RULES}第四条`,
  inForce: SINCE.fees2021,
  confidence: "verified",
  says: "按件计收：同一申请人一个自然月内累计，10件以下（含）不收；11至30件每件100元；31件以上，每增加10件一档，每件每档增加100元。",
  scheme: "items",
  bands: [
    { from: 1, price: 0 },
    { from: 11, price: 100 },
    { from: 31, price: 200 },
  ],
  rise: { from: 31, every: 10, by: 100 },
  cases: [
    { count: 10, yuan: 0 },
    { count: 11, yuan: 100 },
    { count: 30, yuan: 2000 },
    { count: 31, yuan: 2200 },
    { count: 45, yuan: 5500 },
  ],
};

/** By volume: the pages of one application that are supplied on paper, by e-mail or as copied data. */
export const FEE_BY_PAGES: FeeScheme = {
  kind: "fee",
  id: "fee-by-pages",
  cites: `${FEE_RULES}第五条`,
  inForce: SINCE.fees2021,
  confidence: "verified",
  says: "按量计收：30页以下（含）不收；31至100页每页10元；101至200页每页20元；201页以上每页40元。",
  scheme: "pages",
  bands: [
    { from: 1, price: 0 },
    { from: 31, price: 10 },
    { from: 101, price: 20 },
    { from: 201, price: 40 },
  ],
  cases: [
    { count: 30, yuan: 0 },
    { count: 68, yuan: 380 },
    { count: 250, yuan: 4700 },
  ],
};

export const FEE_SCHEMES = [FEE_BY_ITEMS, FEE_BY_PAGES];

/** The price of the n-th unit, in yuan. */
export function priceOfUnit({ bands, rise }: FeeScheme, n: number): number {
  const price = bands.findLast(({ from }) => n >= from)?.price ?? 0;
  return rise === undefined || n < rise.from ? price : price + rise.by * Math.floor((n - rise.from) / rise.every);
}

/** What so many units cost together, in yuan: items of a calendar month, or pages of an application. */
export function feeFor(scheme: FeeScheme, count: number): number {
  let yuan = 0;
  for (let n = 1; n <= count; n++) yuan += priceOfUnit(scheme, n);
  return yuan;
}

/** An application as the fee by items counts it. */
export interface FeeItem {
  /** Whatever tells applicants apart. */
  readonly applicant: string;
  readonly receivedOn: PlainDate;
}

/** The fee of each item in yuan, in the order given: the n-th of an applicant in a calendar month costs what the n-th costs. */
export function listItemFees(items: readonly FeeItem[]): readonly number[] {
  const counts = new Map<string, number>();
  const fees = items.map(() => 0);
  const byDate = items
    .map((item, index) => ({ ...item, index }))
    .toSorted((one, other) => (one.receivedOn < other.receivedOn ? -1 : one.receivedOn > other.receivedOn ? 1 : 0));
  for (const { applicant, receivedOn, index } of byDate) {
    const key = `${receivedOn.slice(0, 7)} ${applicant}`;
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    fees[index] = priceOfUnit(FEE_BY_ITEMS, n);
  }
  return fees;
}
