import type { PlainDate } from "@gongkai/statute";
import { addressKey, type ItemFields } from "../disclosures/index.ts";
import { ItemDraft } from "../disclosures/schema.ts";
import { readDate, type RowProblem, shortenFound } from "../imports/index.ts";
import { findGenre, findNormative, findValidity, genreOfTitle } from "./cell-words.ts";
import { ITEM_FIELDS, type ItemFieldName } from "./fields.ts";
import type { KnownEntries } from "./known-entries.ts";
import type { ItemMapping } from "./mapping.ts";
import type { CheckedRow } from "./taken-row.ts";

export interface RowOptions {
  readonly mapping: ItemMapping;
  readonly headings: readonly string[];
  readonly today: PlainDate;
  readonly entries: KnownEntries;
  /** The name in the archive of a file the register names; undefined when it holds none, or several of that name. */
  readonly findFile: (name: string) => string | undefined;
}

/** Nothing was public on the web before. */
const EARLIEST = "1990-01-01";
const MOST_ATTACHMENTS = 50;

/** Takes a row of a register as an item that is public elsewhere, or tells everything that is wrong with it. */
export function takeRow(row: number, cells: readonly string[], options: RowOptions): CheckedRow {
  const { mapping, headings, today, entries, findFile } = options;
  const problems: RowProblem[] = [];
  const remarks: RowProblem[] = [];
  const raw = (field: ItemFieldName): string => {
    const column = mapping.columns[field];
    return column === undefined ? "" : (cells[column] ?? "").trim();
  };
  const line = (field: ItemFieldName): string =>
    raw(field)
      .replaceAll(/\s+/g, " ")
      .replaceAll(/\p{Cc}/gu, "");
  const nameOf = (field: ItemFieldName): string => headings[mapping.columns[field] ?? -1] || ITEM_FIELDS[field].label;
  const tell = (to: RowProblem[], field: ItemFieldName, message: string, found = line(field)) =>
    void to.push({ at: nameOf(field), found: shortenFound(found), message });
  const wrong = (field: ItemFieldName, message: string, found?: string) => tell(problems, field, message, found);
  const date = (field: ItemFieldName): PlainDate | undefined => {
    const given = line(field);
    if (/^[-—/无]*$/.test(given)) return undefined;
    const read = readDate(given);
    if (read === undefined) wrong(field, "不是日期。请写明年月日，例如 2021-03-02 或者 2021年3月2日。");
    else if (read < EARLIEST) wrong(field, "日期过早，请检查。");
    return read;
  };
  const past = (field: ItemFieldName): PlainDate | undefined => {
    const read = date(field);
    if (read !== undefined && read > today) wrong(field, "日期晚于今天，请检查。");
    return read;
  };

  const title = line("title");
  if (title === "") wrong("title", "没有标题。");
  const publishedOn = past("publishedOn");
  if (publishedOn === undefined && line("publishedOn") === "") wrong("publishedOn", "没有发布日期。移入的信息应当写明原来公开的日期。");
  const given = past("formedOn");
  const formedOn = given ?? publishedOn;
  if (given === undefined && publishedOn !== undefined && line("formedOn") === "")
    tell(remarks, "formedOn", `没有成文日期，按发布日期 ${publishedOn} 记。`);
  if (given !== undefined && publishedOn !== undefined && given > publishedOn) wrong("formedOn", "成文日期晚于发布日期。");
  const effectiveOn = date("effectiveOn") ?? null;
  const validUntil = date("validUntil") ?? null;
  if (validUntil !== null && formedOn !== undefined && validUntil < (effectiveOn ?? formedOn))
    wrong("validUntil", "失效日期早于成文日期或者实施日期。");

  const entry = entries.find(line("entry"), mapping);
  if (entry === undefined)
    wrong(
      "entry",
      line("entry") === ""
        ? "没有写明目录。请选择该列，或者设定空白时归入的目录条目。"
        : "本机关的公开目录中没有这一条目。请为这一用语选择目录条目。",
    );
  const genre = line("genre") === "" ? undefined : findGenre(line("genre"));
  if (line("genre") !== "" && genre === undefined) tell(remarks, "genre", "不认识这一体裁，按标题或者默认体裁记。");
  const normative = findNormative(line("normative"));
  const stated = findValidity(line("validity"));
  if (stated === undefined) wrong("validity", "不认识这一有效性。可用：有效、修改、废止、失效。");
  const isOver = stated === "repealed" || stated === "lapsed";
  if (isOver && normative !== null && validUntil === null) wrong("validUntil", "规范性文件已经废止或者失效的，应当写明日期。");

  const text = raw("text");
  const named = raw("textFile");
  const textFile = named === "" ? undefined : findFile(named);
  if (named !== "" && textFile === undefined) wrong("textFile", "压缩包中没有这个文件，或者有多个同名文件。");
  const files = raw("attachments")
    .split(/[;；|\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "" && !/^[-—无]+$/.test(name));
  if (files.length > MOST_ATTACHMENTS) wrong("attachments", `附件不能超过${MOST_ATTACHMENTS}个。`);
  const attachments = files.flatMap((name) => {
    const found = findFile(name);
    if (found === undefined) wrong("attachments", "压缩包中没有这个文件，或者有多个同名文件。", name);
    return found === undefined ? [] : [found];
  });
  if (text === "" && named === "" && files.length === 0) wrong("text", "没有正文，也没有附件。");
  const address = line("address");
  if (address !== "" && addressKey(address) === null) wrong("address", "不是网址。应以 http:// 或者 https:// 开头。");

  const fields = readFields();
  if (problems.length > 0 || fields === undefined || publishedOn === undefined) return { row, cells, item: undefined, problems, remarks };
  const validity = stated === null || stated === undefined ? (normative === null ? null : "effective") : stated;
  const since = isOver ? (validUntil ?? publishedOn) : (effectiveOn ?? publishedOn);
  return {
    row,
    cells,
    item: {
      fields,
      publishedOn,
      indexNumber: line("indexNumber"),
      address,
      validity: validity === null ? null : { validity, note: "", on: since > today ? publishedOn : since },
      text: textFile === undefined ? text : "",
      textFile: textFile ?? null,
      attachments,
    },
    problems,
    remarks,
  };

  /** Held to the same limits as what is drafted here. */
  function readFields(): ItemFields | undefined {
    if (line("indexNumber").length > 80) wrong("indexNumber", "不能超过80个字。");
    if (address.length > 1000) wrong("address", "不能超过1000个字。");
    const parsed = ItemDraft.safeParse({
      title: title === "" ? "—" : title,
      summary: raw("summary"),
      genre: genre ?? genreOfTitle(title) ?? mapping.genre ?? "other",
      entry: entry?.id ?? NONE,
      documentNumber: line("documentNumber"),
      topic: line("topic"),
      keywords: line("keywords")
        .split(/[;；,，、\s]+/)
        .filter((word) => word !== ""),
      publisher: line("publisher"),
      source: line("source"),
      formedOn: formedOn ?? today,
      effectiveOn,
      validUntil,
      normative,
      html: "",
    });
    if (!parsed.success) {
      for (const { path, ...issue } of parsed.error.issues) {
        const field = FIELD_OF[String(path[0])];
        if (field === undefined) continue; // told above already
        wrong(
          field,
          issue.code === "too_big"
            ? `不能超过${String(issue.maximum)}${path[0] === "keywords" && path.length === 1 ? "个" : "个字"}。`
            : "内容不符合格式，请检查。",
        );
      }
      return undefined;
    }
    const { html: _html, attachments: _attachments, ...rest } = parsed.data;
    return rest;
  }
}

const NONE = "00000000-0000-4000-8000-000000000000";

/** Columns behind the fields of a draft whose limits are asked there. */
const FIELD_OF: Readonly<Record<string, ItemFieldName>> = {
  title: "title",
  summary: "summary",
  documentNumber: "documentNumber",
  topic: "topic",
  keywords: "keywords",
  publisher: "publisher",
  source: "source",
};
