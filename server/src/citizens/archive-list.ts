import { listCaseFiles as listOfficeFiles } from "../attachments/index.ts";
import { type Ledger, readHistory } from "../ledger/index.ts";
import { findLetterKind, listLetters } from "../letters/index.ts";
import { writeSheet } from "../platform/write-sheet.ts";
import { FILE_TYPES } from "./check-file.ts";
import { listCaseFiles } from "./keep-file.ts";
import { listStatements } from "./queries.ts";
import { shanghaiDate } from "./shanghai-time.ts";
import { STATEMENT_WORDS, type StatementKind } from "./statement-words.ts";

/** One paper of the case file. */
export interface ArchivedPaper {
  readonly on: string;
  readonly name: string;
  /** The number of a letter. */
  readonly number: string | null;
  readonly from: string;
  readonly remark: string;
  /** Of the bytes as they are kept. */
  readonly sha256: string | null;
}

const RELEASE_REMARKS = {
  returned: "随退回的答复稿",
  drafted: "拟随答复提供",
  signed: "随答复提供，未送达",
  served: "随答复提供给申请人",
} as const;

/** The papers of a case in the order of their days: what was handed in, the letters that went out, what the office put to it. Names of applicants' files stay sealed. */
export async function listArchive(
  { db }: Pick<Ledger, "db">,
  { agencyId, applicationId }: { readonly agencyId: number; readonly applicationId: string },
): Promise<readonly ArchivedPaper[]> {
  const [history, letters, office, handedIn, statements] = await Promise.all([
    readHistory(db, agencyId, { kind: "application", id: applicationId }),
    listLetters(db, agencyId, applicationId),
    listOfficeFiles(db, { agencyId, applicationId }),
    listCaseFiles(db, agencyId, applicationId),
    listStatements(db, agencyId, applicationId),
  ]);
  const [first] = history;
  if (first === undefined) return [];
  const nothing = { number: null, remark: "", sha256: null };
  const papers: readonly ArchivedPaper[] = [
    { ...nothing, on: first.on, name: "政府信息公开申请", from: "申请人" },
    ...handedIn.map(({ added_at, media_type, erased_at, sha256 }) => ({
      ...nothing,
      on: shanghaiDate(added_at),
      name: `提交的附件（${FILE_TYPES[media_type]?.words ?? media_type}）`,
      from: "申请人、第三方",
      remark: erasedOr(erased_at !== null, ""),
      sha256,
    })),
    ...statements.map(({ kind, given_on }) => ({
      ...nothing,
      on: given_on,
      name: STATEMENT_WORDS[kind as StatementKind], // held to the list by a check of the table
      from: kind === "opinion" ? "第三方" : "申请人",
    })),
    ...letters
      .filter(({ state }) => state === "issued")
      .map(({ kind, title, number, issued_on, content_sha256 }) => ({
        on: issued_on ?? "",
        name: title,
        number,
        from: "本机关",
        remark: findLetterKind(kind)?.to === "applicant" ? "发给申请人" : "",
        sha256: content_sha256,
      })),
    ...office.map(({ addedOn, name, belongsTo, released, isErased, sha256 }) => ({
      ...nothing,
      on: addedOn,
      name,
      from: belongsTo === "applicant" ? "申请人、第三方" : "本机关",
      remark: erasedOr(isErased, released === null ? "" : RELEASE_REMARKS[released]),
      sha256,
    })),
  ];
  return papers.toSorted((one, other) => one.on.localeCompare(other.on));
}

function erasedOr(isErased: boolean, remark: string): string {
  return isErased ? "已按保存期限清除" : remark;
}

/** 案卷目录, as a workbook. */
export function writeArchiveList(papers: readonly ArchivedPaper[]): Uint8Array {
  return writeSheet({
    name: "案卷目录",
    headings: [
      { text: "序号", width: 7 },
      { text: "日期", width: 12 },
      { text: "材料名称", width: 46 },
      { text: "文号", width: 26 },
      { text: "来源", width: 18 },
      { text: "备注", width: 24 },
      { text: "哈希值（SHA-256）", width: 68 },
    ],
    rows: papers.map(({ on, name, number, from, remark, sha256 }, index) => [index + 1, on, name, number, from, remark, sha256]),
  });
}
