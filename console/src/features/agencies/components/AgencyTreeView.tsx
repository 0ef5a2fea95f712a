import { AGENCY_KIND_WORDS } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { organPath } from "../../../lib/feature.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import type { TreeRow } from "./flatten-tree.ts";

interface AgencyTreeViewProps {
  readonly rows: readonly TreeRow[];
  readonly isFiltered: boolean;
  readonly mayChange: boolean;
  readonly onAdd: (above: string) => void;
  readonly onClose: (code: string) => void;
}

/** The organs, each set in below its superior. */
export function AgencyTreeView({ rows, isFiltered, mayChange, onAdd, onClose }: AgencyTreeViewProps) {
  const columns: readonly Column<TreeRow>[] = [
    {
      key: "name",
      title: "机关",
      show: ({ agency, depth }) => (
        <span className={`tree-name tree-depth-${Math.min(depth, 5)}`}>
          <Link to={`/agencies/${agency.code}`}>{agency.name}</Link>
          {agency.isDemo ? <Mark tone="warning">演示</Mark> : null}
          {agency.closedOn === null ? null : <Mark tone="plain">{agency.closedOn} 撤销</Mark>}
        </span>
      ),
    },
    { key: "code", title: "代号", show: ({ agency }) => <code>{agency.code}</code> },
    { key: "kind", title: "类别", show: ({ agency }) => AGENCY_KIND_WORDS[agency.kind] },
    ...(mayChange
      ? [{ key: "acts", title: "操作", narrow: true, show: (row: TreeRow) => <Acts row={row} onAdd={onAdd} onClose={onClose} /> }]
      : []),
  ];
  return (
    <ListTable
      caption="机关"
      columns={columns}
      rows={rows}
      keyOf={({ agency }) => agency.code}
      empty={isFiltered ? <p>没有名称或代号相符的机关。</p> : <p>还没有机关，点“添加机关”建立第一个。</p>}
    />
  );
}

function Acts({ row: { agency }, onAdd, onClose }: { readonly row: TreeRow } & Pick<AgencyTreeViewProps, "onAdd" | "onClose">) {
  if (agency.closedOn !== null) return null;
  return (
    <span className="acts">
      <Link to={organPath(agency.code, "settings")} aria-label={`设置：${agency.name}`}>
        设置
      </Link>
      <Button size="small" onClick={() => onAdd(agency.code)} aria-label={`添加下级：${agency.name}`}>
        添加下级
      </Button>
      <Button size="small" onClick={() => onClose(agency.code)} aria-label={`撤销${agency.name}`}>
        撤销
      </Button>
    </span>
  );
}
