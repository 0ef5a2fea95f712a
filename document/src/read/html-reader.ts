import { attribute } from "./html-attributes.ts";
import type { Attributes } from "./html-attributes.ts";
import { createCellRuns } from "./html-cell-run.ts";
import { createHtmlContainers } from "./html-containers.ts";
import { createHtmlFlow } from "./html-flow.ts";
import { createHtmlOpenTables } from "./html-open-tables.ts";
import type { Piece } from "./html-piece.ts";
import type { Region } from "./html-region.ts";
import { scanHtml } from "./html-scan.ts";
import type { HtmlHandler } from "./html-scan.ts";
import { createSkipper } from "./html-skip.ts";
import type { Tag } from "./html-tags.ts";
import { collapse, decodeText, isBlankRun, isPlain } from "./html-text.ts";
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

/** Reads a page in one pass over its tags; no tree is built. Throws `LimitExceeded` when it is too large. */
export function readHtml(source: string): HtmlPage {
  const containers = createHtmlContainers();
  const flow = createHtmlFlow((level, text, linked, start, end) =>
    tables.emit({ kind: "text", level, text, linked, region: containers.region(), start, end }),
  );
  const tables = createHtmlOpenTables(flow, containers);
  const readCells = createCellRuns(source, tables);
  const skipper = createSkipper();
  let maySkip = true;
  let hasHidden = false;
  let title = "";
  let articleTitle = "";
  let language: string | undefined;
  let pictures = 0;

  const handler: HtmlHandler = {
    open(tag, attributes, start, end) {
      if (tag.role === "cell" && !skipper.active && !attributes.isHidden && !attributes.isPageBreak) {
        const isHeader = tag.name === "th";
        if (!flow.isMarked()) return readCells(isHeader, attributes, containers.region(), start, end);
        tables.beginCell(isHeader, attributes, start);
      } else openOther(tag, attributes, start, end);
      return end;
    },
    close(tag, start, end) {
      const { name, isBlock } = tag;
      if (skipper.active && skipper.takes(name, false, isBlock)) return;
      switch (tag.role) {
        case "cell":
          return tables.closeCell(end);
        case "row":
        case "row-group":
          tables.closeRow(start);
          if (name === "thead") tables.setInHead(false);
          return;
        case "table":
          return tables.closeTable(end);
        case "link":
          flow.inLink = false;
          return;
        case "raised":
          flow.isRaised = false;
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
      if (flow.isRaised) return flow.append(raiseDigits(decodeText(source.slice(start, end))), false, start, end);
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
      tables.emit({ kind: "break", region: containers.region(), start, end });
      if (tag.isVoid) return;
    }
    switch (tag.role) {
      case "inline":
        return;
      case "raised":
        flow.isRaised = !flow.isEmpty(); // what stands alone is no mark of anything
        return;
      case "cell":
        return tables.beginCell(name === "th", attributes, start);
      case "row":
        tables.beginRow(start);
        return;
      case "break":
        return flow.lineBreak();
      case "link":
        flow.inLink = attributes.source.includes("href");
        return;
      case "table":
        return tables.beginTable(start);
      case "row-group":
        tables.closeRow(start);
        return tables.setInHead(name === "thead");
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
    if (role === "container") containers.close(name, tables.floor());
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
    } else if (tables.isInCell() && !/hidden|button|submit|checkbox|radio/i.test(attributes)) {
      flow.append(decodeText(attribute(attributes, "value") ?? ""), false, start, end);
    }
  }

  scanHtml(source, handler);
  if (skipper.active) {
    // A hidden element that never ends would take the rest of the page with it: read that rest instead.
    maySkip = false;
    scanHtml(source, handler, skipper.abandon());
  }
  tables.closeAll(source.length);
  flow.flush();
  tables.check();
  return { pieces: tables.root, regions: containers.regions, title, articleTitle, language, pictures, hasHidden };
}
