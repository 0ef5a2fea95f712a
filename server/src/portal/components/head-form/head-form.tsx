import { useRef } from "preact/hooks";
import type { Head } from "../../check-up/draft/draft.ts";

/** Organ and year put right by hand, where the document did not say them or said them wrong. */
export function HeadForm({ head, name, onName }: { head: Head; name: string; onName: (head: Head) => void }) {
  const agency = useRef<HTMLInputElement>(null);
  const year = useRef<HTMLInputElement>(null);
  const details = useRef<HTMLDetailsElement>(null);
  return (
    <details class="head-form" ref={details}>
      <summary>修改机关、年度</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onName({ agency: agency.current?.value.trim() || null, year: Number(year.current?.value) || null });
          if (details.current !== null) details.current.open = false;
        }}
      >
        <label for={`${name}-agency`}>机关名称</label>
        <input id={`${name}-agency`} ref={agency} type="text" maxLength={100} defaultValue={head.agency ?? ""} />
        <label for={`${name}-year`}>报告年度</label>
        <input id={`${name}-year`} ref={year} type="number" min={2008} max={2100} defaultValue={head.year ?? ""} />
        <button type="submit" class="button button--small">
          确定
        </button>
      </form>
    </details>
  );
}
