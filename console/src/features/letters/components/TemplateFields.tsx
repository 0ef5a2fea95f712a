import type { DescribedField } from "@gongkai/server/contract";
import { Button } from "antd";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { usesField } from "../template-text.ts";

interface TemplateFieldsProps {
  readonly fields: readonly DescribedField[];
  readonly text: string;
  readonly onInsert: (label: string) => void;
}

const SOURCES = { case: "取自案卷", law: "依法确定", officer: "承办人填写" } as const satisfies Record<DescribedField["from"], string>;

/** Which fields a wording may use, and which it must. */
export function TemplateFields({ fields, text, onInsert }: TemplateFieldsProps) {
  const columns: readonly Column<DescribedField>[] = [
    {
      key: "label",
      title: "字段",
      show: ({ label, meaning, from }) => (
        <>
          {`{${label}}`}
          <small>
            {meaning}（{SOURCES[from]}）
          </small>
        </>
      ),
    },
    {
      key: "used",
      title: "使用",
      narrow: true,
      show: ({ label, isMandatory }) =>
        usesField(text, label) ? (
          <Mark tone="fine">{isMandatory ? "必备，已写" : "已写"}</Mark>
        ) : isMandatory ? (
          <Mark tone="error">必备，缺少</Mark>
        ) : (
          "可选"
        ),
    },
    {
      key: "insert",
      title: "操作",
      narrow: true,
      show: ({ label }) => (
        <Button size="small" onClick={() => onInsert(label)} aria-label={`插入 ${label}`}>
          插入
        </Button>
      ),
    },
  ];
  return (
    <details className="panel">
      <summary>可以使用的字段（{fields.length} 个）</summary>
      <ListTable
        caption="可以使用的字段"
        columns={columns}
        rows={fields.toSorted((one, other) => Number(other.isMandatory) - Number(one.isMandatory))}
        keyOf={({ name }) => name}
        empty={<p>这种文书没有字段。</p>}
      />
    </details>
  );
}
