import type { Unit } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { closeUnit, unitsKey, unitsQuery } from "../api/units.ts";
import { UnitForm } from "./UnitForm.tsx";

type Open = { readonly act: "add" } | { readonly act: "rename" | "close"; readonly unit: Unit };

/** The divisions of an organ. */
export function UnitPanel({ agency }: { readonly agency: string }) {
  const { data } = useSuspenseQuery(unitsQuery(useHttp(), agency));
  const [open, setOpen] = useState<Open>();
  const columns: readonly Column<Unit>[] = [
    { key: "name", title: "名称", show: ({ name }) => name },
    {
      key: "state",
      title: "状态",
      show: ({ closedOn }) => (closedOn === null ? <Mark tone="fine">使用中</Mark> : <Mark tone="plain">{closedOn} 撤销</Mark>),
    },
    {
      key: "acts",
      title: "操作",
      narrow: true,
      show: (unit) =>
        unit.closedOn !== null ? null : (
          <span className="acts">
            <Button size="small" aria-label={`改名：${unit.name}`} onClick={() => setOpen({ act: "rename", unit })}>
              改名
            </Button>
            <Button size="small" aria-label={`撤销：${unit.name}`} onClick={() => setOpen({ act: "close", unit })}>
              撤销
            </Button>
          </span>
        ),
    },
  ];
  return (
    <>
      <ListTable
        caption="内设机构"
        columns={columns}
        rows={data.units}
        keyOf={({ id }) => id}
        empty={<p>还没有内设机构。不分内设机构的单位可以不设。</p>}
      />
      <Button onClick={() => setOpen({ act: "add" })}>添加内设机构</Button>
      {open?.act === "add" ? <UnitForm agency={agency} onClose={() => setOpen(undefined)} /> : null}
      {open?.act === "rename" ? <UnitForm agency={agency} unit={open.unit} onClose={() => setOpen(undefined)} /> : null}
      {open?.act === "close" ? <CloseUnit agency={agency} unit={open.unit} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function CloseUnit({ agency, unit, onClose }: { readonly agency: string; readonly unit: Unit; readonly onClose: () => void }) {
  const close = useCommand({
    run: (http, { version }: { readonly version: number }, key) => closeUnit(http, agency, unit.id, { version }, key),
    changes: [unitsKey(agency)],
    done: onClose,
  });
  return (
    <ConfirmDialog
      title={`撤销内设机构：${unit.name}`}
      confirmLabel="撤销"
      danger
      fault={close.error}
      isSending={close.isPending}
      onConfirm={() => close.mutate({ version: unit.version })}
      onClose={onClose}
    >
      <p>撤销后不能再选用，以往的记录不变。</p>
    </ConfirmDialog>
  );
}
