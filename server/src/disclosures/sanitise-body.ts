import { createHash } from "node:crypto";
import type { Doc } from "@gongkai/document";
import sanitizeHtml from "sanitize-html";
import { escapeText, mapHtml } from "../screening/index.ts";

/** A picture that came inside a body. */
export interface BodyPicture {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface SanitisedBody {
  /** Paragraphs, headings, lists, tables, links, and pictures as `<img data-file="sha256" alt="…">` without an address. */
  readonly html: string;
  readonly plain: string;
  /** Pictures that were pasted in; to be kept as files. */
  readonly pictures: readonly BodyPicture[];
  /** Pictures named by hash, those just pasted among them. */
  readonly named: readonly string[];
}

const PICTURE = /^data:(image\/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/=\s]+)$/;
const MOST_PICTURE_BYTES = 10 * 1024 * 1024;
const TAGS =
  "p br hr h2 h3 h4 h5 strong em u s sub sup ul ol li blockquote table caption colgroup col thead tbody tfoot tr th td a img figure figcaption".split(
    " ",
  );

/**
 * Pasted HTML (Word, WPS, web pages) as a body that is safe to show: what is not text, table, list, link or picture is gone;
 * so are scripts, styles, event handlers and pictures that lie elsewhere. Centred and right-aligned paragraphs stay so.
 */
export function sanitiseBody(given: string): SanitisedBody {
  const pictures = new Map<string, BodyPicture>();
  const named = new Set<string>();
  const html = sanitizeHtml(given, {
    allowedTags: TAGS,
    allowedAttributes: {
      a: ["href", "title"],
      img: ["data-file", "alt", "width", "height"],
      td: ["colspan", "rowspan", "class"],
      th: ["colspan", "rowspan", "scope", "class"],
      col: ["span"],
      ol: ["start", "type"],
      p: ["class"],
      h2: ["class"],
      h3: ["class"],
      h4: ["class"],
    },
    allowedClasses: { "*": ["align-center", "align-right"] },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesAppliedToAttributes: ["href"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonTextTags: [
      "script",
      "style",
      "textarea",
      "option",
      "title",
      "xml",
      "noscript",
      "template",
      "svg",
      "math",
      "iframe",
      "object",
      "head",
    ],
    enforceHtmlBoundary: false,
    transformTags: {
      b: "strong",
      i: "em",
      strike: "s",
      del: "s",
      h1: aligned("h2"),
      h6: aligned("h5"),
      h2: aligned("h2"),
      h3: aligned("h3"),
      h4: aligned("h4"),
      p: aligned("p"),
      td: aligned("td"),
      th: aligned("th"),
      div: aligned("p"),
      img: (_tag, { src = "", alt = "", width = "", height = "", "data-file": file = "" }) => {
        const sha256 = keepPicture(src, pictures) ?? (/^[0-9a-f]{64}$/.test(file) ? file : undefined);
        if (sha256 === undefined) return { tagName: "removed", attribs: {} };
        named.add(sha256);
        return { tagName: "img", attribs: { "data-file": sha256, alt, ...sized("width", width), ...sized("height", height) } };
      },
    },
  });
  const tidy = html
    .replaceAll(/<p(?: class="[^"]*")?>(?:\s|&nbsp;|\u00a0)*<\/p>/g, "")
    .replaceAll(/(?:\r?\n[ \t]*){2,}/g, "\n")
    .trim();
  return {
    html: tidy,
    plain: mapHtml(tidy)
      .text.replaceAll(/[ \t\u00a0]+\n/g, "\n")
      .trim(),
    pictures: [...pictures.values()],
    named: [...named],
  };
}

function aligned(tagName: string) {
  return (_tag: string, attribs: Readonly<Record<string, string>>) => {
    const { class: given = "", align = "", style = "", ...others } = attribs;
    const wanted = `${/text-align:\s*(center|right)/i.exec(style)?.[1] ?? ""} ${align} ${given}`.toLowerCase();
    const side = /\bcenter\b/.test(wanted) ? "center" : /\bright\b/.test(wanted) ? "right" : undefined;
    return { tagName, attribs: { ...others, ...(side === undefined ? {} : { class: `align-${side}` }) } };
  };
}

function sized(name: "width" | "height", value: string): Readonly<Record<string, string>> {
  return /^\d{1,4}$/.test(value) ? { [name]: value } : {};
}

function keepPicture(src: string, pictures: Map<string, BodyPicture>): string | undefined {
  const [, mediaType, data] = PICTURE.exec(src) ?? [];
  if (mediaType === undefined || data === undefined || data.length > MOST_PICTURE_BYTES * 1.4) return undefined;
  const bytes = new Uint8Array(Buffer.from(data, "base64"));
  if (!isPicture(bytes, mediaType)) return undefined;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  pictures.set(sha256, { sha256, mediaType, bytes });
  return sha256;
}

const SIGNATURES: Readonly<Record<string, string>> = {
  "image/png": "89504e47",
  "image/jpeg": "ffd8ff",
  "image/gif": "47494638",
  "image/webp": "52494646",
};

function isPicture(bytes: Uint8Array, mediaType: string): boolean {
  return Buffer.from(bytes.subarray(0, 4))
    .toString("hex")
    .startsWith(SIGNATURES[mediaType] ?? "none");
}

/** A document that was read as the HTML of a body: headings, paragraphs and tables with their spans. */
export function bodyOfDocument(doc: Doc): string {
  return doc.blocks
    .map((block) => {
      switch (block.kind) {
        case "heading":
          return `<h${Math.min(5, block.level + 1)}>${lines(block.text)}</h${Math.min(5, block.level + 1)}>`;
        case "paragraph":
          return block.text.trim() === "" ? "" : `<p>${lines(block.text)}</p>`;
        case "pageBreak":
          return "";
        case "table":
          return `<table><tbody>${block.rows
            .map(({ cells }) => `<tr>${cells.map((cell) => cellOf(cell)).join("")}</tr>`)
            .join("")}</tbody></table>`;
      }
    })
    .filter((text) => text !== "")
    .join("\n");
}

function cellOf({
  text,
  columnSpan,
  rowSpan,
  header,
}: Extract<Doc["blocks"][number], { kind: "table" }>["rows"][number]["cells"][number]): string {
  const tag = header ? "th" : "td";
  const spans = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ""}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}`;
  return `<${tag}${spans}>${lines(text)}</${tag}>`;
}

function lines(text: string): string {
  return escapeText(text).replaceAll("\n", "<br>");
}
