// Stands in for `@rc-component/util/es/Dom/dynamicCSS` (see server/src/console/adopt-styles-plugin.ts): the same functions,
// but the rules become constructed style sheets, which a policy of `style-src 'self'` allows, instead of <style> elements.

interface Options {
  readonly mark?: string;
  readonly prepend?: boolean | "queue";
  readonly priority?: number;
}

interface Adopted {
  readonly key: string;
  readonly queued: boolean;
  readonly priority: number;
  readonly sheet: CSSStyleSheet;
  css: string;
  /** Never put into the document: callers only hang their marks on it. */
  readonly bearer: HTMLStyleElement;
}

let adopted: readonly Adopted[] = [];

function show(next: readonly Adopted[]): void {
  adopted = next;
  document.adoptedStyleSheets = next.map(({ sheet }) => sheet);
}

function keyOf(key: string, { mark = "rc-util-key" }: Options): string {
  return `${mark} ${key}`;
}

/** Adds or exchanges the rules known by a key. */
export function updateCSS(css: string, key: string, options: Options = {}): HTMLStyleElement {
  const name = keyOf(key, options);
  const known = adopted.find((one) => one.key === name);
  if (known !== undefined) {
    if (known.css !== css) {
      known.css = css;
      known.sheet.replaceSync(css);
    }
    return known.bearer;
  }
  return add(css, name, options).bearer;
}

/** Adds rules nobody will ask for again. */
export function injectCSS(css: string, options: Options = {}): HTMLStyleElement {
  return add(css, "", options).bearer;
}

/** Takes the rules of a key away again. */
export function removeCSS(key: string, options: Options = {}): void {
  const name = keyOf(key, options);
  if (adopted.some((one) => one.key === name)) show(adopted.filter((one) => one.key !== name));
}

/** There is no cache of containers here. */
export function clearContainerCache(): void {}

function add(css: string, key: string, { prepend, priority = 0 }: Options): Adopted {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const one: Adopted = {
    key,
    queued: prepend !== undefined && prepend !== false,
    priority,
    sheet,
    css,
    bearer: document.createElement("style"),
  };
  show(adopted.toSpliced(placeOf(one, prepend), 0, one));
  return one;
}

/** Queued rules come before the others, by priority, and within one priority in the order of arrival. */
function placeOf({ priority }: Adopted, prepend: Options["prepend"]): number {
  if (prepend === true) return 0;
  if (prepend !== "queue") return adopted.length;
  return adopted.findLastIndex((one) => one.queued && one.priority <= priority) + 1;
}

/** The icons ask for these in the same breath: nothing here stands in a shadow tree, and their warnings are for developers. */
export function getShadowRoot(): null {
  return null;
}

export function warningOnce(isFine: boolean, message: string): void {
  if (!isFine) console.warn(message);
}
