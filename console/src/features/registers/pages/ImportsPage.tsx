import type { RegisterImport } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useHttp } from "../../../lib/api.tsx";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { importsQuery } from "../api/imports.ts";
import { ExportPanel } from "../components/ExportPanel.tsx";
import { UploadPanel } from "../components/UploadPanel.tsx";
import { sayProgress, STATE_MARKS } from "../import-words.ts";
import "../registers.css";

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
      <section className="panel" aria-labelledby="imports-title">
        <h2 id="imports-title">历次导入</h2>
        {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.data === undefined ? (
          list.isError ? null : (
            <p className="waiting">正在读取…</p>
          )
        ) : (
          <ListTable
            caption="历次导入"
            columns={columnsOf(organ.code)}
            rows={list.data.imports}
            keyOf={({ id }) => id}
            empty={<p>还没有导入过台账。</p>}
          />
        )}
      </section>
      <ExportPanel agency={organ.code} />
    </PageShell>
  );
}

function columnsOf(agency: string): readonly Column<RegisterImport>[] {
  return [
    {
      key: "name",
      title: "文件",
      show: ({ id, name, format }) => (
        <>
          <Link to={organPath(agency, `register-imports/${id}`)}>{name}</Link>
          <small>{format === "cases" ? "案件文件（JSON）" : "表格"}</small>
        </>
      ),
    },
    {
      key: "state",
      title: "状态",
      show: (one) => (
        <>
          <Mark tone={STATE_MARKS[one.state][0]}>{STATE_MARKS[one.state][1]}</Mark>
          <small>{sayProgress(one)}</small>
        </>
      ),
    },
    {
      key: "by",
      title: "上传",
      show: ({ createdAt, createdBy }) => (
        <>
          {sayInstant(createdAt).slice(0, 16)}
          <small>{createdBy ?? "命令行"}</small>
        </>
      ),
    },
  ];
}
