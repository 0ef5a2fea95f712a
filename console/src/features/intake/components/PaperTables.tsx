import type { CitizenFile, CitizenPapers } from "@gongkai/server/contract";
import { Button } from "antd";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { paperFile } from "../api/intake.ts";

type Statement = CitizenPapers["statements"][number];
type MadeLink = CitizenPapers["links"][number];

const TYPE_WORDS: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/jpeg": "JPG 图片",
  "image/png": "PNG 图片",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word 文档",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel 表格",
  "application/x-cfb": "旧版 Word、Excel、WPS",
  "text/plain": "纯文本",
};

/** Files that were handed in. Their names are sealed too: the download has them. */
export function FileTable({
  agency,
  application,
  files,
  statements,
}: {
  readonly agency: string;
  readonly application: string;
  readonly files: readonly CitizenFile[];
  readonly statements: readonly Statement[];
}) {
  const cameWith = ({ statement }: CitizenFile) => statements.find(({ id }) => id === statement)?.kindWords ?? "申请";
  const columns: readonly Column<CitizenFile>[] = [
    {
      key: "type",
      title: "附件",
      show: ({ mediaType, size, remark }) => (
        <>
          {TYPE_WORDS[mediaType] ?? mediaType}，{saySize(size)}
          {remark === null ? null : <small>{remark}</small>}
        </>
      ),
    },
    { key: "with", title: "随附于", show: cameWith },
    { key: "added", title: "提交时间", show: ({ addedAt }) => sayInstant(addedAt) },
    {
      key: "acts",
      title: "操作",
      show: (file) =>
        file.isErased ? (
          "已按保存期限清除"
        ) : (
          <a
            href={paperFile(agency, application, file.id)}
            download
            aria-label={`下载${cameWith(file)}的附件，${sayInstant(file.addedAt)}`}
          >
            下载
          </a>
        ),
    },
  ];
  return <ListTable caption="附件" columns={columns} rows={files} keyOf={({ id }) => id} empty={null} />;
}

/** What was said: when and what kind, the words behind a press. */
export function StatementTable({
  statements,
  onOpen,
}: {
  readonly statements: readonly Statement[];
  readonly onOpen: (statement: Statement) => void;
}) {
  const columns: readonly Column<Statement>[] = [
    { key: "kind", title: "陈述", show: ({ kindWords }) => kindWords },
    { key: "on", title: "日期", show: ({ givenOn }) => givenOn },
    {
      key: "acts",
      title: "操作",
      show: (statement) => (
        <Button
          type="link"
          className="link-button"
          aria-label={`查看${statement.kindWords}，${statement.givenOn}`}
          onClick={() => onOpen(statement)}
        >
          查看
        </Button>
      ),
    },
  ];
  return <ListTable caption="陈述" columns={columns} rows={statements} keyOf={({ id }) => id} empty={null} />;
}

/** Links that were made for third parties, and what became of them. */
export function LinkTable({ links }: { readonly links: readonly MadeLink[] }) {
  const columns: readonly Column<MadeLink>[] = [
    { key: "consultation", title: "意见链接", show: ({ consultation }) => `第 ${consultation} 项征求意见` },
    { key: "made", title: "生成", show: ({ createdAt }) => sayInstant(createdAt) },
    { key: "until", title: "有效至", show: ({ expiresAt }) => sayInstant(expiresAt) },
    { key: "state", title: "情况", show: (link) => <LinkMark link={link} /> },
  ];
  return <ListTable caption="第三方提交意见的链接" columns={columns} rows={links} keyOf={({ id }) => id} empty={null} />;
}

function LinkMark({ link: { usedAt, isRevoked, openedAt } }: { readonly link: MadeLink }) {
  if (usedAt !== null) return <Mark tone="fine">已提交意见，{sayInstant(usedAt)}</Mark>;
  if (isRevoked) return <Mark tone="plain">已换发，不再有效</Mark>;
  return openedAt === null ? <Mark tone="notice">还没有打开</Mark> : <Mark tone="notice">已打开，{sayInstant(openedAt)}</Mark>;
}

function saySize(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
