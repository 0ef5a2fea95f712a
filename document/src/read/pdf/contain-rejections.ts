import { AsyncLocalStorage } from "node:async_hooks";
import { promiseHooks } from "node:v8";

const contained = new AsyncLocalStorage<true>();
const ignore = (): void => {};
let isWatching = false;

/**
 * Runs work in which no promise can end as an unhandled rejection, which would end the process. pdf.js asks for the pages of a
 * damaged file all at once and forgets the others when one fails; those promises are out of reach, so every promise
 * made within `run`, however late, gets a handler that does nothing. Whoever awaits one sees its rejection all the same.
 */
export function containRejections<T>(run: () => Promise<T>): Promise<T> {
  watch();
  return contained.run(true, run);
}

/** Once for the thread, and for good: work that outlasts its time limit still makes promises. */
function watch(): void {
  if (isWatching) return;
  isWatching = true;
  let isOwn = false; // the handler is a promise too
  promiseHooks.onInit((promise) => {
    if (isOwn || contained.getStore() === undefined) return;
    isOwn = true;
    promise.then(undefined, ignore);
    isOwn = false;
  });
}
