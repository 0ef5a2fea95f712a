import { useBlocker } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import type { z } from "zod";
import { type EntryErrors, explainAnswered, explainEntry, type Labels } from "./explain-entry.ts";
import { ProblemError } from "./problem.ts";

interface Entry<Values extends object, Schema extends z.ZodType> {
  /** The server's own schema for what is sent. */
  readonly schema: Schema;
  readonly initial: Values;
  /** What the form calls its fields; also the order of the summary. */
  readonly labels: Labels;
  /** Sentences for fields whose rule the schema cannot say in words. */
  readonly hints?: Labels;
  /** Makes of what stands in the fields what is sent. */
  readonly toSend?: (values: Values) => unknown;
  readonly send: (sent: z.infer<Schema>) => Promise<unknown>;
  /** Leaving with changes asks first; off for forms whose loss costs nothing. */
  readonly guard?: boolean;
}

/** What stands in a form, what is wrong with it, and how it is sent. Nothing typed is ever thrown away by an error. */
export function useEntry<Values extends object, Schema extends z.ZodType>(entry: Entry<Values, Schema>) {
  const { schema, initial, labels, hints, toSend = (values) => values, send, guard = true } = entry;
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<EntryErrors>({});
  const [isChanged, setChanged] = useState(false);
  const [isSending, setSending] = useState(false);
  const isDone = useRef(false);
  const summary = useRef<HTMLDivElement>(null);
  const id = useId();

  const shouldBlock = guard && isChanged;
  useBlocker({
    // oxlint-disable-next-line no-alert -- the browser's own question is the one that also works when the page itself is closed
    shouldBlockFn: () => shouldBlock && !isDone.current && !window.confirm("填写的内容尚未保存，离开后将丢失。确定离开吗？"),
    enableBeforeUnload: () => shouldBlock && !isDone.current,
  });
  // The summary takes the focus once it is there, so that a screen reader reads what is to be mended.
  useEffect(() => {
    if (Object.keys(errors).length > 0) summary.current?.focus();
  }, [errors]);

  const change = (changes: Partial<Values>) => {
    setChanged(true);
    setValues((before) => ({ ...before, ...changes }));
  };

  const submit = async () => {
    if (isSending) return;
    const read = schema.safeParse(toSend(values), { reportInput: true });
    if (!read.success) return setErrors(explainEntry(read.error.issues, labels, hints));
    setErrors({});
    setSending(true);
    isDone.current = true; // what is done on success may lead elsewhere: that is no loss
    try {
      await send(read.data);
      setChanged(false);
    } catch (fault) {
      isDone.current = false;
      setErrors(errorsOf(fault, labels));
    } finally {
      setSending(false);
    }
  };

  return { id, values, errors, labels, isChanged, isSending, summary, change, submit, setErrors };
}

export type EntryState = Pick<ReturnType<typeof useEntry>, "id" | "errors" | "labels" | "summary">;

function errorsOf(fault: unknown, labels: Labels): EntryErrors {
  if (!(fault instanceof ProblemError)) return { "": "页面出了故障，内容没有提交。请稍后再试。" };
  const explained = explainAnswered(fault.issues, labels);
  const number = fault.status >= 500 && fault.requestId !== undefined ? `（编号：${fault.requestId}）` : "";
  return Object.keys(explained).length > 0 ? explained : { "": `${fault.message}${number}` };
}
