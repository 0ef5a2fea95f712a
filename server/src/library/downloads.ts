import { createHash } from "node:crypto";
import { composeReport, composeTitle, listFormSums } from "@gongkai/annual-report";
import type { Doc, Format } from "@gongkai/document";
import { canonicalFile } from "./canonical-json.ts";
import type { PublishedReport } from "./published-report.ts";
import { instantOf } from "./shelf.ts";

interface Download {
  readonly name: string;
  readonly type: string;
  make(published: PublishedReport): Promise<Uint8Array | string>;
}

/** The writers are loaded when the first file is asked for: a page alone needs none of them. */
const writers = () => import("@gongkai/document/write");

/** A file leaves the page that says so: what is made up or excerpted says it in its title. */
function compose({ demo, report }: PublishedReport, format: Format): Doc {
  return composeReport(demo === undefined ? report : { ...report, title: `【示例数据】${composeTitle(report)}` }, { format });
}

export const DOWNLOADS = {
  docx: {
    name: "Word 文档",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: async (published) => (await writers()).writeDocx(compose(published, "docx")),
  },
  pdf: {
    name: "PDF 文档",
    type: "application/pdf",
    // The same report gives the same bytes, whenever it is made.
    make: async (published) =>
      (await writers()).writePdf(compose(published, "pdf"), { createdAt: Math.floor(instantOf(published.recordedAt) / 1000) }),
  },
  xlsx: {
    name: "Excel 表格",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    make: async (published) => (await writers()).writeXlsx(compose(published, "xlsx"), { sums: listFormSums(published.report.edition) }),
  },
  html: {
    name: "网页文件",
    type: "text/html; charset=utf-8",
    make: async (published) => (await writers()).writeHtml(compose(published, "html")),
  },
  md: {
    name: "Markdown 文本",
    type: "text/markdown; charset=utf-8",
    make: async (published) => (await writers()).writeMarkdown(compose(published, "markdown")),
  },
  json: { name: "JSON 数据", type: "application/json; charset=utf-8", make: async (published) => canonicalFile(published) },
} as const satisfies Record<string, Download>;

export type DownloadFormat = keyof typeof DOWNLOADS;
export const DOWNLOAD_FORMATS = Object.keys(DOWNLOADS) as readonly DownloadFormat[]; // the keys of the table above

export interface DownloadFile {
  readonly bytes: Buffer;
  readonly etag: string;
}

export interface DownloadCache {
  get(published: PublishedReport, format: DownloadFormat): Promise<DownloadFile>;
}

/** Files as they were made, by content hash; the longest unused go first when there are more than `mostBytes`. */
export function createDownloadCache(mostBytes = 64 * 1024 * 1024): DownloadCache {
  const files = new Map<string, Promise<DownloadFile>>();
  const sizes = new Map<string, number>();
  let held = 0;

  function forget(key: string): void {
    files.delete(key);
    held -= sizes.get(key) ?? 0;
    sizes.delete(key);
  }

  function remember(key: string, size: number): void {
    sizes.set(key, size);
    held += size;
    // Those still being made have no size yet and stay.
    for (const oldest of files.keys()) {
      if (held <= mostBytes) return;
      if (sizes.has(oldest)) forget(oldest);
    }
  }

  return {
    get(published, format) {
      const key = `${published.hash}.${format}`;
      const known = files.get(key);
      if (known !== undefined) {
        files.delete(key);
        files.set(key, known); // to the end of the queue
        return known;
      }
      // Everyone who asks meanwhile waits for the same file.
      const made = makeFile(published, format);
      files.set(key, made);
      made.then(
        ({ bytes }) => remember(key, bytes.length),
        () => forget(key), // the next one may try again
      );
      return made;
    },
  };
}

async function makeFile(published: PublishedReport, format: DownloadFormat): Promise<DownloadFile> {
  const bytes = Buffer.from(await DOWNLOADS[format].make(published));
  return { bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"` };
}

/** The name the file gets on the visitor's disk. */
export function downloadName({ report }: PublishedReport, format: DownloadFormat): string {
  return `${composeTitle(report).replaceAll(/[\\/:*?"<>|\s]+/g, " ")}.${format}`;
}
