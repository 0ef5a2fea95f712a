import { type CellKey, EDITIONS, type EditionId } from "@gongkai/annual-report";
import type { DemoReport } from "./load-demo.ts";
import type { OrganPlan } from "./made-up-organs.ts";
import { createChance, type Chance } from "./chance.ts";
import { writeSections } from "./write-sections.ts";

const APPLICANTS = ["natural", "business", "research", "welfare", "legal", "other"] as const;
/** How often each kind of applicant comes, out of a hundred. */
const APPLICANT_SHARES = [74, 15, 2, 2, 6, 1];

/** How often each result comes; the rows both editions have. */
const RESULT_SHARES: Readonly<Record<string, number>> = {
  granted: 42,
  partial: 11,
  "denied.law": 1,
  "denied.thirdParty": 4,
  "denied.internal": 2,
  "denied.process": 3,
  "denied.enforcement": 2,
  "denied.inquiry": 2,
  "unavailable.notHeld": 19,
  "unavailable.needsCreation": 3,
  "unavailable.unclear": 2,
  "unhandled.petition": 3,
  "unhandled.duplicate": 2,
  "unhandled.reconfirm": 1,
};
const OTHER_RESULTS: Readonly<Record<EditionId, Readonly<Record<string, number>>>> = {
  "2019": { otherHandling: 3 },
  "2021": { "otherHandling.uncorrected": 2, "otherHandling.misc": 1 },
};
const REMEDIES = ["t4.reconsideration", "t4.litigationDirect", "t4.litigationAfter"] as const;
const REMEDY_RESULTS: Readonly<Record<string, number>> = { upheld: 55, corrected: 15, other: 20, pending: 10 };

interface Carried {
  readonly applications: readonly number[];
  readonly documents: number;
  readonly licences: number;
  readonly penalties: number;
}

/** All reports of a made-up organ, each year beginning where the one before ended. */
export function makeReports(plan: OrganPlan): DemoReport[] {
  const reports: DemoReport[] = [];
  let carried: Carried = {
    applications: APPLICANTS.map(() => 0),
    documents: plan.documents,
    licences: plan.decisions > 0 ? 24 : 0,
    penalties: plan.decisions > 0 ? 61 : 0,
  };
  for (let year = plan.firstYear; year <= plan.lastYear; year++) {
    const chance = createChance(`${plan.organ.slug} ${year}`);
    const edition: EditionId = year < 2021 ? "2019" : "2021";
    const { figures, next } = makeFigures(plan, year, edition, carried, chance);
    carried = next;
    reports.push({
      edition,
      year,
      agency: plan.organ.name,
      title: `${plan.organ.name}${year}年政府信息公开工作年度报告`,
      publishedOn: `${year + 1}-01-${String(chance.between(12, 29))}`,
      sections: writeSections({ plan, year, edition, figures, chance }),
      figures: keepPrinted(figures, plan, year),
      ...(plan.blank?.year === year ? { blank: plan.blank.cells } : {}),
    });
  }
  return reports;
}

/** Zeros go without saying; a blank is no figure; the slip is made last, after the text was written. */
function keepPrinted(figures: Readonly<Record<CellKey, number>>, { slip, blank }: OrganPlan, year: number): Record<CellKey, number> {
  const printed = Object.fromEntries(
    Object.entries(figures).filter(
      ([key, value]) => value !== 0 && !(blank?.year === year && blank.cells.some((name) => key.startsWith(name))),
    ),
  );
  if (slip?.year === year) printed[slip.cell] = (printed[slip.cell] ?? 0) + slip.add;
  return printed;
}

