import { NORMATIVES, VALIDITIES, type ListedItem } from "@gongkai/server/contract";
import { plainDate } from "@gongkai/statute";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";

import { useState } from "react";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { today as askToday } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { PageTurner } from "../../../ui/PageTurner.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { itemsQuery } from "../api/items.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { ItemFilter } from "../item-filter.ts";
import { optionsOf } from "../words.ts";
import "../items.css";

const Query = ItemFilter.pick({ normative: true, validity: true, page: true }).extend({
  lapsed: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
});
const PAGE_SIZE = 30;
const TONES = { effective: "fine", amended: "notice", repealed: "plain", lapsed: "plain" } as const satisfies Record<
  NonNullable<ListedItem["validity"]>,
  string
>;

/** 规范性文件登记: rules and normative documents with their validity; the clean-up list are those past their last day. */
export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const [today] = useState(() => plainDate(askToday()));
  const { lapsed, normative = "normative", validity, page } = query;
  const list = useQuery(
    itemsQuery(useHttp(), organ.code, { normative, validity, page, pageSize: PAGE_SIZE, ...(lapsed === true ? { lapsedBy: today } : {}) }),
  );
  const columns: readonly Column<ListedItem>[] = [
    {
      key: "title",
      title: "名称",
      show: ({ id, title, documentNumber }) => (
        <>
          <Link to={organPath(organ.code, `disclosures/${id}`)}>{title}</Link>
          <small>{documentNumber ?? "无文号"}</small>
        </>
      ),
    },
    { key: "formed", title: "成文", narrow: true, show: ({ formedOn }) => formedOn },
    {
      key: "validity",
      title: "效力状态",
      show: (row) => (
        <>
          {row.validity === null ? "未发布" : <Mark tone={TONES[row.validity]}>{VALIDITIES[row.validity]}</Mark>}
          {row.validUntil === null ? null : <small>有效期至 {row.validUntil}</small>}
          {row.validity === "effective" && row.validUntil !== null && row.validUntil < today ? <small>已过有效期，请清理</small> : null}
        </>
      ),
    },
    { key: "index", title: "索引号", show: ({ indexNumber }) => indexNumber ?? "" },
    { key: "state", title: "状态", narrow: true, show: ({ stateWords }) => stateWords },
  ];
  return (
    <PageShell
      title="规范性文件"
      lead="规章和行政规范性文件的登记簿。年度报告第二部分“制发件数、废止件数、现行有效件数”由此统计；效力状态在文件页面中变更。"
    >
      <div className="filters">
        <Choice
          label="类别"
          value={normative}
          options={optionsOf(NORMATIVES)}
          onChange={(chosen) => change({ normative: chosen, page: undefined })}
        />
        <Choice
          label="效力状态"
          value={validity}
          options={optionsOf(VALIDITIES)}
          onChange={(chosen) => change({ validity: chosen, page: undefined })}
        />
        <Button
          aria-pressed={lapsed === true}
          type={lapsed === true ? "primary" : "default"}
          onClick={() => change({ lapsed: lapsed === true ? undefined : true, page: undefined })}
        >
          清理清单：已过有效期仍标为有效
        </Button>
      </div>
      {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : (
        <>
          <p role="status">共 {list.data.total} 件</p>
          <ListTable
            caption="规范性文件"
            columns={columns}
            rows={list.data.items}
            keyOf={({ id }) => id}
            empty={<p>{lapsed === true ? "没有需要清理的文件。" : "没有登记的文件。起草时在“规范性文件”中选择类别，发布后列在这里。"}</p>}
          />
          <PageTurner page={page} pageSize={PAGE_SIZE} total={list.data.total} onTurn={(next) => change({ page: next })} />
        </>
      )}
    </PageShell>
  );
}
