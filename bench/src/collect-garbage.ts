import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Runs a full collection, so that the heap measured is what is really kept. */
export const collectGarbage: () => void = (() => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void; // the flag above puts a function of this shape there
})();
