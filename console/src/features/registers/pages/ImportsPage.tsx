import { useQuery } from "@tanstack/react-query";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { ImportList } from "../../../ui/ImportList.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { importsQuery } from "../api/imports.ts";
import { ExportPanel } from "../components/ExportPanel.tsx";
import { UploadPanel } from "../components/UploadPanel.tsx";
import { REGISTER_WORDS } from "../import-words.ts";

/** 台账导入导出: registers in, with every import there was, and out. */
export function Page() {
  const organ = useOrgan();
  const may = isMeantFor(["registrar", "officeHead"], organ.roles);
  const list = useQuery({ ...importsQuery(useHttp(), organ.code), enabled: may });
  if (!may) {
    return (
      <PageShell title="台账导入导出">
        <p className="empty">台账的导入和导出由登记人或者政府信息公开工作机构负责人办理。</p>
      </PageShell>
    );
  }
  return (
    <PageShell
      title="台账导入导出"
      lead="把以前用表格登记的申请导入系统：先核对列的对应关系和每一行，再开始导入；导入后可以整体撤销。也可以把现有的申请导出为台账。"
    >
      <UploadPanel agency={organ.code} />
      <ImportList
        imports={list.data?.imports}
        fault={list.error}
        onRetry={() => void list.refetch()}
        words={REGISTER_WORDS}
        addressOf={(id) => organPath(organ.code, `register-imports/${id}`)}
        note={({ format }) => (format === "cases" ? "案件文件（JSON）" : "表格")}
        empty="还没有导入过台账。"
      />
      <ExportPanel agency={organ.code} />
    </PageShell>
  );
}
