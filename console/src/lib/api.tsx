import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { createContext, useContext, useRef } from "react";
import type { Http } from "./http.ts";
import { newCommandKey } from "./command-key.ts";

const HttpContext = createContext<Http | undefined>(undefined);

export const HttpProvider = HttpContext.Provider;

/** The API of this page. */
export function useHttp(): Http {
  const http = useContext(HttpContext);
  if (http === undefined) throw new Error("HttpProvider is missing above");
  return http;
}

export interface Command<Input, Answer> {
  readonly run: (http: Http, input: Input, key: string) => Promise<Answer>;
  /** What is no longer as it was, once done: keys of queries to be asked again. */
  readonly changes: readonly QueryKey[];
  readonly done?: (answer: Answer, input: Input) => void;
}

/**
 * A command with its idempotency key: sent again with the same content after a broken connection it keeps its key, so it
 * is done once; other content is another command.
 */
export function useCommand<Input, Answer>({ run, changes, done }: Command<Input, Answer>) {
  const http = useHttp();
  const cache = useQueryClient();
  const sent = useRef<{ readonly content: string; readonly key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: (input: Input) => {
      const content = JSON.stringify(input) ?? "";
      const known = sent.current;
      const key = known?.content === content ? known.key : newCommandKey();
      sent.current = { content, key };
      return run(http, input, key);
    },
    onSuccess: async (answer, input) => {
      sent.current = undefined;
      await Promise.all(changes.map((queryKey) => cache.invalidateQueries({ queryKey })));
      done?.(answer, input);
    },
    retry: false,
  });
}
