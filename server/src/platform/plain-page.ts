import { h, type ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";

/** Where the style sheet of the plain pages is served. */
export const PLAIN_STYLE_PATH = "/platform/plain.css";

/**
 * A page that needs nothing but itself and one small style sheet: faults, refusals, the list of the API. Preact escapes
 * whatever it is given.
 */
export function renderPlainPage(title: string, children: ComponentChildren): string {
  const page = h(
    "html",
    { lang: "zh-CN" },
    h(
      "head",
      null,
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", null, title),
      h("link", { rel: "icon", href: "data:," }),
      h("link", { rel: "stylesheet", href: PLAIN_STYLE_PATH }),
    ),
    h("body", null, h("main", null, h("h1", null, title), children)),
  );
  return `<!doctype html>${renderToString(page)}`;
}

export const PLAIN_STYLE = `:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.75 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.125rem; margin-top: 2rem; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; }
dt { font-weight: 600; }
dd { margin: 0 0 .5rem 1.5rem; }
`;
