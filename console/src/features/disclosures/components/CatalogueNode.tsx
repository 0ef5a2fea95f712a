import type { Catalogue, CatalogueEntry } from "@gongkai/server/contract";
import { Button } from "antd";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { sayLimit } from "../entry-limit.ts";

interface CatalogueNodeProps {
  readonly node: Catalogue["nodes"][number];
  readonly entries: readonly CatalogueEntry[];
  readonly onChange: ((entry: CatalogueEntry) => void) | undefined;
  readonly onClose: ((entry: CatalogueEntry) => void) | undefined;
}

/** A heading of the statutory tree with the organ's entries under it. */
export function CatalogueNode({ node, entries, onChange, onClose }: CatalogueNodeProps) {
  const columns: readonly Column<CatalogueEntry>[] = [
    {
      key: "name",
      title: "公开事项",
      show: ({ name, subItem, closedOn }) => (
        <>
          {name}
          {closedOn === null ? null : <Mark tone="plain">已停用</Mark>}
          {subItem === "" ? null : <small>{subItem}</small>}
        </>
      ),
    },
    { key: "content", title: "内容和依据", show: ({ content, basis }) => <Both first={content} second={basis} /> },
    { key: "limit", title: "时限", narrow: true, show: (entry) => sayLimit(entry) },
    { key: "subject", title: "主体、渠道", show: ({ subject, channel }) => <Both first={subject} second={channel} /> },
    { key: "items", title: "已公开", narrow: true, show: ({ items }) => `${items} 条` },
    ...(onChange === undefined || onClose === undefined ? [] : [actsColumn(onChange, onClose)]),
  ];
  return (
    <section aria-labelledby={`node-${node.id}`}>
      <h2 className="catalogue-node" id={`node-${node.id}`}>
        {node.label} <small>{node.cites}</small>
      </h2>
      <ListTable
        caption={node.label}
        columns={columns}
        rows={entries.toSorted((one, other) => one.position - other.position)}
        keyOf={({ id }) => id}
        empty={<p>没有条目。{node.content}。</p>}
      />
    </section>
  );
}

function actsColumn(onChange: (entry: CatalogueEntry) => void, onClose: (entry: CatalogueEntry) => void): Column<CatalogueEntry> {
  return {
    key: "acts",
    title: "操作",
    narrow: true,
    show: (entry) =>
      entry.closedOn === null ? (
        <span className="acts">
          <Button size="small" onClick={() => onChange(entry)} aria-label={`修改 ${entry.name} ${entry.subItem}`}>
            修改
          </Button>
          <Button size="small" onClick={() => onClose(entry)} aria-label={`停用 ${entry.name} ${entry.subItem}`}>
            停用
          </Button>
        </span>
      ) : (
        entry.closedOn
      ),
  };
}

function Both({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <>
      {first}
      {second === "" ? null : <small>{second}</small>}
    </>
  );
}
