/** What a tag means to the reader of a page. */
export type TagRole =
  | "cell"
  | "row"
  | "table"
  | "row-group"
  | "break"
  | "link"
  | "picture"
  | "input"
  | "meta"
  | "html"
  | "block"
  | "container"
  | "heading"
  | "pre"
  | "left-out"
  | "raised"
  | "inline";

export interface Tag {
  /** In small letters. */
  readonly name: string;
  readonly role: TagRole;
  /** It parts paragraphs. */
  readonly isBlock: boolean;
  /** It never has an end tag. */
  readonly isVoid: boolean;
  /** Its content is not markup, and is no text of the page. */
  readonly isRaw: boolean;
}

const NAMES: Readonly<Partial<Record<TagRole, string>>> = {
  cell: "td th",
  row: "tr",
  table: "table",
  "row-group": "thead tbody tfoot",
  break: "br",
  link: "a",
  picture: "img",
  input: "input",
  meta: "meta",
  html: "html",
  container: "div section article main nav footer aside header ul form",
  heading: "h1 h2 h3 h4 h5 h6",
  pre: "pre",
  block:
    "address blockquote body center dd details dialog dir dl dt fieldset figcaption figure hgroup hr legend li menu ol p summary caption",
  // Elements left out with all they hold: what they say is not the page's text.
  // What is struck out is there to be seen, and holds no more.
  "left-out": "template noscript svg select button object canvas audio video math del s strike",
  raised: "sup",
  inline: "b i u em span font strong small sub label o:p st1:chsdate",
};
const BLOCK_ROLES = new Set<TagRole>(["html", "container", "heading", "pre", "block"]);
const VOID = new Set(["input", "img", "br", "hr", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"]);
const RAW = new Set(["script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "title"]);

const tags = new Map<string, Tag>();
for (const [role, names] of Object.entries(NAMES)) for (const name of names.split(" ")) add(name, role as TagRole); // the keys are roles
for (const name of [...VOID, ...RAW]) if (!tags.has(name)) add(name, "inline");

/** The one and two letter tags, which make up most of a page, by their letters: found without cutting the name out. */
const shortTags: (Tag | undefined)[] = new Array<Tag | undefined>(0x8000).fill(undefined);
for (const tag of tags.values()) if (tag.name.length <= 2) shortTags[shortKey(tag.name, 0, tag.name.length)] = tag;

function add(name: string, role: TagRole): void {
  tags.set(name, { name, role, isBlock: BLOCK_ROLES.has(role), isVoid: VOID.has(name), isRaw: RAW.has(name) });
}

/** The tag whose name stands at a range, in whatever case. */
export function tagAt(source: string, start: number, end: number): Tag {
  const short = end - start <= 2 ? shortTags[shortKey(source, start, end)] : undefined;
  if (short !== undefined) return short;
  const written = source.slice(start, end);
  const known = tags.get(written);
  if (known !== undefined) return known;
  const name = written.toLowerCase();
  return tags.get(name) ?? { name, role: "inline", isBlock: false, isVoid: false, isRaw: false };
}

/** One or two characters as one number, letters without regard to case. */
function shortKey(source: string, start: number, end: number): number {
  const first = source.charCodeAt(start) | 32;
  return end - start === 1 ? first : first * 256 + (source.charCodeAt(start + 1) | 32);
}
