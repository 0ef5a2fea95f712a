import { attribute, scanHtml } from "./html-scan.ts";
import type { HtmlHandler } from "./html-scan.ts";
import { regionKind } from "./html-region.ts";
import type { Region } from "./html-region.ts";
import { createSkipper } from "./html-skip.ts";
import { closeTable, openCell, openTable } from "./html-table.ts";
import type { OpenTable } from "./html-table.ts";
import { collapse, decodeText, isIndented, isPlain } from "./html-text.ts";
import { checkCounts } from "./limits.ts";
import type { Piece } from "./html-piece.ts";

/** A page taken apart: everything visible in reading order, and what its head says. */
export interface HtmlPage {
  readonly pieces: readonly Piece[];
  readonly regions: readonly Region[];
  readonly title: string;
  /** The government page metadata <meta name="ArticleTitle">. */
  readonly articleTitle: string;
  readonly language: string | undefined;
  readonly pictures: number;
  readonly hasHidden: boolean;
}

/** Tables within tables beyond this are damage or malice; their cells stay in the table around them. */
const DEEPEST_TABLE = 40;
/** How far an end tag looks for its element among the open ones. */
const FARTHEST_CLOSE = 200;
/** Open containers and regions remembered; a page has some fifty. */
const MOST_CONTAINERS = 10_000;

