import {
  type CaseEvent,
  type CaseFile,
  type CaseProblem,
  describeCaseProblem,
  parseCases,
  type PlainDate,
  type RemedyEvent,
} from "@gongkai/statute";
import { z } from "zod";
import { Applicant, InformationRequest } from "../applications/index.ts";
import type { RowProblem } from "../imports/index.ts";
import { NO_TITLE, type ImportedCase, type TakenRow } from "./imported-case.ts";

/** What an export of ours adds to a case file; files of other systems may do without. */
const Extras = z.object({
  applicant: Applicant.partial().loose().optional(),
  request: InformationRequest.partial().loose().optional(),
  letterNumber: z.string().max(60).optional(),
  body: z.string().max(100).optional(),
  application: z.string().max(60).optional(),
});

/** Reads the cases of a file as values, one by one: one case, an array, or one case per line. Undefined for a line that is no JSON. */
export function readCaseValues(text: string): readonly unknown[] {
  const plain = text.replace(/^\uFEFF/, "");
  try {
    const whole: unknown = JSON.parse(plain);
    return Array.isArray(whole) ? whole : [whole];
  } catch {
    return plain
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "")
      .map(readLine);
  }
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Takes a case of a file, or tells everything that is wrong with it. */
export function takeCase(
  row: number,
  value: unknown,
  { today, agencyNames }: { readonly today: PlainDate; readonly agencyNames: readonly string[] },
): TakenRow {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { row, taken: undefined, problems: [{ at: "", found: "", message: "不是一件案件：应为 JSON 对象。" }], remarks: [] };
  }
  const parsed = parseCases(JSON.stringify(value));
  const [file] = parsed.ok ? parsed.value : [];
  if (!parsed.ok || file === undefined) {
    return { row, taken: undefined, problems: parsed.ok ? [] : parsed.problems.map((problem) => describe(row, problem)), remarks: [] };
  }
  const extras = Extras.safeParse(value);
  const problems = [...findProblems(file, today)];
  if (!extras.success)
    problems.push(...extras.error.issues.map(({ path }) => ({ at: path.join("."), found: "", message: "内容不符合格式，请检查。" })));
  const remarks: RowProblem[] = [];
  if (file.agency !== undefined && !agencyNames.includes(file.agency)) {
    remarks.push({ at: "agency", found: file.agency.slice(0, 40), message: "文件中写明的机关名称与本机关不同，请确认属于本机关。" });
  }
  const taken = problems.length > 0 || !extras.success ? undefined : toImported(file, extras.data);
  return { row, taken, problems, remarks };
}

function describe(row: number, problem: CaseProblem): RowProblem {
  return { at: problem.at, found: problem.found ?? "", message: `${describeCaseProblem({ ...problem, case: row })}。` };
}

function findProblems(file: CaseFile, today: PlainDate): readonly RowProblem[] {
  const begins = file.kind === "application" ? "submitted" : "filed";
  const inOrder = sortEvents<CaseEvent | RemedyEvent>(file.events);
  if (inOrder[0]?.type !== begins) {
    return [
      {
        at: "events",
        found: inOrder[0]?.type ?? "",
        message: file.kind === "application" ? "最早的事件应为提交申请（submitted）。" : "最早的事件应为提起（filed）。",
      },
    ];
  }
  const late = inOrder.find(({ on }) => on > today);
  return late === undefined ? [] : [{ at: "events", found: late.on, message: "事件的日期晚于今天，请检查。" }];
}

/** By date; of one day, as they stand in the file. */
function sortEvents<Event extends { readonly on: string }>(events: readonly Event[]): readonly Event[] {
  return events.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function toImported(
  file: CaseFile,
  { applicant = {}, request = {}, letterNumber, body, application }: z.infer<typeof Extras>,
): ImportedCase {
  const number = file.number?.trim() ?? "";
  if (file.kind === "remedy") {
    const { remedy, events } = file;
    return {
      kind: "remedy",
      number: number === "" ? null : number.slice(0, 100),
      file: { remedy, events: sortEvents(events) },
      body: body ?? "（原文件未载明）",
      application: application ?? null,
    };
  }
  const { title = NO_TITLE, description = "", carrier = "paper", delivery = "post", documentNumber, period } = request;
  return {
    kind: "application",
    number: number === "" ? null : number.slice(0, 60),
    file: { channel: file.channel, events: sortEvents(file.events) },
    applicant: { ...knownOf(applicant), kind: file.applicant.kind },
    request: {
      title,
      description,
      carrier,
      delivery,
      ...(documentNumber === undefined ? {} : { documentNumber }),
      ...(period === undefined ? {} : { period }),
    },
    summary: title.slice(0, 100),
    letterNumber: letterNumber ?? null,
  };
}

/** A masked name is no name: it would be taken for a person of that name. */
function knownOf({
  name,
  idType,
  idNumber,
  creditCode,
  representative,
  telephone,
  address,
  postcode,
  email,
}: NonNullable<z.infer<typeof Extras>["applicant"]>): Partial<Applicant> {
  const fields = {
    name: name?.includes("*") === true ? undefined : name,
    idType,
    idNumber,
    creditCode,
    representative,
    telephone,
    address,
    postcode,
    email,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Applicant>; // only absent fields are left out
}
