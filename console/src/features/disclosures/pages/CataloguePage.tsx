import type { CatalogueEntry } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { catalogueFile, catalogueKey, catalogueQuery, closeEntry } from "../api/catalogue.ts";
import { CatalogueNode } from "../components/CatalogueNode.tsx";
import { CloseForGoodDialog } from "../components/CloseForGoodDialog.tsx";
import { EntryDialog } from "../components/EntryDialog.tsx";
import { ImportDialog } from "../components/ImportDialog.tsx";
import "../items.css";

type Asking =
  | { readonly what: "import" }
  | { readonly what: "entry"; readonly known: CatalogueEntry | undefined }
  | { readonly what: "close"; readonly known: CatalogueEntry };

/** 公开目录: the statutory tree, and under it the organ's basic catalogue with its limits. */
export function Page() {
  const organ = useOrgan();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery(useHttp(), organ.code));
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const mayKeep = organ.roles.has("officeHead");
  const { nodes, entries } = catalogue;
  const close = () => setAsking(undefined);
  return (
    <PageShell
      title="公开目录"
      lead={`法定主动公开内容之下，是本机关的主动公开基本目录（现有 ${entries.filter(({ closedOn }) => closedOn === null).length} 条）。每条的公开时限决定起草时的最后期限。${mayKeep ? "" : "目录由公开工作机构负责人增减。"}`}
      actions={
        <>
          {mayKeep ? (
            <>
              <Button type="primary" onClick={() => setAsking({ what: "entry", known: undefined })}>
                增加条目
              </Button>
              <Button onClick={() => setAsking({ what: "import" })}>从表格导入</Button>
            </>
          ) : null}
          {entries.length === 0 ? null : <a href={catalogueFile(organ.code)}>导出 xlsx</a>}
        </>
      }
    >
      {entries.length === 0 ? (
        <p className="empty">
          目录还是空的。
          {mayKeep
            ? "有现成的表格（如基层政务公开标准目录），点“从表格导入”；没有的，点“增加条目”逐条填写。"
            : "请公开工作机构负责人编制。"}
        </p>
      ) : null}
      {nodes.map((node) => (
        <CatalogueNode
          key={node.id}
          node={node}
          entries={entries.filter(({ statutory }) => statutory === node.id)}
          onChange={mayKeep ? (known) => setAsking({ what: "entry", known }) : undefined}
          onClose={mayKeep ? (known) => setAsking({ what: "close", known }) : undefined}
        />
      ))}
      {asking?.what === "entry" ? <EntryDialog agency={organ.code} nodes={nodes} known={asking.known} onClose={close} /> : null}
      {asking?.what === "close" ? (
        <CloseForGoodDialog
          name={`“${asking.known.name}”`}
          close={(one, key) => closeEntry(one, organ.code, asking.known.id, asking.known.version, key)}
          changes={[catalogueKey(organ.code)]}
          onClose={close}
        >
          <p>停用后不能再归入新的信息，也不再列入公众看到的目录；已经公开的 {asking.known.items} 条信息不受影响。停用不能撤销。</p>
        </CloseForGoodDialog>
      ) : null}
      {asking?.what === "import" ? <ImportDialog agency={organ.code} nodes={nodes} onClose={close} /> : null}
    </PageShell>
  );
}
