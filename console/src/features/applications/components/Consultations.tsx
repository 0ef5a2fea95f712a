import type { ApplicationPage } from "@gongkai/server/contract";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";

type Consultation = ApplicationPage["consultations"][number];

export const POSITION_WORDS = { agree: "同意公开", object: "不同意公开", none: "未表示意见" } as const;

export function nameConsultation({ id, with: kind, sentOn }: Consultation): string {
  return `第 ${id} 项：${kind === "organ" ? "其他机关" : "第三方"}，${sentOn} 发出`;
}

const COLUMNS: readonly Column<Consultation>[] = [
  { key: "id", title: "编号", show: ({ id }) => id },
  { key: "with", title: "对象", show: ({ with: kind }) => (kind === "organ" ? "其他机关" : "第三方") },
  { key: "sent", title: "发出", show: ({ sentOn }) => sentOn },
  { key: "limit", title: "对方期限", show: ({ limitOn }) => limitOn ?? "—" },
  {
    key: "ended",
    title: "结果",
    show: ({ endedOn, position }) =>
      endedOn === null
        ? "等待意见"
        : position === null
          ? `${endedOn} 逾期未提出意见`
          : `${endedOn} ${(POSITION_WORDS as Readonly<Record<string, string>>)[position] ?? position}`,
  },
];

/** Whom the organ has asked, and what came of it. */
export function Consultations({ consultations }: { readonly consultations: readonly Consultation[] }) {
  if (consultations.length === 0) return null;
  return (
    <section className="panel">
      <h2>征求意见</h2>
      <ListTable caption="征求意见" columns={COLUMNS} rows={consultations} keyOf={({ id }) => id} empty={null} />
    </section>
  );
}
