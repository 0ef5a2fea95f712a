import { officialCalendar, plainDate } from "@gongkai/statute";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { today as askToday } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { PageTurner } from "../../../ui/PageTurner.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { catalogueQuery } from "../api/catalogue.ts";
import { itemsQuery } from "../api/items.ts";
import { ItemFilters } from "../components/ItemFilters.tsx";
import { ItemTable } from "../components/ItemTable.tsx";
import { isNarrowed, ItemFilter, toItemQuery } from "../item-filter.ts";
import { DRAFTERS } from "../words.ts";
import "../items.css";

const PAGE_SIZE = 30;

/** 主动公开: every item of the organ, as the address says. */
export function Page() {
  const organ = useOrgan();
  const http = useHttp();
  const [filter, change] = useUrlQuery(ItemFilter);
  const [calendar] = useState(officialCalendar);
  const [today] = useState(() => plainDate(askToday()));
  const list = useQuery(itemsQuery(http, organ.code, { ...toItemQuery(filter, today, calendar), pageSize: PAGE_SIZE }));
  const catalogue = useQuery(catalogueQuery(http, organ.code)).data;
  const mayDraft = isMeantFor(DRAFTERS, organ.roles);
  const entries = new Map(catalogue?.entries.map(({ id, name, subItem }) => [id, subItem === "" ? name : `${name}：${subItem}`]));
  return (
    <PageShell
      title="主动公开"
      lead="每份信息的路径：起草并认定公开属性 → 筛查 → 审查 → 发布。列表中最急的排在最前。"
      actions={
        mayDraft ? (
          <Link className="item-button" to={organPath(organ.code, "disclosures/new")}>
            起草信息
          </Link>
        ) : null
      }
    >
      <ItemFilters catalogue={catalogue} filter={filter} onChange={change} />
      {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? (
        list.isError ? null : (
          <p className="waiting">正在查找…</p>
        )
      ) : (
        <div aria-busy={list.isPlaceholderData}>
          <p role="status">共 {list.data.total} 条</p>
          <ItemTable
            agency={organ.code}
            items={list.data.items}
            entries={entries}
            empty={
              <Empty
                agency={organ.code}
                isFiltered={isNarrowed(filter)}
                mayDraft={mayDraft}
                hasCatalogue={(catalogue?.entries.length ?? 0) > 0}
              />
            }
          />
          <PageTurner page={filter.page} pageSize={PAGE_SIZE} total={list.data.total} onTurn={(page) => change({ page })} />
        </div>
      )}
    </PageShell>
  );
}

interface EmptyProps {
  readonly agency: string;
  readonly isFiltered: boolean;
  readonly mayDraft: boolean;
  readonly hasCatalogue: boolean;
}

function Empty({ agency, isFiltered, mayDraft, hasCatalogue }: EmptyProps) {
  if (isFiltered) return <p>没有符合条件的信息。请放宽条件，或者点“清除筛选”。</p>;
  return (
    <>
      <p>本机关还没有主动公开的信息。</p>
      {hasCatalogue ? (
        <p>
          {mayDraft
            ? "点“起草信息”，把要公开的文件粘贴或者导入进来；写好后先筛查，再送审。"
            : "承办人起草并送审后，轮到您办理的会列在“今天”里。"}
        </p>
      ) : (
        <p>
          起草之前，先由公开工作机构负责人在<Link to={organPath(agency, "catalogue")}>公开目录</Link>
          中编制本机关的基本目录：每份信息都归入一个条目，公开期限由条目决定。
        </p>
      )}
    </>
  );
}
