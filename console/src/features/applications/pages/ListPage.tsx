import { ApplicationFilter, narrows, NOTHING_CHOSEN, toQueryString } from "../list-filter.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";

import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { sayProblem } from "../../../lib/problem.ts";
import { saveBlob } from "../../../lib/save-blob.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { PageTurner } from "../../../ui/PageTurner.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { applicationsQuery } from "../api/list-applications.ts";
import { ApplicationFilters } from "../components/ApplicationFilters.tsx";
import { ApplicationTable } from "../components/ApplicationTable.tsx";
import { BulkAssign } from "../components/BulkAssign.tsx";
import { CellNote } from "../components/CellNote.tsx";
import { ViewBar } from "../components/ViewBar.tsx";
import "../cases.css";

const PAGE_SIZE = 30;

/** 依申请公开: every application of the organ, as the address says. */
export function Page() {
  const organ = useOrgan();
  const http = useHttp();
  const [filter, change] = useUrlQuery(ApplicationFilter);
  const list = useQuery(applicationsQuery(http, organ.code, { ...filter, pageSize: PAGE_SIZE }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAssigning, setAssigning] = useState(false);
  const mayAssign = organ.roles.has("officeHead");
  const rows = list.data?.applications ?? [];
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <PageShell
      title="依申请公开"
      actions={
        <>
          {isMeantFor(["registrar"], organ.roles) ? (
            <Link className="button-link" to={organPath(organ.code, "register")}>
              登记申请
            </Link>
          ) : null}
          <Link className="button-link" to={organPath(organ.code, "often-asked")}>
            多人申请的信息
          </Link>
          {mayAssign && chosen.size > 0 ? <Button onClick={() => setAssigning(true)}>批量交办（{chosen.size}）</Button> : null}
          <ExportButton agency={organ.code} filter={filter} total={list.data?.total ?? 0} />
        </>
      }
    >
      <ViewBar agency={organ.code} filter={filter} onOpen={(view) => change({ ...NOTHING_CHOSEN, ...view.filter })} />
      <ApplicationFilters agency={organ.code} filter={filter} onChange={change} />
      <CellNote filter={filter} onClear={() => change({ year: undefined, row: undefined, applicantKind: undefined, page: undefined })} />
      {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? (
        list.isError ? null : (
          <p className="waiting">正在查找…</p>
        )
      ) : (
        <div aria-busy={list.isPlaceholderData}>
          <p role="status">
            共 {list.data.total} 件{chosen.size === 0 ? "" : `，已选 ${chosen.size} 件`}
          </p>
          <ApplicationTable
            agency={organ.code}
            applications={rows}
            caption="申请"
            sort={filter.sort ?? "due"}
            onSort={(sort) => change({ sort: sort === "-due" ? "due" : (sort as ApplicationFilter["sort"]), page: undefined })}
            {...(mayAssign ? { chosen, onChoose: choose } : {})}
            empty={<Empty isFiltered={Object.keys(narrows(filter)).length > 0} />}
          />
          <PageTurner page={filter.page} pageSize={PAGE_SIZE} total={list.data.total} onTurn={(page) => change({ page })} />
        </div>
      )}
      {isAssigning ? (
        <BulkAssign
          agency={organ.code}
          applications={rows.filter(({ id }) => chosen.has(id))}
          onClose={() => {
            setAssigning(false);
            setChosen(new Set());
          }}
        />
      ) : null}
    </PageShell>
  );
}

function Empty({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <p>没有符合条件的申请。请放宽条件，或者点“清除筛选”。</p>
  ) : (
    <>
      <p>本机关还没有申请。</p>
      <p>当面、邮寄、传真和口头提出的申请由登记人在“登记申请”中登记；网上提交的自动列在这里。</p>
    </>
  );
}

function ExportButton({ agency, filter, total }: { readonly agency: string; readonly filter: ApplicationFilter; readonly total: number }) {
  const http = useHttp();
  const save = useMutation({
    mutationFn: async () => {
      const { name, content } = await http.fetchFile("GET", `/agencies/${agency}/applications/export${toQueryString(filter)}`);
      saveBlob(name, content);
    },
  });
  return (
    <>
      <Button disabled={total === 0} loading={save.isPending} onClick={() => save.mutate()} title="按现在的筛选条件和顺序导出">
        导出 xlsx
      </Button>
      <span role="alert">{save.isError ? `没有导出：${sayProblem(save.error)}` : ""}</span>
    </>
  );
}