const BLOCKS = new Set(
  ("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary ul caption").split(" "),
);
const CONTAINERS = new Set(["div", "section", "article", "main", "nav", "footer", "aside", "header", "ul", "form"]);
/** Elements left out with all they hold: what they say is not the page's text. */
const LEFT_OUT = new Set(["template", "noscript", "svg", "select", "button", "object", "canvas", "audio", "video", "math"]);
const VOID = new Set(["input", "img", "br", "hr", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"]);
/** Reads a page in one pass over its tags; no tree is built. Throws `LimitExceeded` when it is too large. */
export function readHtml(source: string): HtmlPage {
  const root: Piece[] = [];
  const regions: Region[] = [{ parent: 0, kind: "page" }];
  const containers: { readonly name: string; readonly region: number }[] = [];
  const tables: OpenTable[] = [];
  const floors: number[] = []; // per open table: how many containers stood open when its open cell began
  let table: OpenTable | undefined;
  let sink: Piece[] = root;
  let region = 0;
  let ignoredTables = 0;
  let paragraphs = 0;
  let cells = 0;

  let text = "";
  let textStart = 0;
  let textEnd = 0;
  let lastIsBreak = false;
  let pendingBlank = false; // the text so far ends in a blank, which shows only if more text follows on the line
  let level = 0;
  let inLink = false;
  let linkedLength = 0;
  let preDepth = 0;

  const skipper = createSkipper();
  let maySkip = true;
  let hasHidden = false;
  let title = "";
  let articleTitle = "";
  let language: string | undefined;
  let pictures = 0;

  function flush(): void {
    if (text === "") {
      pendingBlank = false;
      return;
    }
    const trimmed = isBlankCode(text.charCodeAt(0)) || isBlankCode(text.charCodeAt(text.length - 1)) ? text.trim() : text;
    if (trimmed !== "") {
      const linked = linkedLength > 0 && linkedLength * 10 >= trimmed.length * 9;
      sink.push({ kind: "text", level, text: trimmed, linked, region, start: textStart, end: textEnd });
      level = 0;
      if ((++paragraphs & 1023) === 0) checkCounts(cells, paragraphs);
    }
    text = "";
    linkedLength = 0;
    lastIsBreak = false;
    pendingBlank = false;
  }

  function append(decoded: string, plain: boolean, start: number, end: number): void {
    if (text === "") textStart = start;
    else if (lastIsBreak && level === 0 && preDepth === 0 && isIndented(decoded)) {
      flush();
      textStart = start;
    }
    let run = plain || preDepth > 0 ? decoded : collapse(decoded);
    if (preDepth === 0) {
      const blankBefore = pendingBlank || run.charCodeAt(0) === 32;
      if (run.charCodeAt(0) === 32) run = run.slice(1);
      const blankAfter = run.charCodeAt(run.length - 1) === 32;
      if (blankAfter) run = run.slice(0, -1);
      pendingBlank = run === "" ? blankBefore : blankAfter;
      if (run === "") return;
      if (blankBefore && text !== "" && !lastIsBreak) run = ` ${run}`;
    } else if (run === "") return;
    text = text === "" ? run : text + run;
    textEnd = end;
    lastIsBreak = false;
    if (inLink) linkedLength += run.length;
  }

  function lineBreak(): void {
    if (text === "") return;
    if (lastIsBreak) {
      if (level === 0) flush(); // an empty line parts paragraphs
      return;
    }
    text += "\n";
    lastIsBreak = true;
    pendingBlank = false;
  }

  function setSink(): void {
    if (table === undefined) sink = root;
    else if (table.cell !== undefined) sink = table.cell.pieces;
    else sink = table.rows.length > 0 ? table.after : table.before;
  }

  function closeCell(end: number): void {
    if (table?.cell === undefined) return;
    flush();
    level = 0;
    inLink = false;
    table.cell.end = end;
    table.cell = undefined;
    truncateContainers(floors[floors.length - 1] ?? 0);
    setSink();
  }

  function closeRow(end: number): void {
    closeCell(end);
    if (table !== undefined) table.row = undefined;
  }

  function closeInnermostTable(end: number): void {
    if (table === undefined) return;
    closeRow(end);
    flush();
    const pieces = closeTable(table, end);
    tables.pop();
    floors.pop();
    table = tables[tables.length - 1];
    setSink();
    for (const piece of pieces) sink.push(piece);
  }

  function beginTable(start: number): void {
    flush();
    level = 0;
    if (table !== undefined && table.cell === undefined) closeInnermostTable(start); // a forgotten </table>
    table = openTable(start, region);
    tables.push(table);
    floors.push(containers.length);
    setSink();
  }

  function beginRow(start: number): OpenTable {
    if (table === undefined) beginTable(start);
    const open = table as OpenTable; // beginTable has just set it where it was missing
    closeRow(start);
    flush();
    open.row = [];
    open.rows.push(open.row);
    setSink();
    return open;
  }

  function beginCell(name: string, attributes: string, start: number): void {
    closeCell(start);
    flush();
    const open = table?.row === undefined ? beginRow(start) : table;
    floors[floors.length - 1] = containers.length;
    openCell(open, open.row ?? [], name === "th" || open.inHead, attributes, start);
    if ((++cells & 1023) === 0) checkCounts(cells, paragraphs);
    setSink();
  }

  function openContainer(name: string, attributes: string): void {
    if (containers.length >= MOST_CONTAINERS) return;
    const kind = regionKind(name, attributes);
    if (kind !== undefined && regions.length < MOST_CONTAINERS) {
      regions.push({ parent: region, kind });
      region = regions.length - 1;
    }
    containers.push({ name, region });
  }

  function truncateContainers(height: number): void {
    if (containers.length <= height) return;
    containers.length = height;
    region = containers[height - 1]?.region ?? 0;
  }

  function closeContainer(name: string): void {
    const floor = Math.max(table === undefined ? 0 : (floors[floors.length - 1] ?? 0), containers.length - FARTHEST_CLOSE);
    for (let i = containers.length - 1; i >= floor; i--) {
      if (containers[i]?.name === name) return truncateContainers(i);
    }
  }

  const handler: HtmlHandler = {
    open(name, attributes, start, end) {
      if (skipper.active && skipper.takes(name, true, BLOCKS.has(name))) return;
      if (attributes !== "" && TELLING.test(attributes)) {
        if (!VOID.has(name) && maySkip && isHidden(attributes)) {
          hasHidden = true;
          if (BLOCKS.has(name)) flush();
          return skipper.begin(name, start);
        }
        if (isPageBreak(attributes)) {
          flush();
          sink.push({ kind: "break", region, start, end });
          if (name === "br" || name === "hr") return;
        }
      }
      switch (name) {
        case "td":
        case "th":
          return beginCell(name, attributes, start);
        case "tr":
          beginRow(start);
          return;
        case "br":
          return lineBreak();
        case "span":
        case "a":
          if (name === "a") inLink = attributes.includes("href");
          return;
        case "table":
          if (tables.length < DEEPEST_TABLE) beginTable(start);
          else ignoredTables++;
          return;
        case "thead":
        case "tbody":
        case "tfoot":
          closeRow(start);
          if (table !== undefined) table.inHead = name === "thead";
          return;
        case "img":
          pictures++;
          return;
        case "input":
          if (table?.cell !== undefined && !/hidden|button|submit|checkbox|radio/i.test(attributes)) {
            append(decodeText(attribute(attributes, "value") ?? ""), false, start, end);
          }
          return;
        case "meta":
          if (articleTitle === "" && /^article_?title$/i.test(attribute(attributes, "name") ?? "")) {
            articleTitle = collapse(decodeText(attribute(attributes, "content") ?? "")).trim();
          }
          return;
        case "html":
          language = attribute(attributes, "lang") || undefined;
          return;
      }
      if (LEFT_OUT.has(name)) {
        if (maySkip && !attributes.endsWith("/")) skipper.begin(name, start);
        return;
      }
      if (!BLOCKS.has(name)) return;
      flush();
      if (CONTAINERS.has(name)) openContainer(name, attributes);
      else if (name.length === 2 && name.charCodeAt(0) === 104 && name !== "hr") level = name.charCodeAt(1) - 48;
      else if (name === "pre") preDepth++;
    },
    close(name, start, end) {
      if (skipper.active && skipper.takes(name, false, BLOCKS.has(name))) return;
      switch (name) {
        case "td":
        case "th":
          return closeCell(end);
        case "tr":
        case "tbody":
        case "thead":
        case "tfoot":
          closeRow(start);
          if (name === "thead" && table !== undefined) table.inHead = false;
          return;
        case "table":
          if (ignoredTables > 0) ignoredTables--;
          else closeInnermostTable(end);
          return;
        case "a":
          inLink = false;
          return;
        case "br":
          return lineBreak(); // </br> is a line break to every browser
      }
      if (!BLOCKS.has(name)) return;
      flush();
      level = 0;
      inLink = false;
      if (CONTAINERS.has(name)) closeContainer(name);
      else if (name === "pre" && preDepth > 0) preDepth--;
    },
    text(start, end) {
      if (skipper.active) return;
      if (text === "" && end - start === 6 && preDepth === 0 && source.startsWith("&nbsp;", start)) return; // an empty cell
      const raw = source.slice(start, end);
      if (isPlain(source, start, end)) append(raw, true, start, end);
      else if (text !== "" || preDepth > 0 || raw.trim() !== "") append(decodeText(raw), false, start, end);
    },
    title(start, end) {
      if (title === "") title = collapse(decodeText(source.slice(start, end))).trim();
    },
  };

  scanHtml(source, handler);
  if (skipper.active) {
    // A hidden element that never ends would take the rest of the page with it: read that rest instead.
    maySkip = false;
    scanHtml(source, handler, skipper.abandon());
  }
  while (table !== undefined) closeInnermostTable(source.length);
  flush();
  checkCounts(cells, paragraphs);
  return { pieces: root, regions, title, articleTitle, language, pictures, hasHidden };
}

/** Only attributes with one of these words can hide an element or break the page; few tags have any. */
const TELLING = /none|hidden|break-/i;

/** Cheap and generous: blanks of all kinds, and some others. */
function isBlankCode(code: number): boolean {
  return code <= 32 || code === 0xa0 || (code >= 0x1680 && code <= 0x3000) || code === 0xfeff;
}

function isHidden(attributes: string): boolean {
  if (/display\s*:\s*none/i.test(attribute(attributes, "style") ?? "")) return true;
  const hidden = attribute(attributes, "hidden");
  return hidden !== undefined && hidden !== "false";
}

function isPageBreak(attributes: string): boolean {
  return /(?:page-)?break-(?:before|after)\s*:\s*(?:always|page|left|right)/i.test(attributes);
}
