import { type Calendar, type CaseEvent, endOfLimit, EXTENSION, type PlainDate, receiptRule, REPLY } from "@gongkai/statute";
import { readDate, type RowProblem, shortenFound } from "../imports/index.ts";
import { findChannel, findKind, findOutcome } from "./cell-words.ts";
import { FIELDS, type FieldName } from "./fields.ts";
import { type ImportedApplication, NO_TITLE, type TakenRow } from "./imported-case.ts";
import type { ImportMapping } from "./mapping.ts";

export interface RowOptions {
  readonly mapping: ImportMapping;
  readonly headings: readonly string[];
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

const YES = /^(?:是|有|已延期|延期|√|✓|y|yes|1|true)$/i;
const NO = /^(?:否|无|没有|未延期|不延期|×|n|no|0|false|[-—/]+)?$/i;
const LONGEST_TITLE = 200;

/** Takes a row of a register as a case, or tells everything that is wrong with it. */
export function takeRow(row: number, cells: readonly string[], options: RowOptions): TakenRow {
  const { mapping, headings, today } = options;
  const problems: RowProblem[] = [];
  const remarks: RowProblem[] = [];
  const text = (field: FieldName): string => {
    const column = mapping.columns[field];
    return column === undefined ? "" : (cells[column] ?? "").normalize("NFKC").trim();
  };
  const nameOf = (field: FieldName): string => headings[mapping.columns[field] ?? -1] || FIELDS[field].label;
  const tell = (to: RowProblem[], field: FieldName, message: string) =>
    void to.push({ at: nameOf(field), found: shortenFound(text(field)), message });
  const wrong = (field: FieldName, message: string) => tell(problems, field, message);
  const date = (field: FieldName): PlainDate | undefined => {
    const given = text(field);
    if (/^[-—/无]*$/.test(given)) return undefined;
    const read = readDate(given);
    if (read === undefined) wrong(field, "不是日期。请写明年月日，例如 2021-03-02 或者 2021年3月2日。");
    else if (read > today) wrong(field, "日期晚于今天，请检查。");
    return read;
  };

  const kind = text("applicantKind") === "" ? (mapping.applicantKind ?? undefined) : findKind(text("applicantKind"));
  if (kind === undefined)
    wrong(
      "applicantKind",
      text("applicantKind") === ""
        ? "没有申请人类型。请选择该列，或者设定空白时采用的类型。"
        : "不认识这一申请人类型。可用：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他。",
    );
  const channel = text("channel") === "" ? (mapping.channel ?? undefined) : findChannel(text("channel"));
  if (channel === undefined)
    wrong(
      "channel",
      text("channel") === ""
        ? "没有申请方式。请选择该列，或者设定空白时采用的方式。"
        : "不认识这一申请方式。可用：当面、邮寄、平信、网上、传真、口头。",
    );
  const submittedOn = date("submittedOn");
  const receivedOn = date("receivedOn");
  const extendedOn = date("extendedOn");
  const repliedOn = date("repliedOn");
  const deliveredOn = date("deliveredOn");
  const first = submittedOn ?? receivedOn;
  if (first === undefined && problems.every(({ at }) => at !== nameOf("receivedOn") && at !== nameOf("submittedOn"))) {
    wrong("receivedOn", "没有收到日期，也没有提交日期。");
  }
  if (submittedOn !== undefined && receivedOn !== undefined && receivedOn < submittedOn) wrong("receivedOn", "收到日期早于提交日期。");
  const received = receivedOn ?? submittedOn;
  if (repliedOn !== undefined && received !== undefined && repliedOn < received) wrong("repliedOn", "答复日期早于收到日期。");
  if (repliedOn !== undefined && deliveredOn !== undefined && deliveredOn < repliedOn) wrong("deliveredOn", "送达日期早于答复日期。");
  const outcome = text("outcome") === "" ? undefined : findOutcome(text("outcome"), mapping.outcomes);
  if (text("outcome") !== "" && outcome === undefined) wrong("outcome", "不能确定属于表三的哪一行。请为这一用语选择答复类型。");
  if (repliedOn !== undefined && text("outcome") === "") wrong("outcome", "有答复日期，没有答复类型。");
  if (repliedOn === undefined && outcome !== undefined && !problems.some(({ at }) => at === nameOf("repliedOn")))
    wrong("repliedOn", "有答复类型，没有答复日期。");
  const isExtended = extendedOn !== undefined || YES.test(text("extended"));
  if (!isExtended && !NO.test(text("extended"))) wrong("extended", "应为“是”或者“否”。");
  if (problems.length > 0 || kind === undefined || channel === undefined || first === undefined || received === undefined)
    return { row, taken: undefined, problems, remarks };

  const byConfirmation = receiptRule(channel).by === "confirmed";
  const events: CaseEvent[] = byConfirmation
    ? [
        { type: "submitted", on: first },
        { type: "confirmed", on: received },
      ]
    : [{ type: "submitted", on: received }];
  if (submittedOn !== undefined && !byConfirmation && submittedOn !== received)
    tell(remarks, "submittedOn", "按收到日期记为提交、收到之日。");
  if (isExtended) {
    const due = endOfLimit(REPLY, received, options.calendar);
    const assumed = repliedOn !== undefined && repliedOn < due ? repliedOn : due > today ? today : due;
    if (extendedOn === undefined) tell(remarks, "extended", `没有延期日期，按 ${assumed} 记。`);
    events.push({ type: "extended", on: extendedOn ?? assumed, days: EXTENSION.longest });
  }
  if (repliedOn !== undefined && outcome === "withdrawn") events.push({ type: "withdrawn", on: repliedOn });
  else if (repliedOn !== undefined && outcome !== undefined && outcome !== "withdrawn") {
    const article = text("article");
    events.push({ type: "replied", on: repliedOn, outcome, ...(article === "" ? {} : { article }) });
    if (deliveredOn !== undefined) events.push({ type: "delivered", on: deliveredOn });
  }
  if (repliedOn !== undefined && mapping.closeAnswered) events.push({ type: "closed", on: deliveredOn ?? repliedOn });
  const wanted = text("title");
  if (wanted.length > LONGEST_TITLE) tell(remarks, "title", "内容较长，全文记入内容描述。");
  const title = wanted === "" ? NO_TITLE : wanted.slice(0, LONGEST_TITLE);
  const description = [wanted.length > LONGEST_TITLE ? wanted : "", text("description")]
    .filter((part) => part !== "")
    .join("\n")
    .slice(0, 5000);
  const isMasked = text("applicantName").includes("*");
  if (isMasked) tell(remarks, "applicantName", "姓名已经隐去，不记为申请人姓名。");
  const optional = (name: string, value: string) => (value === "" ? {} : { [name]: value });
  const taken: ImportedApplication = {
    kind: "application",
    number: text("number") === "" ? null : text("number").slice(0, 60),
    file: { channel, events },
    applicant: {
      kind,
      ...optional("name", isMasked ? "" : text("applicantName").slice(0, 100)),
      ...optional("idNumber", text("idNumber").slice(0, 40)),
      ...optional("creditCode", text("creditCode").slice(0, 40)),
      ...optional("telephone", text("telephone").slice(0, 40)),
      ...optional("address", text("address").slice(0, 200)),
      ...optional("email", /^\S+@\S+\.\S+$/.test(text("email")) ? text("email").slice(0, 200) : ""),
    },
    request: {
      title,
      description,
      carrier: "paper",
      delivery: "post",
      ...optional("documentNumber", text("documentNumber").slice(0, 100)),
    },
    summary: title.slice(0, 100),
    letterNumber: text("letterNumber") === "" ? null : text("letterNumber").slice(0, 60),
  };
  return { row, taken, problems, remarks };
}
