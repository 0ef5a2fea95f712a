/*
 * What is pasted from Word, WPS or a web page, made into the few elements a body is written with. Nothing of the input is
 * taken over as it is: tags come from a list and attributes are written anew, so the result can be shown as it stands. The
 * server cleans again, for good.
 */

const KEPT = new Set(
  "p br hr h2 h3 h4 h5 strong em u s sub sup ul ol li blockquote table caption thead tbody tfoot tr th td a img".split(" "),
);
const RENAMED: Readonly<Record<string, string>> = {
  b: "strong",
  i: "em",
  strike: "s",
  del: "s",
  h1: "h2",
  h6: "h5",
  div: "p",
  section: "p",
  article: "p",
};
const VOID = new Set(["br", "hr", "img"]);
/** Their content is no text of the document. */
const SKIPPED = new Set("script style head title xml noscript template svg math iframe object textarea select".split(" "));
const TOKEN = /<!--[\s\S]*?-->|<!\[[\s\S]*?\]>|<[!?][^>]*>|<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const SAFE_LINK = /^(?:https?:|mailto:|tel:)/i;
const DATA_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/;

export interface CleanHtml {
  readonly html: string;
  /** Pictures that lie on the disk of whoever copied: the browser may not read them, so they are to be put in by hand. */
  readonly lostPictures: number;
}

/** Cleans HTML. `addressOf` gives pictures of the item an address so that they can be seen while writing. */
export function cleanHtml(given: string, addressOf?: (sha256: string) => string): CleanHtml {
  let out = "";
  let lostPictures = 0;
  let skipping: string | undefined;
  let at = 0;
  for (const token of given.matchAll(TOKEN)) {
    const [whole, slash = "", rawName = "", attributes = ""] = token;
    if (skipping === undefined) out += tidyText(given.slice(at, token.index));
    at = token.index + whole.length;
    const name = rawName.toLowerCase();
    if (skipping !== undefined) {
      if (slash === "/" && name === skipping) skipping = undefined;
      continue;
    }
    if (SKIPPED.has(name)) {
      if (slash === "" && !attributes.endsWith("/")) skipping = name;
      continue;
    }
    const kept = RENAMED[name] ?? name;
    if (!KEPT.has(kept)) continue;
    if (slash === "/") {
      if (!VOID.has(kept)) out += `</${kept}>`;
      continue;
    }
    const written = writeTag(kept, readAttributes(attributes), addressOf);
    if (written === undefined) lostPictures += 1;
    else out += written;
  }
  if (skipping === undefined) out += tidyText(given.slice(at));
  return { html: tidyBlocks(out), lostPictures };
}

function writeTag(name: string, given: ReadonlyMap<string, string>, addressOf?: (sha256: string) => string): string | undefined {
  const attributes: [string, string][] = [];
  const keep = (attribute: string, pattern: RegExp) => {
    const value = given.get(attribute);
    if (value !== undefined && pattern.test(value)) attributes.push([attribute, value]);
  };
  if (name === "img") {
    const file = given.get("data-file");
    const source = given.get("src") ?? "";
    if (file !== undefined && /^[0-9a-f]{64}$/.test(file)) {
      attributes.push(["data-file", file]);
      if (addressOf !== undefined) attributes.push(["src", addressOf(file)]);
    } else if (DATA_PICTURE.test(source)) attributes.push(["src", source]);
    else return undefined;
    attributes.push(["alt", given.get("alt") ?? ""]);
    keep("width", /^\d{1,4}$/);
    keep("height", /^\d{1,4}$/);
  } else if (name === "a") {
    keep("href", SAFE_LINK);
  } else if (name === "td" || name === "th") {
    keep("colspan", /^\d{1,3}$/);
    keep("rowspan", /^\d{1,3}$/);
  } else if (name === "ol") {
    keep("start", /^\d{1,4}$/);
  }
  if (["p", "h2", "h3", "h4", "td", "th"].includes(name)) {
    const side = sideOf(given);
    if (side !== undefined) attributes.push(["class", `align-${side}`]);
  }
  return `<${name}${attributes.map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`).join("")}>`;
}

function sideOf(given: ReadonlyMap<string, string>): "center" | "right" | undefined {
  const style = /text-align:\s*(center|right)/i.exec(given.get("style") ?? "")?.[1];
  const wanted = `${style ?? ""} ${given.get("align") ?? ""} ${given.get("class") ?? ""}`.toLowerCase();
  if (/\bcenter\b/.test(wanted)) return "center";
  return /\bright\b/.test(wanted) ? "right" : undefined;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)) {
    found.set(name.toLowerCase(), decodeQuotes(double ?? single ?? bare ?? ""));
  }
  return found;
}

function decodeQuotes(value: string): string {
  return value.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Line breaks inside Word's source are no breaks; a stray angle bracket is a letter. */
function tidyText(text: string): string {
  return text
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\t\r\n ]+/g, " ")
    .replaceAll("\u200b", "");
}

function tidyBlocks(html: string): string {
  return html
    .replaceAll(/ ?(<\/?(?:p|h[2-5]|ul|ol|li|table|caption|thead|tbody|tfoot|tr|th|td|blockquote|hr)\b[^>]*>) ?/g, "$1")
    .replaceAll(/<p(?: class="[^"]*")?>(?:\s|&nbsp;|\u00a0|<br>)*<\/p>/g, "")
    .replaceAll(/<(strong|em|u|s|sub|sup)>(\s*)<\/\1>/g, "$2")
    .trim();
}

/** Text without mark-up as paragraphs: what a plain-text paste becomes. */
export function paragraphsOf(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</p>`)
    .join("");
}

/** Whether nothing would be left to read or see. */
export function isEmptyHtml(html: string): boolean {
  return !html.includes("<img") && html.replaceAll(/<[^>]*>|&nbsp;|\s/g, "") === "";
}

/** Pictures without words for those who cannot see them. */
export function countPicturesWithoutWords(html: string): number {
  return [...html.matchAll(/<img\b[^>]*>/g)].filter(([tag]) => !/\salt="[^"]*\S[^"]*"/.test(tag)).length;
}
