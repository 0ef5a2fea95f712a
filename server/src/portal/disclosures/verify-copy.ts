import { createHash } from "node:crypto";
import { regionVerifyIndexNumber, type VerifiedItem, verifyAddress, verifyItem } from "../../disclosures/index.ts";
import type { Queryable } from "../../platform/database/open-database.ts";
import { inShanghai } from "./in-shanghai.ts";
import { textOf } from "./text-of.ts";

/** What a citizen is told of a copy. */
export type Verdict =
  | { readonly kind: "unknown"; readonly words: string }
  | {
      /** `listed`: there is such an item, but what was given proves nothing of the copy itself. */
      readonly kind: "genuine" | "listed" | "altered" | "withdrawn";
      readonly organ: string;
      readonly isDemo: boolean;
      readonly title: string;
      readonly address: string;
      readonly indexNumber: string;
      /** `YYYY-MM-DD HH:MM` in Asia/Shanghai. */
      readonly publishedAt: string;
      /** SHA-256 of the signed record, hexadecimal. */
      readonly hash: string;
      /** Ed25519 over the bytes of `hash`, base64; `publicKey`: SPKI, base64. */
      readonly signature: string;
      readonly publicKey: string;
      readonly isSigned: boolean;
      /** False for a version that was corrected since. */
      readonly isCurrent: boolean;
      readonly words: string;
    };

const HASH = /[0-9a-f]{64}/;
const ITEM_ADDRESS = /\/organs\/([a-z0-9-]+)\/items\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/;
const NOT_FOUND = "本站没有发布过与此相符的信息。可能是抄录有误，也可能不是机关发布的，请勿轻信，可以向有关机关核实。";
/** Hashes looked up in one file: a page bears its own, and those of its attachments. */
const MOST_HASHES = 50;
const MOST_LETTERS = 5_000_000;

/** What was typed or pasted: a hash, an address of this site, an index number. Regional. */
export async function regionVerifyText(db: Queryable, typed: string, origin: string): Promise<Verdict> {
  const asked = typed.normalize("NFKC").trim();
  const [hash] = HASH.exec(asked.toLowerCase()) ?? [];
  if (hash !== undefined) return (await verifyHash(db, hash)) ?? { kind: "unknown", words: NOT_FOUND };
  const [, code, itemId] = ITEM_ADDRESS.exec(asked) ?? [];
  if (code !== undefined && itemId !== undefined) {
    const found = await verifyAddress(db, { code, itemId });
    if (found === undefined) return { kind: "unknown", words: NOT_FOUND };
    if (URL.canParse(asked) && new URL(asked).origin !== origin) {
      return describe(found, "altered", `这个网址不属于本站（${new URL(asked).host}），可能是仿冒的页面。请只看本站的原页面：`);
    }
    return describe(found, "genuine", "这个网址是机关发布的页面。");
  }
  if (/^https?:/i.test(asked))
    return { kind: "unknown", words: "这个网址不是本站发布的公开信息的网址。请核对网址，或者把页面保存下来上传核验。" };
  const found = await regionVerifyIndexNumber(db, asked);
  return found === undefined
    ? { kind: "unknown", words: NOT_FOUND }
    : describe(found, "listed", "本站有这个索引号的信息。编号可以照抄，请核对标题和内容是否与下面的页面一致，或者按文件核验。");
}

/** A saved page, an attachment, a file of data. Nothing of it is kept. Regional. */
export async function regionVerifyFile(db: Queryable, bytes: Uint8Array): Promise<Verdict> {
  const whole = await verifyHash(db, createHash("sha256").update(bytes).digest("hex"));
  if (whole !== undefined) return whole;
  const text = new TextDecoder().decode(bytes).slice(0, MOST_LETTERS);
  const named = new Set([...text.matchAll(/\b[0-9a-f]{64}\b/g)].map(([hash]) => hash));
  for (const hash of [...named].slice(0, MOST_HASHES)) {
    const found = await verifyItem(db, hash);
    if (found?.what === "record") return comparePage(db, found, text);
  }
  return { kind: "unknown", words: "这个文件不是本站发布的页面或附件，或者内容已被改动。请直接从本站查找原件。" };
}

/** A page saved from the browser says its hash; whether it also says what was published is seen by its words. */
async function comparePage(db: Queryable, found: VerifiedItem, page: string): Promise<Verdict> {
  const kept = await db
    .selectFrom("item_text")
    .select("html")
    .where("agency_id", "=", found.agencyId)
    .where("item_id", "=", found.itemId)
    .where("text_version", "=", found.textVersion)
    .executeTakeFirst();
  if (kept?.html === undefined || kept.html === null)
    return describe(found, "listed", "这份页面引用了机关发布的版本，原文已不再公开，无法逐字核对。");
  const said = wordsOf(page);
  if (said === undefined) return describe(found, "altered", "文件中有本站信息的散列值，但没有找到正文，无法核对。请以原页面为准。");
  return said.body === textOf(kept.html) && said.heading === textOf(found.title)
    ? describe(found, "genuine", "文件中的标题和正文与机关发布的逐字相同。其余部分请以原页面为准。")
    : describe(found, "altered", "这个文件引用了机关发布的信息，但标题或正文已被改动。请勿使用，以原页面为准。");
}

/** Heading and body of a saved page, or of its data; undefined when there are none, or more than one. */
function wordsOf(file: string): { readonly heading: string; readonly body: string } | undefined {
  if (/^\s*\{/.test(file)) {
    try {
      const { title, html } = JSON.parse(file) as { title?: unknown; html?: unknown }; // anybody's file
      return typeof title === "string" && typeof html === "string" ? { heading: textOf(title), body: textOf(html) } : undefined;
    } catch {
      return undefined;
    }
  }
  const bodies = [...file.matchAll(/<div class="prose prose--document">([\s\S]*?)<\/div>\s*(?:<section|<\/article)/g)];
  const headings = [...file.matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/g)];
  const [[, body] = [], [, heading] = []] = [bodies[0], headings[0]];
  if (body === undefined || heading === undefined || bodies.length > 1 || headings.length > 1) return undefined;
  return { heading: textOf(heading), body: textOf(body) };
}

async function verifyHash(db: Queryable, hash: string): Promise<Verdict | undefined> {
  const found = await verifyItem(db, hash);
  if (found === undefined) return undefined;
  return found.what === "record"
    ? describe(found, "genuine", "这个散列值对应机关发布的下列信息。请再核对标题是否一致。")
    : describe(found, "genuine", "这个文件与下列信息的附件完全相同。");
}

function describe(found: VerifiedItem, kind: "genuine" | "listed" | "altered", words: string): Verdict {
  const { status, hash, signature, publicKey, isSigned, isDemo, title, indexNumber } = found;
  return {
    kind: status === "withdrawn" && kind !== "altered" ? "withdrawn" : kind,
    organ: found.agencyName,
    isDemo,
    title,
    address: `/organs/${found.agencyCode}/items/${found.itemId}`,
    indexNumber,
    publishedAt: inShanghai(found.publishedAt),
    hash,
    signature,
    publicKey,
    isSigned,
    isCurrent: status !== "replaced",
    words: words + ENDED[status],
  };
}

const ENDED = {
  current: "",
  replaced: "",
  withdrawn: "但该信息已由机关撤回，不再公开。",
  expired: "但该信息的公开时限已满，内容可能已不适用。",
} as const satisfies Record<VerifiedItem["status"], string>;
