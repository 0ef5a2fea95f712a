import { GENRES, type ItemImportPage } from "@gongkai/server/contract";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { RowProblems } from "../../../ui/RowProblems.tsx";

type Preview = NonNullable<ItemImportPage["preview"]>;
type Row = Preview["rows"][number];

const ROWS: readonly Column<Row>[] = [
  { key: "row", title: "行", narrow: true, show: ({ row }) => row },
  {
    key: "title",
    title: "标题",
    show: ({ title, documentNumber }) => (
      <>
        {title}
        {documentNumber === "" ? null : <small>{documentNumber}</small>}
      </>
    ),
  },
  { key: "number", title: "索引号", show: ({ indexNumber }) => indexNumber ?? "移入时编号" },
  { key: "published", title: "原发布日期", narrow: true, show: ({ publishedOn }) => publishedOn },
  {
    key: "entry",
    title: "目录",
    show: ({ entry, genre }) => (
      <>
        {entry}
        <small>{GENRES[genre]}</small>
      </>
    ),
  },
  {
    key: "text",
    title: "正文",
    show: ({ text, attachments, remarks }) => (
      <>
        {text}
        {attachments === 0 ? null : <small>附件 {attachments} 个</small>}
        {remarks.map(({ at, message }) => (
          <small key={`${at}${message}`}>
            {at}：{message}
          </small>
        ))}
      </>
    ),
  },
];

/** What is wrong with which row, what screening would hold back, and the first rows as they will be. */
export function ItemsPreview({
  preview: { good, bad, screened, found, rows, problems },
  refusedSheet,
}: {
  readonly preview: Preview;
  /** Where the rows that are left out are handed out as a workbook. */
  readonly refusedSheet: string;
}) {
  return (
    <>
      <RowProblems
        problems={problems}
        lead={
          <>
            可以移入 {good} 行，有问题不会移入的 {bad} 行。
            {bad === 0 ? null : (
              <a href={refusedSheet} download>
                下载有问题的行（xlsx）
              </a>
            )}
          </>
        }
      />
      <section className="panel" aria-labelledby="preview-title">
        <h2 id="preview-title">移入后的样子（前 {rows.length} 行）</h2>
        <p>
          移入时逐条筛查，发现涉密标识、身份证号码、电话号码等问题的不公开，转为草稿等待审查。
          {screened === 0 ? "" : `试筛查前 ${screened} 行的文字，${found === 0 ? "没有发现这样的问题" : `有 ${found} 行将转为草稿`}。`}
        </p>
        <ListTable
          caption="移入后的样子"
          columns={ROWS}
          rows={rows}
          keyOf={({ row }) => String(row)}
          empty={<p>现在没有可以移入的行：请先改正上面的对应关系，或者改正清单后重新上传。</p>}
        />
      </section>
    </>
  );
}
