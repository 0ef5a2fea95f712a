import { useQuery } from "@tanstack/react-query";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { ImportList } from "../../../ui/ImportList.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { itemImportsQuery } from "../api/item-imports.ts";
import { UploadPanel } from "../components/UploadPanel.tsx";
import { ITEM_IMPORT_WORDS } from "../words.ts";

/** 移入已公开信息: what is public on the old site brought along, with every time it was done. */
export function Page() {
  const organ = useOrgan();
  const may = isMeantFor(["registrar", "officeHead"], organ.roles);
  const list = useQuery({ ...itemImportsQuery(useHttp(), organ.code), enabled: may });
  if (!may) {
    return (
      <PageShell title="移入已公开信息">
        <p className="empty">原网站的信息由登记人或者政府信息公开工作机构负责人上传核对，由负责人移入。</p>
      </PageShell>
    );
  }
  return (
    <PageShell
      title="移入已公开信息"
      lead="更换平台时，把原网站已经公开的信息成批移入：上传清单 → 核对列和每一行 → 由政府信息公开工作机构负责人确认原审查情况并移入。新的信息仍从“主动公开”起草、送审。"
    >
      <UploadPanel agency={organ.code} />
      <ImportList
        imports={list.data?.imports}
        fault={list.error}
        onRetry={() => void list.refetch()}
        words={ITEM_IMPORT_WORDS}
        addressOf={(id) => organPath(organ.code, `item-imports/${id}`)}
        empty="还没有移入过信息。"
      />
    </PageShell>
  );
}
