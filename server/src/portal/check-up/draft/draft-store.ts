import { now } from "../browser-clock.ts";
import type { Draft } from "./draft.ts";

/** A draft as the browser keeps it, with what the list of drafts shows. */
export interface KeptDraft {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Grows with every save: a tab that saves over a revision it has not seen is told instead. */
  readonly revision: number;
  readonly draft: Draft;
}

export type Kept =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly reason: "changed-elsewhere" | "unavailable" | "full" };

const DATABASE = "gongkai-check-up";
const STORE = "drafts";

/** Steps kept for undo after a reload; more would cost room for little. */
const STEPS_KEPT = 40;

/** Keeps a draft, unless another tab kept a newer one meanwhile (`seen` is the revision this tab knows; 0 for none). */
export async function keepDraft(draft: Draft, title: string, { seen, force = false }: { seen: number; force?: boolean }): Promise<Kept> {
  try {
    const store = await openStore("readwrite");
    const known = (await settle(store.get(draft.id))) as KeptDraft | undefined; // written below
    const revision = known?.revision ?? 0;
    if (revision !== seen && !force) return { ok: false, reason: "changed-elsewhere" };
    const lean: Draft = { ...draft, past: draft.past.slice(-STEPS_KEPT), future: draft.future.slice(-STEPS_KEPT) };
    const kept: KeptDraft = { id: draft.id, title, savedAt: now(), revision: revision + 1, draft: lean };
    await settle(store.put(kept));
    return { ok: true, revision: kept.revision };
  } catch (fault) {
    return { ok: false, reason: fault instanceof DOMException && fault.name === "QuotaExceededError" ? "full" : "unavailable" };
  }
}

/** Every kept draft, the latest first; none where the browser keeps nothing. */
export async function listDrafts(): Promise<readonly KeptDraft[]> {
  try {
    const store = await openStore("readonly");
    const all = (await settle(store.getAll())) as KeptDraft[]; // written above
    return all.sort((a, b) => b.savedAt - a.savedAt);
  } catch {
    return [];
  }
}

/** Forgets one draft, or all of them. */
export async function forgetDrafts(id?: string): Promise<boolean> {
  try {
    const store = await openStore("readwrite");
    await settle(id === undefined ? store.clear() : store.delete(id));
    return true;
  } catch {
    return false;
  }
}

function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
    request.onerror = () => reject(request.error ?? new Error("no database"));
    request.onblocked = () => reject(new Error("database blocked"));
    request.onsuccess = () => {
      const transaction = request.result.transaction(STORE, mode);
      transaction.oncomplete = transaction.onabort = () => request.result.close();
      resolve(transaction.objectStore(STORE));
    };
  });
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("request failed"));
  });
}
