import { RECEIVER_KINDS, type Transfer } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { transferFile, transfersQuery } from "../api/catalogue.ts";
import { MakeTransferDialog } from "../components/MakeTransferDialog.tsx";
import { ReplaceDialog } from "../components/ReplaceDialog.tsx";
import { SignTransferDialog } from "../components/SignTransferDialog.tsx";
import "../items.css";

type Asking = { readonly what: "make" } | { readonly what: "sign" | "replace"; readonly transfer: Transfer };

/** 移送: batches of what was published for archives, libraries and service halls (Art. 25). */
export function Page() {
  const organ = useOrgan();
  const { data } = useSuspenseQuery(transfersQuery(useHttp(), organ.code));
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const may = isMeantFor(["registrar", "officeHead"], organ.roles);
  const close = () => setAsking(undefined);
  const columns: readonly Column<Transfer>[] = [
    {
      key: "number",
      title: "批次",
      show: ({ number, receiver, receiverKind }) => (
        <>
          {number}
          <small>
            {receiver}（{RECEIVER_KINDS[receiverKind]}）
          </small>
        </>
      ),
    },
    { key: "period", title: "发布日期", show: ({ from, until }) => `${from} 至 ${until}` },
    {
      key: "items",
      title: "信息",
      narrow: true,
      show: ({ isNil, items }) => (isNil ? <Mark tone="plain">零报告</Mark> : `${items.length} 条`),
    },
    {
      key: "received",
      title: "签收",
      show: ({ receivedOn, receivedBy, replacement }) => (
        <>
          {receivedOn === null ? "未签收" : `${receivedOn} ${receivedBy ?? ""}`}
          {replacement === null ? null : <small>已请求替换：{replacement}</small>}
        </>
      ),
    },
    {
      key: "acts",
      title: "办理",
      show: (transfer) => (
        <span className="acts">
          <a href={transferFile(organ.code, transfer.id, "docx")}>清单 docx</a>
          <a href={transferFile(organ.code, transfer.id, "xlsx")}>清单 xlsx</a>
          {may && transfer.receivedOn === null ? (
            <Button size="small" onClick={() => setAsking({ what: "sign", transfer })} aria-label={`登记签收 ${transfer.number}`}>
              登记签收
            </Button>
          ) : null}
          {may && transfer.receivedOn !== null && !transfer.isNil ? (
            <Button size="small" onClick={() => setAsking({ what: "replace", transfer })} aria-label={`请求替换 ${transfer.number}`}>
              请求替换
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <PageShell
      title="移送"
      lead="条例第二十五条：及时向国家档案馆、公共图书馆提供主动公开的政府信息。按发布日期编制清单，没有信息的也报零报告。"
      actions={
        may ? (
          <Button type="primary" onClick={() => setAsking({ what: "make" })}>
            编制清单
          </Button>
        ) : undefined
      }
    >
      <ListTable
        caption="移送批次"
        columns={columns}
        rows={data.transfers}
        keyOf={({ id }) => id}
        empty={
          <p>
            还没有移送。
            {may ? "点“编制清单”，选择接收单位和发布日期的起止，自动列出这一期间发布的信息。" : "由登记人或者公开工作机构负责人编制。"}
          </p>
        }
      />
      {asking?.what === "make" ? <MakeTransferDialog agency={organ.code} onClose={close} /> : null}
      {asking?.what === "sign" ? <SignTransferDialog agency={organ.code} transfer={asking.transfer} onClose={close} /> : null}
      {asking?.what === "replace" ? <ReplaceDialog agency={organ.code} transfer={asking.transfer} onClose={close} /> : null}
    </PageShell>
  );
}