function makeFigures(plan: OrganPlan, year: number, edition: EditionId, carried: Carried, chance: Chance) {
  const figures: Record<CellKey, number> = Object.fromEntries(EDITIONS[edition].cells.map(({ key }) => [key, 0]));
  const growth = 1 + 0.08 * (year - plan.firstYear);
  const received = Math.round(plan.applications * growth * (0.8 + chance.share() * 0.4));
  const newOnes = chance.spread(received, APPLICANT_SHARES);
  const shares = { ...RESULT_SHARES, ...OTHER_RESULTS[edition] };
  const left = APPLICANTS.map((column, index) => {
    const open = (carried.applications[index] ?? 0) + (newOnes[index] ?? 0);
    const carriedOut = Math.round(open * 0.09 * chance.share());
    put(figures, `t3.new`, column, newOnes[index] ?? 0);
    put(figures, `t3.carriedIn`, column, carried.applications[index] ?? 0);
    put(figures, `t3.carriedOut`, column, carriedOut);
    const results = chance.spread(open - carriedOut, Object.values(shares));
    Object.keys(shares).forEach((row, at) => put(figures, `t3.${row}`, column, results[at] ?? 0));
    put(figures, "t3.total", column, open - carriedOut);
    return carriedOut;
  });
  for (const group of REMEDIES)
    makeRemedies(figures, group, Math.round(received * (group === "t4.reconsideration" ? 0.06 : 0.025) * chance.share()), chance);
  if ((figures["t4.reconsideration.total"] ?? 0) === 0) clear(figures, "t4.litigationAfter"); // no lawsuit after what never was
  const documents = makeDocuments(figures, plan, edition, carried.documents, chance);
  const changes = plan.decisions === 0 ? [0, 0] : [chance.between(-2, 3), chance.between(-1, 4)];
  const licences = Math.max(1, carried.licences + (changes[0] ?? 0));
  const penalties = Math.max(1, carried.penalties + (changes[1] ?? 0));
  if (plan.decisions > 0) makeDecisions(figures, plan, edition, growth, chance);
  if (edition === "2019" && plan.decisions > 0) {
    Object.assign(figures, {
      "t2.license.prior": carried.licences,
      "t2.license.change": licences - carried.licences,
      "t2.penalty.prior": carried.penalties,
      "t2.penalty.change": penalties - carried.penalties,
    });
  }
  if (edition === "2019") {
    const items = chance.between(0, 6);
    figures["t2.procurement.items"] = items;
    figures["t2.procurement.amount"] = items === 0 ? 0 : (items * chance.between(31_000, 980_000)) / 10_000;
  }
  return { figures, next: { applications: left, documents, licences, penalties } satisfies Carried };
}

/** Adds to a row's cell and to the row's total. */
function put(figures: Record<CellKey, number>, row: string, column: string, value: number): void {
  figures[`${row}.${column}`] = value;
  figures[`${row}.total`] = (figures[`${row}.total`] ?? 0) + value;
}

function makeRemedies(figures: Record<CellKey, number>, group: string, count: number, chance: Chance): void {
  const results = chance.spread(count, Object.values(REMEDY_RESULTS));
  Object.keys(REMEDY_RESULTS).forEach((column, at) => put(figures, group, column, results[at] ?? 0));
}

function clear(figures: Record<CellKey, number>, group: string): void {
  for (const column of [...Object.keys(REMEDY_RESULTS), "total"]) figures[`${group}.${column}`] = 0;
}

/** Normative documents; gives how many are in force at the end of the year. */
function makeDocuments(figures: Record<CellKey, number>, plan: OrganPlan, edition: EditionId, before: number, chance: Chance): number {
  if (plan.documents === 0) return 0;
  const made = chance.between(0, Math.max(1, Math.round(plan.documents / 6)));
  const repealed = Math.min(before, chance.between(0, Math.max(1, Math.round(plan.documents / 8))));
  if (edition === "2019") {
    Object.assign(figures, { "t2.normative.made": made, "t2.normative.published": made, "t2.normative.total": before + made });
    return before + made;
  }
  Object.assign(figures, {
    "t2.normative.issued": made,
    "t2.normative.repealed": repealed,
    "t2.normative.effective": before + made - repealed,
  });
  return before + made - repealed;
}

function makeDecisions(figures: Record<CellKey, number>, plan: OrganPlan, edition: EditionId, growth: number, chance: Chance): void {
  const licences = Math.round(plan.decisions * 0.7 * growth * (0.85 + chance.share() * 0.3));
  const penalties = Math.round(plan.decisions * 0.3 * growth * (0.85 + chance.share() * 0.3));
  Object.assign(figures, { "t2.license.decisions": licences, "t2.penalty.decisions": penalties });
  if (edition === "2021" && plan.decisions > 300) figures["t2.fee.amount"] = chance.between(20_000, 3_000_000) / 10_000;
}
