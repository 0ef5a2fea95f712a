import { type AuditEntry, POST_ROLE_WORDS } from "@gongkai/server/contract";
import { Button } from "antd";
import { sayInstant } from "../../../lib/browser-clock.ts";
import type { SheetColumn } from "../../../lib/export-sheet.ts";
import { PAYLOAD_WORDS } from "./payload-words.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";

interface AuditListProps {
  readonly entries: readonly AuditEntry[];
  readonly isFiltered: boolean;
  readonly onPerson: (id: string) => void;
}

export function AuditList({ entries, isFiltered, onPerson }: AuditListProps) {
  const columns: readonly Column<AuditEntry>[] = [
    { key: "sequence", title: "序号", narrow: true, show: ({ sequence }) => sequence },
    { key: "at", title: "时间", narrow: true, show: ({ at }) => sayInstant(at) },
    { key: "words", title: "事件", show: ({ words }) => <strong>{words}</strong> },
    {
      key: "actor",
      title: "何人",
      show: ({ actor }) => (
        <>
          {actor.id === null ? (
            sayActor(actor)
          ) : (
            <Button
              type="link"
              size="small"
              className="link-button"
              onClick={() => onPerson(actor.id ?? "")}
              aria-label={`只看${sayActor(actor)}的记录`}
            >
              {sayActor(actor)}
            </Button>
          )}
          {actor.role === null ? null : <small>{sayRole(actor.role)}</small>}
        </>
      ),
    },
    { key: "about", title: "所涉", show: ({ about, subject }) => about?.name ?? subject ?? "—" },
    { key: "payload", title: "详情", show: (entry) => <Details entry={entry} /> },
  ];
  return (
    <ListTable
      caption="审计记录"
      columns={columns}
      rows={entries}
      keyOf={({ sequence }) => String(sequence)}
      empty={isFiltered ? <p>没有符合条件的记录，请放宽日期或种类。</p> : <p>还没有记录。</p>}
    />
  );
}

/** Who did it, in a word. */
export function sayActor({ kind, name }: AuditEntry["actor"]): string {
  if (kind === "system") return "系统";
  return kind === "citizen" ? "申请人" : (name ?? "已不在册的人员");
}

function sayRole(role: string): string {
  return role in POST_ROLE_WORDS ? POST_ROLE_WORDS[role as keyof typeof POST_ROLE_WORDS] : role; // looked up just before
}

function Details({ entry }: { readonly entry: AuditEntry }) {
  const facts = Object.entries(entry.payload);
  if (facts.length === 0) return <>—</>;
  return (
    <details>
      <summary>查看</summary>
      <dl className="facts facts-small">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{PAYLOAD_WORDS[name] ?? name}</dt>
            <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export const SHEET: readonly SheetColumn<AuditEntry>[] = [
  { title: "序号", text: ({ sequence }) => sequence },
  { title: "时间", text: ({ at }) => sayInstant(at) },
  { title: "事件", text: ({ words }) => words },
  { title: "事件代码", text: ({ type }) => type },
  { title: "何人", text: ({ actor }) => sayActor(actor) },
  { title: "岗位", text: ({ actor }) => (actor.role === null ? "" : sayRole(actor.role)) },
  { title: "所涉", text: ({ about, subject }) => about?.name ?? subject ?? "" },
  { title: "详情", text: ({ payload }) => JSON.stringify(payload) },
];
