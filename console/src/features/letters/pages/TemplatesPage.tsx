import type { LetterTemplateList } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Input } from "antd";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { templatesQuery } from "../api/templates.ts";

type Listed = z.infer<typeof LetterTemplateList>["templates"][number];

const Query = z.object({ q: z.string().optional().catch(undefined) });
/** Who may change what the organ's letters say. */
const TEMPLATE_KEEPERS = ["officeHead", "administrator"] as const;

/** 文书模板: every kind of letter, and which the organ words itself. */
export function Page() {
  const organ = useOrgan();
  const [{ q = "" }, change] = useUrlQuery(Query);
  const may = isMeantFor(TEMPLATE_KEEPERS, organ.roles);
  const list = useQuery({ ...templatesQuery(useHttp(), organ.code), enabled: may });
  const found = (list.data?.templates ?? []).filter(({ title, purpose }) => `${title}${purpose}`.includes(q.trim()));
  const columns: readonly Column<Listed>[] = [
    {
      key: "title",
      title: "文书",
      show: ({ kind, title, purpose }) => (
        <>
          <Link to={organPath(organ.code, `letter-templates/${kind}`)}>{title}</Link>
          <small>{purpose}</small>
        </>
      ),
    },
    {
      key: "own",
      title: "文本",
      narrow: true,
      show: ({ isOwn, version }) => (isOwn ? <Mark tone="notice">本机关文本（第 {version} 版）</Mark> : <Mark tone="plain">程序自带</Mark>),
    },
  ];
  return (
    <PageShell
      title="文书模板"
      lead="告知书、答复书等文书的文字。本机关可以改写，必备内容（依据、救济途径等）不能缺少；已经发出的文书不受影响。"
    >
      {may ? (
        <>
          <div className="filters">
            <Input.Search
              aria-label="查找文书"
              placeholder="查找文书"
              allowClear
              defaultValue={q}
              onSearch={(words) => change({ q: words })}
            />
          </div>
          {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
          {list.data === undefined ? (
            list.isError ? null : (
              <p className="waiting">正在读取…</p>
            )
          ) : (
            <>
              <p role="status">共 {found.length} 种</p>
              <ListTable
                caption="文书模板"
                columns={columns}
                rows={found}
                keyOf={({ kind }) => kind}
                empty={<p>没有名称或者用途中有“{q}”的文书。</p>}
              />
            </>
          )}
        </>
      ) : (
        <p className="empty">文书模板由政府信息公开工作机构负责人或者系统管理员维护。</p>
      )}
    </PageShell>
  );
}
