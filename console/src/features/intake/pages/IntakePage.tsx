import type { IntakeEntry } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { bringBack, intakeKey, intakeQuery } from "../api/intake.ts";
import { ConfirmReceipt } from "../components/ConfirmReceipt.tsx";
import { IntakeTable } from "../components/IntakeTable.tsx";
import { SetAsideDialog } from "../components/SetAsideDialog.tsx";
import "../intake.css";

/** 网上申请: confirm with the applicant, or set aside what is none. */
export function Page() {
  const organ = useOrgan();
  const { data, error, refetch } = useQuery(intakeQuery(useHttp(), organ.code));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [confirming, setConfirming] = useState<IntakeEntry | undefined>(undefined);
  const [aside, setAside] = useState<readonly IntakeEntry[] | undefined>(undefined);
  const [said, setSaid] = useState("");
  const back = useCommand({
    run: (http, entry: IntakeEntry, key) => bringBack(http, organ.code, entry, key),
    changes: [intakeKey(organ.code), ["applications", organ.code], ["today", organ.code]],
    done: (_, { receiptNumber }) => setSaid(`回执号 ${receiptNumber} 已恢复，等待确认。`),
  });
  const waiting = (data?.applications ?? []).filter(({ isSetAside }) => !isSetAside);
  const setAsides = (data?.applications ?? []).filter(({ isSetAside }) => isSetAside);
  const chosenEntries = waiting.filter(({ id }) => chosen.has(id));
  return (
    <PageShell
      title="网上申请"
      lead="网上提交的申请，以双方确认之日为收到申请之日（条例第三十一条）。请按申请人留下的联系方式联系后确认。“可疑”只是提醒，不影响受理。"
      actions={
        chosenEntries.length === 0 ? null : <Button onClick={() => setAside(chosenEntries)}>搁置所选（{chosenEntries.length}）</Button>
      }
    >
      <p role="status" className={said === "" ? "visually-hidden" : "done-note"}>
        {said}
      </p>
      {error === null ? null : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      {back.error === null ? null : <ProblemNotice fault={back.error} onRetry={() => void refetch().then(() => back.reset())} />}
      {data === undefined ? (
        error === null ? (
          <p className="waiting">正在查找…</p>
        ) : null
      ) : (
        <>
          <section className="panel">
            <h2>等待确认（{waiting.length}）</h2>
            <IntakeTable
              caption="等待确认的网上申请"
              agency={organ.code}
              entries={waiting}
              chosen={chosen}
              onChoose={(id, isChosen) =>
                setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)))
              }
              onConfirm={organ.roles.has("registrar") ? setConfirming : undefined}
              onSetAside={(entry) => setAside([entry])}
              empty={<p>没有等待确认的网上申请。</p>}
            />
          </section>
          {setAsides.length === 0 ? null : (
            <section className="panel">
              <h2>已搁置（{setAsides.length}）</h2>
              <p>不在待办中，也不计数。申请人补充材料的，自动恢复；随时可以恢复。</p>
              <IntakeTable
                caption="已搁置的网上提交"
                agency={organ.code}
                entries={setAsides}
                onBringBack={(entry) => back.mutate(entry)}
                empty={null}
              />
            </section>
          )}
        </>
      )}
      {confirming === undefined ? null : (
        <ConfirmReceipt
          agency={organ.code}
          entry={confirming}
          onClose={() => setConfirming(undefined)}
          onDone={(text) => {
            setSaid(text);
            setConfirming(undefined);
          }}
        />
      )}
      {aside === undefined ? null : (
        <SetAsideDialog
          agency={organ.code}
          entries={aside}
          onClose={() => setAside(undefined)}
          onDone={(text) => {
            setSaid(text);
            setAside(undefined);
            setChosen(new Set());
          }}
        />
      )}
    </PageShell>
  );
}
