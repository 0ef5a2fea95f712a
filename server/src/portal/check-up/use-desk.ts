import { useEffect, useState } from "preact/hooks";
import type * as Desk from "./desk.ts";

type Loading = { readonly desk: typeof Desk | undefined; readonly failed: boolean; readonly retry: () => void };

let loaded: typeof Desk | undefined;

/** The editor and the rules: fetched when the browser has nothing better to do, or at once when they are needed. */
export function useDesk(isNeeded: boolean): Loading {
  const [desk, setDesk] = useState(loaded);
  const [failed, setFailed] = useState(false);

  async function load(): Promise<void> {
    try {
      loaded ??= await import("./desk.ts");
      setFailed(false);
      setDesk(loaded);
    } catch {
      setFailed(true);
    }
  }

  useEffect(() => {
    if (desk !== undefined) return;
    if (isNeeded) return void load();
    const whenIdle = window.requestIdleCallback ?? ((act: () => void) => window.setTimeout(act, 300)); // Safari has none
    whenIdle(() => void load());
  }, [isNeeded]);
  return { desk, failed: failed && isNeeded, retry: () => void load() };
}
