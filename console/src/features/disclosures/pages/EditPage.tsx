import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { catalogueQuery } from "../api/catalogue.ts";
import { itemQuery } from "../api/items.ts";
import { ItemForm } from "../components/ItemForm.tsx";
import { draftOf } from "../draft-form.ts";
import { whyNotOffered } from "../standing.ts";
import "../items.css";

/** 修改: a new version of an item; of a public one a correction, which is reviewed anew. */
export function Page() {
  const organ = useOrgan();
  const http = useHttp();
  const navigate = useNavigate();
  const { item: id = "" } = useParams({ strict: false }) as { item?: string }; // the route is registered by feature
  const { data: catalogue } = useSuspenseQuery(catalogueQuery(http, organ.code));
  const { data } = useSuspenseQuery(itemQuery(http, organ.code, id));
  // As it was when the form was opened: what another writes meanwhile is told when this is saved, not written over.
  const [page] = useState(data);
  const [initial] = useState(() => draftOf(page));
  const isPublic = page.item.publicVersion > 0;
  return (
    <PageShell
      title={`修改：${page.item.title}`}
      lead={
        isPublic
          ? "公众看到的内容暂不变动；新版本经筛查、审查、发布后替换，更正说明一并公开。"
          : "保存为新版本，原版本留存可查。内容变动后要重新筛查，已经签过的审查作废。"
      }
    >
      {page.acts.includes("revise") ? (
        <ItemForm
          agency={organ.code}
          catalogue={catalogue}
          initial={initial}
          page={page}
          onDone={() => void navigate({ to: organPath(organ.code, `disclosures/${id}`) })}
        />
      ) : (
        <p className="empty">现在不能修改：{whyNotOffered(page).find(({ label }) => label === "修改")?.why ?? "这条信息不再办理"}。</p>
      )}
    </PageShell>
  );
}
