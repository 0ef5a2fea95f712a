import { AGENCY_KIND_WORDS } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { agencyTreeQuery } from "../../../lib/session.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { AddAgencyForm } from "../components/AddAgencyForm.tsx";
import { AgencyTreeView } from "../components/AgencyTreeView.tsx";
import { CloseAgencyDialog } from "../components/CloseAgencyDialog.tsx";
import { flattenTree, type TreeRow } from "../components/flatten-tree.ts";

const Query = z.object({ q: z.string().catch(""), closed: z.boolean().catch(false) });

const SHEET = [
  { title: "机关名称", text: ({ agency, depth }: TreeRow) => `${"　".repeat(depth)}${agency.name}` },
  { title: "简称", text: ({ agency }: TreeRow) => agency.shortName },
  { title: "代号", text: ({ agency }: TreeRow) => agency.code },
  { title: "类别", text: ({ agency }: TreeRow) => AGENCY_KIND_WORDS[agency.kind] },
  { title: "上级代号", text: ({ agency }: TreeRow) => agency.parent ?? "" },
  { title: "撤销日期", text: ({ agency }: TreeRow) => agency.closedOn ?? "" },
];

export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const { data } = useSuspenseQuery(agencyTreeQuery(useHttp()));
  const [adding, setAdding] = useState<string>();
  const [closing, setClosing] = useState<string>();
  const rows = flattenTree(data.agencies, { text: query.q, closed: query.closed, top: organ.kind === "platform" ? null : organ.code });
  const mayChange = organ.roles.has("administrator");
  return (
    <PageShell
      title="机关"
      lead="机关按上下级排列。上级机关的监督人员可以查看下级，管理员可以管理下级。"
      actions={
        <>
          {mayChange ? (
            <Button type="primary" onClick={() => setAdding(organ.code)}>
              {organ.kind === "platform" ? "添加机关" : "添加下级机关"}
            </Button>
          ) : null}
          <ExportButton name="机关" columns={SHEET} rows={rows} />
        </>
      }
    >
      <div className="filters">
        <Input.Search
          allowClear
          aria-label="按名称或代号查找"
          placeholder="名称或代号"
          defaultValue={query.q}
          onSearch={(q) => change({ q })}
        />
        <Checkbox checked={query.closed} onChange={({ target }) => change({ closed: target.checked })}>
          包括已撤销的
        </Checkbox>
        <span role="status">共 {rows.length} 个</span>
      </div>
      <AgencyTreeView rows={rows} isFiltered={query.q !== ""} mayChange={mayChange} onAdd={setAdding} onClose={setClosing} />
      {adding === undefined ? null : (
        <AddAgencyForm
          above={adding}
          aboveName={adding === "platform" ? undefined : data.agencies.find(({ code }) => code === adding)?.name}
          onClose={() => setAdding(undefined)}
        />
      )}
      {closing === undefined ? null : <CloseAgencyDialog code={closing} onClose={() => setClosing(undefined)} />}
    </PageShell>
  );
}
