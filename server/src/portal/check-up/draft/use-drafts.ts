import { useEffect, useRef, useState } from "preact/hooks";
import type { Draft } from "./draft.ts";
import { isTouched } from "./draft.ts";
import { changeDraft, type DraftAct } from "./change-draft.ts";
import { applyWork } from "./apply-work.ts";
import { forgetDrafts, keepDraft, type KeptDraft, listDrafts } from "./draft-store.ts";

/** How a draft stands with the browser's memory. */
export type Saving = "untouched" | "waiting" | "saved" | "changed-elsewhere" | "unavailable" | "full";

export interface Drafts {
  /** Drafts on the desk of this tab, by id. */
  readonly open: ReadonlyMap<string, Draft>;
  readonly saving: ReadonlyMap<string, Saving>;
  /** What the browser keeps, this tab's drafts among them. */
  readonly kept: readonly KeptDraft[];
  put(draft: Draft): void;
  change(id: string, act: DraftAct): void;
  /** Takes up a kept draft as it was last saved, by whichever tab. */
  take(kept: KeptDraft): void;
  /** Settles a draft that another tab changed: this tab's work, or the other's. */
  settle(id: string, choice: "mine" | "theirs"): Promise<void>;
  forget(id?: string): Promise<void>;
}

const SAVE_AFTER_MILLISECONDS = 400;

/** The drafts of this tab: changed in memory at once, kept in the browser a moment later, and never over another tab's. */
export function useDrafts(): Drafts {
  const [open, setOpen] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [saving, setSaving] = useState<ReadonlyMap<string, Saving>>(new Map());
  const [kept, setKept] = useState<readonly KeptDraft[]>([]);
  // The same as the two above, to be read by what was made in an earlier rendering.
  const now = useRef({ open: new Map<string, Draft>(), saving: new Map<string, Saving>() }).current;
  const seen = useRef(new Map<string, number>());
  const waiting = useRef(new Map<string, { draft: Draft; timer: number }>());
  const channel = useRef<BroadcastChannel | undefined>(undefined);

  const refresh = async () => setKept(await listDrafts());
  const note = (id: string, state: Saving) => {
    now.saving.set(id, state);
    setSaving(new Map(now.saving));
  };
  const lay = (draft: Draft) => {
    now.open.set(draft.id, draft);
    setOpen(new Map(now.open));
  };
  const unschedule = (id: string) => {
    clearTimeout(waiting.current.get(id)?.timer);
    waiting.current.delete(id);
  };

  useEffect(() => {
    void refresh();
    const line = new BroadcastChannel("gongkai-drafts");
    channel.current = line;
    line.onmessage = ({ data }: MessageEvent<{ id?: string; revision?: number }>) => {
      void refresh();
      // Another tab saved a draft that lies on this desk too: say so before the person goes on.
      if (data.id !== undefined && data.revision !== undefined && seen.current.has(data.id)) note(data.id, "changed-elsewhere");
    };
    // What was not yet saved when the page is left is saved now.
    const flush = () => {
      for (const [id, { draft, timer }] of waiting.current) {
        clearTimeout(timer);
        void save(id, draft);
      }
    };
    const onHide = () => document.visibilityState === "hidden" && flush();
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      line.close();
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, []);

  async function save(id: string, draft: Draft, force = false): Promise<void> {
    waiting.current.delete(id);
    const { title } = applyWork(draft);
    const result = await keepDraft(draft, title ?? draft.base.file ?? "未命名报告", { seen: seen.current.get(id) ?? 0, force });
    if (!result.ok) return note(id, result.reason);
    seen.current.set(id, result.revision);
    note(id, waiting.current.has(id) ? "waiting" : "saved");
    channel.current?.postMessage({ id, revision: result.revision });
    await refresh();
  }

  function schedule(draft: Draft): void {
    unschedule(draft.id);
    const timer = window.setTimeout(() => void save(draft.id, draft), SAVE_AFTER_MILLISECONDS);
    waiting.current.set(draft.id, { draft, timer });
    note(draft.id, "waiting");
  }

  function put(draft: Draft): void {
    lay(draft);
    if (isTouched(draft)) schedule(draft);
  }

  function take({ id, draft, revision }: KeptDraft): void {
    unschedule(id); // what this tab had in hand must not be saved over it
    seen.current.set(id, revision);
    lay(draft);
    note(id, "saved");
  }

  return {
    open,
    saving,
    kept,
    put,
    take,
    change(id, act) {
      const before = now.open.get(id);
      const draft = before === undefined ? undefined : changeDraft(before, act);
      if (draft === undefined || draft === before) return;
      lay(draft);
      // A draft another tab changed is not saved until the person has chosen.
      if (now.saving.get(id) !== "changed-elsewhere") schedule(draft);
    },
    async settle(id, choice) {
      const mine = now.open.get(id);
      if (choice === "mine" && mine !== undefined) return save(id, mine, true);
      const theirs = (await listDrafts()).find((one) => one.id === id);
      if (theirs !== undefined) take(theirs);
    },
    async forget(id) {
      for (const key of id === undefined ? [...now.open.keys()] : [id]) {
        unschedule(key);
        seen.current.delete(key);
        if (now.open.has(key)) note(key, "untouched");
      }
      await forgetDrafts(id);
      channel.current?.postMessage({});
      await refresh();
    },
  };
}
