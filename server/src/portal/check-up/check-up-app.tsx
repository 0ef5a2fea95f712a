import type { Report } from "@gongkai/annual-report";
import { useEffect, useRef, useState } from "preact/hooks";
import { BatchTable } from "../components/batch-table/batch-table.tsx";
import { DraftList } from "../components/draft-list/draft-list.tsx";
import { FilePicker } from "../components/file-picker/file-picker.tsx";
import { type NewReport, StartForm } from "../components/start-form/start-form.tsx";
import { useKept } from "../components/use-kept.ts";
import { thisYear } from "./browser-clock.ts";
import { type Draft, draftOfFile } from "./draft/draft.ts";
import type { Counts } from "./draft/judge-findings.ts";
import { startBlank, startFromPrevious } from "./draft/start-report.ts";
import { useDrafts } from "./draft/use-drafts.ts";
import { PlainForm } from "./plain-form.tsx";
import { sendFile } from "./send-file.ts";
import { useDesk } from "./use-desk.ts";
import { useWorkList } from "./use-work-list.ts";

export interface CheckUpAppProps {
  /** Where the made-up sample report is served, and under what name it is read. */
  readonly sample: { readonly address: string; readonly name: string };
}

/** What lies open: a draft, or two reports side by side. */
type Shown =
  | { readonly kind: "draft"; readonly id: string }
  | { readonly kind: "compare"; readonly a: Report; readonly b: Report; readonly from?: string };

/** 年报体检. What the server renders is a plain form; once the script runs it becomes the tool. */
export function CheckUpApp({ sample }: CheckUpAppProps) {
  const [isEnhanced, setEnhanced] = useState(false);
  const [list, changeList] = useWorkList();
  const drafts = useDrafts();
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const [fault, setFault] = useState("");
  const [countsNow, setCountsNow] = useState<ReadonlyMap<number, Counts>>(new Map());
  const draftIds = useRef(new Map<number, string>());
  const result = useRef<HTMLDivElement>(null);
  const { desk, failed, retry } = useDesk(shown !== undefined);
  const keep = useKept();
  useEffect(() => setEnhanced(true), []);

  const shownItem = list.items.find((item) => item.id === list.shown);
  const checked = shownItem?.progress.state === "done" ? shownItem.progress.checked : undefined;
  useEffect(() => {
    if (checked !== undefined && shownItem !== undefined) showItem(shownItem.id);
  }, [checked]);

  const draft = shown?.kind === "draft" ? drafts.open.get(shown.id) : undefined;
  useEffect(() => {
    // Asked for, so gone to: the result stands below the lists.
    if (shown === undefined || desk === undefined) return;
    const heading = result.current?.querySelector<HTMLElement>("h2");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }, [shown, desk === undefined, draft === undefined]);

  function showItem(id: number): void {
    const item = list.items.find((one) => one.id === id);
    if (item?.progress.state !== "done") return;
    let draftId = draftIds.current.get(id);
    if (draftId === undefined) {
      draftId = newId();
      draftIds.current.set(id, draftId);
      drafts.put(draftOfFile(draftId, item.progress.checked));
    }
    if (list.shown !== id) changeList({ type: "show", id });
    setShown({ kind: "draft", id: draftId });
  }

  function begin(started: Draft): void {
    drafts.put(started);
    setShown({ kind: "draft", id: started.id });
  }

  async function readReport(file: File): Promise<{ report: Report } | { reason: string }> {
    const sent = await sendFile(file, new AbortController().signal);
    if (!sent.ok) return { reason: sent.reason };
    return sent.checked.report.edition === null
      ? { reason: "这份文件里没有找到年度报告的三张表，请换一份文件。" }
      : { report: sent.checked.report };
  }

  async function trySample(): Promise<void> {
    try {
      const response = await fetch(sample.address);
      if (!response.ok) throw new Error(String(response.status));
      setFault("");
      changeList({ type: "add", files: [new File([await response.blob()], sample.name)] });
    } catch {
      setFault("样例没有取到，请检查网络后再试。");
    }
  }

  const reportOf = (id: number): Report | undefined => {
    const item = list.items.find((one) => one.id === id);
    return item?.progress.state === "done" ? item.progress.checked.report : undefined;
  };
  const year = thisYear() - 1;
  const isListed = shown?.kind === "draft" && draftIds.current.get(list.shown ?? 0) === shown.id;
  if (!isEnhanced) return <PlainForm />;
  return (
    <>
      {keep("picker", [], () => (
        <FilePicker onFiles={(files) => changeList({ type: "add", files })} onSample={() => void trySample()} />
      ))}
      {keep("start", [year], () => (
        <StartForm
          year={year}
          onBlank={(report: NewReport) => begin(startBlank(newId(), report))}
          onPrevious={async (file) => {
            const read = await readReport(file);
            if ("reason" in read) return read.reason;
            begin(startFromPrevious(newId(), read.report, year));
            return undefined;
          }}
        />
      ))}
      {fault === "" ? null : (
        <p class="problem" role="alert">
          {fault}
        </p>
      )}
      <DraftList
        kept={drafts.kept}
        shown={shown?.kind === "draft" ? shown.id : undefined}
        onTake={(kept) => {
          if (!drafts.open.has(kept.id)) drafts.take(kept);
          setShown({ kind: "draft", id: kept.id });
        }}
        onForget={(id) => void drafts.forget(id)}
      />
      {list.items.length === 0
        ? null
        : keep("batch", [list, countsNow, isListed], () => (
            <BatchTable
              list={isListed ? list : { ...list, shown: undefined }}
              change={changeList}
              countsNow={countsNow}
              onShow={showItem}
              onCompare={(one, other) => {
                const [a, b] = [reportOf(one), reportOf(other)];
                // The earlier year stands on the left.
                if (a !== undefined && b !== undefined)
                  setShown({ kind: "compare", ...((a.year ?? 0) > (b.year ?? 0) ? { a: b, b: a } : { a, b }) });
              }}
            />
          ))}
      <div ref={result}>
        {shown === undefined ? null : desk === undefined ? (
          <p role="status" class="desk-status">
            {failed ? "编辑器没有载入，请检查网络。" : "正在打开…"}
            {failed ? (
              <button type="button" class="link-button" onClick={retry}>
                重试
              </button>
            ) : null}
          </p>
        ) : shown.kind === "compare" ? (
          <desk.CompareView
            a={shown.a}
            b={shown.b}
            onClose={() => setShown(shown.from === undefined ? undefined : { kind: "draft", id: shown.from })}
          />
        ) : draft === undefined ? null : (
          <desk.Editor
            key={draft.id}
            draft={draft}
            saving={drafts.saving.get(draft.id) ?? "untouched"}
            name="report"
            change={(act) => drafts.change(draft.id, act)}
            onSettle={(choice) => void drafts.settle(draft.id, choice)}
            onPrevious={async (file) => {
              const read = await readReport(file);
              if ("reason" in read) return read.reason;
              drafts.change(draft.id, { type: "compareWith", previous: read.report });
              return undefined;
            }}
            onCompare={(a, b) => setShown({ kind: "compare", a, b, from: draft.id })}
            onCounts={(counts) => {
              const id = [...draftIds.current].find(([, one]) => one === draft.id)?.[0];
              if (id !== undefined) setCountsNow((known) => new Map(known).set(id, counts));
            }}
          />
        )}
      </div>
    </>
  );
}

/** A name no other tab has; `randomUUID` is not there on a plain http address. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
