import { attribute } from "./html-attributes.ts";
import type { Attributes } from "./html-attributes.ts";
import { createHtmlContainers } from "./html-containers.ts";
import { createHtmlFlow } from "./html-flow.ts";
import type { Piece } from "./html-piece.ts";
import { createPlainCell, findPlainCell } from "./html-plain-cell.ts";
import type { Region } from "./html-region.ts";
import { scanHtml } from "./html-scan.ts";
import type { HtmlHandler } from "./html-scan.ts";
import { createSkipper } from "./html-skip.ts";
import type { Tag } from "./html-tags.ts";
import { addPlainCell, addToTable, closeTable, openCell, openTable } from "./html-table.ts";
import type { OpenTable } from "./html-table.ts";
import { collapse, decodeText, isBlankRun, isPlain, skipBlanks } from "./html-text.ts";
import { checkCounts } from "./limits.ts";
import { raiseDigits } from "./raise-digits.ts";

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

/** Reads a page in one pass over its tags; no tree is built. Throws `LimitExceeded` when it is too large. */
export function readHtml(source: string): HtmlPage {
  const root: Piece[] = [];
  const containers = createHtmlContainers();
  const tables: OpenTable[] = [];
  const floors: number[] = []; // per open table: how many containers stood open when its open cell began
  let table: OpenTable | undefined;
  let ignoredTables = 0;
  let paragraphs = 0;
  let cells = 0;

  const flow = createHtmlFlow((level, text, linked, start, end) => {
    emit({ kind: "text", level, text, linked, region: containers.region(), start, end });
    if ((++paragraphs & 1023) === 0) checkCounts(cells, paragraphs);
  });
  const skipper = createSkipper();
  const plain = createPlainCell();
  let maySkip = true;
  let isRaised = false;
  let hasHidden = false;
  let title = "";
  let articleTitle = "";
  let language: string | undefined;
  let pictures = 0;

  function emit(piece: Piece): void {
    if (table === undefined) root.push(piece);
    else addToTable(table, piece);
  }

  function closeCell(end: number): void {
    if (table?.cell === undefined) return;
    flow.flush();
    flow.level = 0;
    flow.inLink = false;
    isRaised = false;
    table.cell.end = end;
    table.cell = undefined;
    containers.truncate(floors[floors.length - 1] ?? 0);
  }

  function closeRow(end: number): void {
    closeCell(end);
    if (table !== undefined) table.row = undefined;
  }

  function closeInnermostTable(end: number): void {
    if (table === undefined) return;
    closeRow(end);
    flow.flush();
    const pieces = closeTable(table, end);
    tables.pop();
    floors.pop();
    table = tables[tables.length - 1];
    for (const piece of pieces) emit(piece);
  }

  function beginTable(start: number): void {
    flow.flush();
    flow.level = 0;
    if (table !== undefined && table.cell === undefined) closeInnermostTable(start); // a forgotten </table>
    table = openTable(start, containers.region());
    tables.push(table);
    floors.push(containers.count());
  }

  function beginRow(start: number): OpenTable {
    if (table === undefined) beginTable(start);
    const open = table as OpenTable; // beginTable has just set it where it was missing
    closeRow(start);
    flow.flush();
    open.row = [];
    open.rows.push(open.row);
    return open;
  }

  function beginCell(name: string, attributes: Attributes, start: number): void {
    openCell(beginInRow(start), name === "th", attributes, start);
  }

  /** The table in whose row the cell that begins here stands, with all before it closed. */
  function beginInRow(start: number): OpenTable {
    closeCell(start);
    flow.flush();
    const open = table?.row === undefined ? beginRow(start) : table;
    floors[floors.length - 1] = containers.count();
    countCell();
    return open;
  }

  function countCell(): void {
    if ((++cells & 1023) === 0) checkCounts(cells, paragraphs);
  }

  /**
   * Reads a plain cell, and those behind it that begin with the very same tag, as the figures of a row and of the next rows do.
   * Says where to read on; -1 where that is behind the first cell's start tag.
   */
  function readCells(name: string, attributes: Attributes, start: number, end: number): number {
    const open = beginInRow(start);
    const isHeader = name === "th";
    if (flow.level > 0 || flow.inLink || flow.preDepth > 0 || !findPlainCell(source, end, plain)) {
      openCell(open, isHeader, attributes, start);
      return -1;
    }
    isRaised = false;
    const region = containers.region();
    addPlainCell(open, isHeader, attributes, start, plain, region);
    const startTag = source.slice(start, end);
    for (;;) {
      let next = skipBlanks(source, plain.after);
      if (!source.startsWith(startTag, next)) {
        const after = turnRow(plain.after, next);
        next = skipBlanks(source, after);
        if (!source.startsWith(startTag, next)) return after;
      }
      const contentStart = next + startTag.length;
      countCell();
      if (!findPlainCell(source, contentStart, plain)) {
        openCell(open, isHeader, attributes, next);
        return contentStart;
      }
      addPlainCell(open, isHeader, attributes, next, plain, region);
    }
  }

  /** Behind a cell, begins the next row where that is all that the next two tags say, and says where to read on. */
  function turnRow(from: number, next: number): number {
    if (!source.startsWith("</tr>", next)) return from;
    const start = skipBlanks(source, next + 5);
    if (!source.startsWith("<tr>", start)) return from;
    beginRow(start);
    return start + 4;
  }

  const handler: HtmlHandler = {
    open(tag, attributes, start, end) {
      if (tag.role === "cell" && !skipper.active && !attributes.isHidden && !attributes.isPageBreak) {
        return readCells(tag.name, attributes, start, end);
      }
      openOther(tag, attributes, start, end);
      return -1;
    },
    close(tag, start, end) {
      const { name, isBlock } = tag;
      if (skipper.active && skipper.takes(name, false, isBlock)) return;
      switch (tag.role) {
        case "cell":
          return closeCell(end);
        case "row":
        case "row-group":
          closeRow(start);
          if (name === "thead" && table !== undefined) table.inHead = false;
          return;
        case "table":
          if (ignoredTables > 0) ignoredTables--;
          else closeInnermostTable(end);
          return;
        case "link":
          flow.inLink = false;
          return;
        case "raised":
          isRaised = false;
          return;
        case "break":
          return flow.lineBreak(); // </br> is a line break to every browser
        default:
          if (isBlock) closeBlock(tag);
      }
    },
    text(start, end) {
      if (skipper.active) return;
      const isBetween = flow.isEmpty() && flow.preDepth === 0;
      if (isBetween && isBlankRun(source, start, end)) return;
      if (isRaised) return flow.append(raiseDigits(decodeText(source.slice(start, end))), false, start, end);
      if (isPlain(source, start, end)) return flow.append(source.slice(start, end), true, start, end);
      const raw = source.slice(start, end);
      const isNothing = isBetween && (raw === "&nbsp;" || raw.trim() === ""); // as in an empty cell
      if (!isNothing) flow.append(decodeText(raw), false, start, end);
    },
    title(start, end) {
      if (title === "") title = collapse(decodeText(source.slice(start, end))).trim();
    },
  };

  function openOther(tag: Tag, attributes: Attributes, start: number, end: number): void {
    const { name, isBlock } = tag;
    if (skipper.active && skipper.takes(name, true, isBlock)) return;
    if (attributes.isHidden && !tag.isVoid && maySkip) {
      hasHidden = true;
      if (isBlock) flow.flush();
      return skipper.begin(name, start);
    }
    if (attributes.isPageBreak) {
      flow.flush();
      emit({ kind: "break", region: containers.region(), start, end });
      if (tag.isVoid) return;
    }
    switch (tag.role) {
      case "inline":
        return;
      case "raised":
        isRaised = !flow.isEmpty(); // what stands alone is no mark of anything
        return;
      case "cell":
        return beginCell(name, attributes, start);
      case "row":
        beginRow(start);
        return;
      case "break":
        return flow.lineBreak();
      case "link":
        flow.inLink = attributes.source.includes("href");
        return;
      case "table":
        if (tables.length < DEEPEST_TABLE) beginTable(start);
        else ignoredTables++;
        return;
      case "row-group":
        closeRow(start);
        if (table !== undefined) table.inHead = name === "thead";
        return;
      case "picture":
        pictures++;
        return;
      case "left-out":
        if (maySkip && !attributes.source.endsWith("/")) skipper.begin(name, start);
        return;
      case "container":
        flow.flush();
        return containers.open(name, attributes.source);
      case "heading":
        flow.flush();
        flow.level = name.charCodeAt(1) - 48;
        return;
      case "pre":
        flow.flush();
        flow.preDepth++;
        return;
      case "block":
        return flow.flush();
      case "html":
      case "meta":
      case "input":
        return openRare(tag.role, attributes.source, start, end);
    }
  }

  function closeBlock({ name, role }: Tag): void {
    flow.flush();
    flow.level = 0;
    flow.inLink = false;
    if (role === "container") containers.close(name, table === undefined ? 0 : (floors[floors.length - 1] ?? 0));
    else if (role === "pre" && flow.preDepth > 0) flow.preDepth--;
  }

  /** Tags of which a page has few. */
  function openRare(role: "html" | "meta" | "input", attributes: string, start: number, end: number): void {
    if (role === "html") {
      flow.flush();
      language = attribute(attributes, "lang") || undefined;
    } else if (role === "meta") {
      if (articleTitle === "" && /^article_?title$/i.test(attribute(attributes, "name") ?? "")) {
        articleTitle = collapse(decodeText(attribute(attributes, "content") ?? "")).trim();
      }
    } else if (table?.cell !== undefined && !/hidden|button|submit|checkbox|radio/i.test(attributes)) {
      flow.append(decodeText(attribute(attributes, "value") ?? ""), false, start, end);
    }
  }

  scanHtml(source, handler);
  if (skipper.active) {
    // A hidden element that never ends would take the rest of the page with it: read that rest instead.
    maySkip = false;
    scanHtml(source, handler, skipper.abandon());
  }
  while (table !== undefined) closeInnermostTable(source.length);
  flow.flush();
  checkCounts(cells, paragraphs);
  return { pieces: root, regions: containers.regions, title, articleTitle, language, pictures, hasHidden };
}
