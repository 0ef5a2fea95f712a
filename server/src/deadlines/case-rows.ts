import { type ApplicationCase, type CaseEvent, EVENT_TYPES, type EventType, LONGEST_LIMIT, OUTCOME_CODES } from "@gongkai/statute";
import type { Problem } from "./answer.ts";
import { type Asked, type Field, isChannel, type Row, STAGE_WORDS } from "./asked.ts";
import { dateProblem, readDate } from "./read-date.ts";

/** Something a row can still be told; the law cannot do without what is needed. */
export interface RowDetail {
  readonly field: Field;
  readonly label: string;
  readonly isNeeded: boolean;
}

const DETAILS: ReadonlyMap<string, readonly RowDetail[]> = new Map([
  ["correctionAsked", [{ field: "until", label: "补正期限（最后一日）", isNeeded: false }]],
  [
    "consultationSent",
    [
      { field: "with", label: "征求谁的意见", isNeeded: true },
      { field: "until", label: "对方收到之日", isNeeded: false },
    ],
  ],
  ["opinionReceived", [{ field: "id", label: "第几项征求意见", isNeeded: false }]],
  ["opinionExpired", [{ field: "id", label: "第几项征求意见", isNeeded: false }]],
  ["extended", [{ field: "days", label: "延长的工作日数", isNeeded: true }]],
  ["feeNotified", [{ field: "until", label: "申请人收到通知之日", isNeeded: false }]],
  ["replied", [{ field: "outcome", label: "答复结果", isNeeded: true }]],
  ["reopened", [{ field: "days", label: "责令的工作日数", isNeeded: false }]],
]);

/** What a row of that type asks for beside its date. */
export function detailsOf(type: string): readonly RowDetail[] {
  return DETAILS.get(type) ?? [];
}

export const CONSULTED_WORDS = { thirdParty: "第三方", organ: "其他机关" } as const;

export type ReadRows =
  | { readonly ok: true; readonly application: Pick<ApplicationCase, "channel" | "events"> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The rows of the form as a case; everything that is wrong with them is told at once. */
export function readRows({ channel, rows }: Asked): ReadRows {
  const problems: Problem[] = [];
  if (!isChannel(channel)) problems.push({ field: "channel", message: "请选择申请的提交方式。" });
  if (rows.length === 0) problems.push({ field: "type.1", message: "请至少填写一个事项和它的日期。" });
  const open: string[] = [];
  let consultations = 0;
  const events = rows.flatMap((row, index): readonly CaseEvent[] => {
    const complain = (field: Field, message: string) => void problems.push({ field: `${field}.${index + 1}`, message, row: index + 1 });
    const on = readDate(row.date);
    if (row.type === "") complain("type", "请选择事项。");
    if (on === undefined) complain("date", dateProblem(row.date, "日期"));
    const until = row.until === "" ? undefined : readDate(row.until);
    const details = detailsOf(row.type);
    for (const { field, label, isNeeded } of details) if (isNeeded && row[field] === "") complain(field, `请填写${label}。`);
    if (details.some(({ field }) => field === "until") && row.until !== "" && until === undefined)
      complain("until", dateProblem(row.until, "日期"));
    const isDaysWrong = row.days !== "" && !(/^\d{1,4}$/.test(row.days) && Number(row.days) >= 1 && Number(row.days) <= LONGEST_LIMIT);
    if (details.some(({ field }) => field === "days") && isDaysWrong) complain("days", "工作日数应为正整数。");
    if (row.type === "consultationSent") open.push(String(++consultations));
    if (row.id !== "" && details.some(({ field }) => field === "id") && !/^[1-9]\d?$/.test(row.id))
      complain("id", "应为第几项的序号，如 1。");
    const id = row.type === "consultationSent" ? String(consultations) : row.id === "" ? (open[0] ?? "1") : row.id;
    if (row.type === "opinionReceived" || row.type === "opinionExpired") open.splice(0, open.length, ...open.filter((one) => one !== id));
    const isStage = Object.hasOwn(STAGE_WORDS, row.type);
    if (row.type !== "" && !isStage && !isEventType(row.type)) complain("type", "没有这种事项，请重新选择。");
    return on === undefined ? [] : makeEvent(row, { on, id, ...(until === undefined ? {} : { until }) });
  });
  if (problems.length > 0 || !isChannel(channel)) return { ok: false, problems };
  return { ok: true, application: { channel, events } };
}

type Dates = {
  readonly on: NonNullable<ReturnType<typeof readDate>>;
  readonly until?: NonNullable<ReturnType<typeof readDate>>;
  readonly id: string;
};

function makeEvent(row: Row, { on, until, id }: Dates): readonly CaseEvent[] {
  const { type } = row;
  if (!isEventType(type)) return [{ type: "noted", on, name: type }];
  switch (type) {
    case "correctionAsked":
      return [{ type, on, ...(until === undefined ? {} : { by: until }) }];
    case "consultationSent":
      return [{ type, on, with: row.with === "organ" ? "organ" : "thirdParty", id, ...(until === undefined ? {} : { receivedOn: until }) }];
    case "opinionReceived":
      return [{ type, on, id, position: "none" }];
    case "opinionExpired":
      return [{ type, on, id }];
    case "extended":
      return [{ type, on, days: Number(row.days) }];
    case "feeNotified":
      return [{ type, on, ...(until === undefined ? {} : { receivedOn: until }) }];
    case "replied": {
      const outcome = OUTCOME_CODES.find((code) => code === row.outcome);
      return outcome === undefined ? [] : [{ type, on, outcome }];
    }
    case "reopened":
      return [{ type, on, ...(row.days === "" ? {} : { days: Number(row.days) }) }];
    default:
      return [{ type, on }];
  }
}

/** A case from elsewhere as rows of the form. Notes that name no stage of the work are left out: they move nothing. */
export function rowsOf({ events }: Pick<ApplicationCase, "events">): readonly Row[] {
  const ids: string[] = [];
  const none: Row = { type: "", date: "", until: "", days: "", with: "", id: "", outcome: "" };
  return events.flatMap((event): readonly Row[] => {
    const row = { ...none, type: event.type === "noted" ? event.name : event.type, date: event.on };
    switch (event.type) {
      case "noted":
        return Object.hasOwn(STAGE_WORDS, event.name) ? [row] : [];
      case "correctionAsked":
        return [{ ...row, until: event.by ?? "" }];
      case "consultationSent":
        ids.push(event.id);
        return [{ ...row, with: event.with, until: event.receivedOn ?? "" }];
      case "opinionReceived":
      case "opinionExpired":
        // Named by their place in the form; one that answers nothing stays so.
        return [{ ...row, id: String(ids.lastIndexOf(event.id) + 1 || 99) }];
      case "extended":
        return [{ ...row, days: String(event.days) }];
      case "feeNotified":
        return [{ ...row, until: event.receivedOn ?? "" }];
      case "replied":
        return [{ ...row, outcome: event.outcome }];
      case "reopened":
        return [{ ...row, days: event.days === undefined ? "" : String(event.days) }];
      default:
        return [row];
    }
  });
}

function isEventType(text: string): text is EventType {
  return EVENT_TYPES.some((type) => type === text);
}
