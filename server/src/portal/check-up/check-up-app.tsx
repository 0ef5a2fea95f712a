import { useEffect, useRef, useState } from "preact/hooks";
import { FileList } from "../components/file-list/file-list.tsx";
import { FilePicker, READABLE_KINDS } from "../components/file-picker/file-picker.tsx";
import { PlainForm } from "./plain-form.tsx";
import { ReportView } from "./report-view.tsx";
import { useWorkList } from "./use-work-list.ts";

export interface CheckUpAppProps {
  /** Where the made-up sample report is served, and under what name it is read. */
  readonly sample: { readonly address: string; readonly name: string };
}

/** 年报体检. What the server renders is a plain form; once the script runs it becomes the tool. */
export function CheckUpApp({ sample }: CheckUpAppProps) {
  const [isEnhanced, setEnhanced] = useState(false);
  const [list, change] = useWorkList();
  const [fault, setFault] = useState("");
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => setEnhanced(true), []);

  const shown = list.items.find((item) => item.id === list.shown);
  const shownId = shown?.progress.state === "done" ? shown.id : undefined;
  useEffect(() => {
    // Asked for, so gone to: the result stands below the list.
    if (shownId !== undefined) result.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [shownId]);

  async function trySample(): Promise<void> {
    try {
      const response = await fetch(sample.address);
      if (!response.ok) throw new Error(String(response.status));
      setFault("");
      change({ type: "add", files: [new File([await response.blob()], sample.name)] });
    } catch {
      setFault("样例没有取到，请检查网络后再试。");
    }
  }

  if (!isEnhanced) return <PlainForm />;
  return (
    <>
      <FilePicker onFiles={(files) => change({ type: "add", files })} onSample={() => void trySample()} />
      {fault === "" ? null : (
        <p class="problem" role="alert">
          {fault}
        </p>
      )}
      {list.items.length === 0 ? null : <FileList list={list} change={change} />}
      <div ref={result}>
        {shown?.progress.state === "done" ? (
          <>
            <ReportView
              key={`${shown.id}-${shown.previous?.name ?? ""}`}
              checked={shown.progress.checked}
              name={`report-${shown.id}`}
              interactive
            />
            <PreviousReport previous={shown.previous} onFile={(previous) => change({ type: "addPrevious", id: shown.id, previous })} />
          </>
        ) : null}
      </div>
    </>
  );
}

/** Last year's report, for the rules that reach from one year to the next. */
function PreviousReport({ previous, onFile }: { previous: File | undefined; onFile: (file: File) => void }) {
  return (
    <section class="previous-report">
      <h3>与上年报告衔接</h3>
      <label for="previous-report">选择上一年度的报告，将重新核对并检查上年结转等跨年关系</label>
      <input
        id="previous-report"
        type="file"
        accept={READABLE_KINDS}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
      {previous === undefined ? null : <p>已加入：{previous.name}</p>}
    </section>
  );
}
