import { useEffect, useReducer, useRef } from "preact/hooks";
import { sendFile } from "./send-file.ts";
import { changeWorkList, countStates, emptyWorkList, type WorkAct, type WorkList } from "./work-list.ts";

/** Requests on their way at once: the server has others to serve. */
const MOST_AT_ONCE = 2;

/** The list of files, and the sending of those that wait, two at a time. */
export function useWorkList(): [WorkList, (act: WorkAct) => void] {
  const [list, change] = useReducer(changeWorkList, emptyWorkList);
  const sending = useRef(new Map<number, AbortController>());

  useEffect(() => {
    // A file that was cancelled or taken off the list is no longer sent.
    for (const [id, controller] of sending.current)
      if (list.items.find((item) => item.id === id)?.progress.state !== "reading") {
        controller.abort();
        sending.current.delete(id);
      }
    const free = MOST_AT_ONCE - countStates(list).reading;
    for (const item of list.items.filter(({ progress }) => progress.state === "waiting").slice(0, Math.max(0, free))) {
      const controller = new AbortController();
      sending.current.set(item.id, controller);
      change({ type: "begin", id: item.id });
      void sendFile(item.file, controller.signal).then((sent) => {
        if (controller.signal.aborted) return;
        if (sent.ok) change({ type: "finish", id: item.id, checked: sent.checked });
        else change({ type: "fail", id: item.id, reason: sent.reason });
      });
    }
  }, [list]);

  return [list, change];
}
