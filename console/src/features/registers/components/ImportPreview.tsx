import { type RegisterImportPage } from "@gongkai/server/contract";
import { APPLICANT_KIND_WORDS, STATE_WORDS } from "@gongkai/statute";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { RowProblems } from "../../../ui/RowProblems.tsx";

type Preview = NonNullable<RegisterImportPage["preview"]>;
type Row = Preview["rows"][number];

const say = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

const ROWS: readonly Column<Row>[] = [
  { key: "row", title: "行", narrow: true, show: ({ row }) => row },
  { key: "number", title: "编号", show: ({ number }) => number ?? "导入时编号" },
  {
    key: "applicant",
    title: "申请人",
    show: ({ applicant, applicantKind }) => (
      <>
        {applicant}
        {applicantKind === null ? null : <small>{say(APPLICANT_KIND_WORDS, applicantKind)}</small>}
      </>
    ),
  },
  { key: "title", title: "申请内容", show: ({ title }) => title },
  { key: "received", title: "收到", narrow: true, show: ({ receivedOn }) => receivedOn ?? "" },
  {
    key: "outcome",
    title: "结果",
    show: ({ outcome, state, remarks }) => (
      <>
        {outcome ?? say(STATE_WORDS, state)}
        {remarks.map(({ at, message }) => (
          <small key={`${at}${message}`}>
            {at}：{message}
          </small>
        ))}
      </>
    ),
  },
];

/** What is wrong with which row, and the first rows as they will be. */
export function ImportPreview({ preview: { good, bad, rows, problems } }: { readonly preview: Preview }) {
  return (
    <>
      <RowProblems problems={problems} lead={`可以导入 ${good} 行，有问题不会导入的 ${bad} 行。`} />
      <section className="panel" aria-labelledby="preview-title">
        <h2 id="preview-title">导入后的样子（前 {rows.length} 行）</h2>
        <ListTable
          caption="导入后的样子"
          columns={ROWS}
          rows={rows}
          keyOf={({ row }) => String(row)}
          empty={<p>现在没有可以导入的行：请先改正上面的对应关系，或者改正文件后重新上传。</p>}
        />
      </section>
    </>
  );
}
