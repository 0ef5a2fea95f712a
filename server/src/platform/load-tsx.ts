import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "rolldown/utils";

/**
 * Teaches this process to import `.tsx`: Node strips types by itself, but does not know JSX. To be called before the
 * first import that leads to a page, so such imports are made with `await import()`.
 */
export function loadTsx(): void {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith(".tsx")) return nextLoad(url, context);
      const path = fileURLToPath(url);
      const { code, errors } = transformSync(path, readFileSync(path, "utf8"), {
        jsx: { runtime: "automatic", importSource: "preact" },
        sourcemap: false,
      });
      const [problem] = errors;
      if (problem !== undefined) throw new SyntaxError(`${path}: ${problem.message}`);
      return { format: "module", source: code, shortCircuit: true };
    },
  });
}
