import { createHash, createPublicKey, verify } from "node:crypto";
import { sql } from "kysely";
import type { Queryable } from "../../platform/database/open-database.ts";
import { inShanghai } from "./in-shanghai.ts";
import { textOf } from "./text-of.ts";

/** What a citizen is told of a copy. */
export type Verdict =
  | { readonly kind: "unknown"; readonly words: string }
  | {
      readonly kind: "genuine" | "altered" | "withdrawn";
      readonly organ: string;
      readonly title: string;
      readonly address: string;
      readonly indexNumber: string;
      /** `YYYY-MM-DD HH:MM` in Asia/Shanghai. */
      readonly publishedAt: string;
      readonly isSigned: boolean;
      /** False for a version that was corrected since. */
      readonly isCurrent: boolean;
      readonly words: string;
    };

interface Version {
  readonly agency_id: number;
  readonly item_id: string;
  readonly public_version: number;
  readonly text_version: number;
  readonly title: string;
  readonly index_number: string;
  readonly published_at: string;
  readonly hash: string;
  readonly signature: string;
  readonly public_key: string;
  readonly organ: string;
  readonly code: string;
  readonly status: string;
  readonly current_version: number;
}

const HASH = /[0-9a-f]{64}/;
const ITEM_ADDRESS = /\/organs\/([a-z0-9-]+)\/items\/([0-9a-f-]{36})/;
const NOT_FOUND = "本站没有发布过与此相符的信息。可能是抄录有误，也可能不是机关发布的，请勿轻信，可以向有关机关核实。";

/** What was typed or pasted: a hash, an address of this site, an index number. Regional. */
export async function regionVerifyText(db: Queryable, typed: string, origin: string): Promise<Verdict> {
  const asked = typed.normalize("NFKC").trim();
  const [hash] = HASH.exec(asked.toLowerCase()) ?? [];
  if (hash !== undefined) return (await verifyHash(db, hash)) ?? { kind: "unknown", words: NOT_FOUND };
  const address = ITEM_ADDRESS.exec(asked);
  if (address !== null) {
    const [version] = await regionFindVersions(
      db,
      sql`v.item_id = ${address[2]} and a.code = ${address[1]} and v.public_version = p.public_version`,
    );
    if (version === undefined) return { kind: "unknown", words: NOT_FOUND };
    if (URL.canParse(asked) && new URL(asked).origin !== origin) {
      return describe(version, "altered", `这个网址不属于本站（${new URL(asked).host}），可能是仿冒的页面。请只看本站的原页面：`);
    }
    return describe(version, "genuine", "这个网址是机关发布的页面。");
  }
  if (/^https?:/i.test(asked))
    return { kind: "unknown", words: "这个网址不是本站发布的公开信息的网址。请核对网址，或者把页面保存下来上传核验。" };
  const [version] = await regionFindVersions(db, sql`p.index_number = ${asked} and v.public_version = p.public_version`);
  return version === undefined
    ? { kind: "unknown", words: NOT_FOUND }
    : describe(version, "genuine", "本站有这个索引号的信息。请再核对标题和内容是否与下面的页面一致。");
}

/** A saved page, an attachment, a file of data. Nothing of it is kept. Regional. */
export async function regionVerifyFile(db: Queryable, bytes: Uint8Array): Promise<Verdict> {
  const own = createHash("sha256").update(bytes).digest("hex");
  const whole = await verifyHash(db, own);
  if (whole !== undefined) return whole;
  const text = new TextDecoder().decode(bytes);
  for (const hash of new Set([...text.slice(0, 5_000_000).matchAll(/\b[0-9a-f]{64}\b/g)].map(([found]) => found).slice(0, 50))) {
    const [version] = await regionFindVersions(db, sql`v.hash = ${hash}`);
    if (version !== undefined) return comparePage(db, version, text);
  }
  return { kind: "unknown", words: "这个文件不是本站发布的页面或附件，或者内容已被改动。请直接从本站查找原件。" };
}

/** A page saved from the browser says its hash; whether it also says what was published is seen by its words. */
async function comparePage(db: Queryable, version: Version, page: string): Promise<Verdict> {
  const kept = await db
    .selectFrom("item_text")
    .select("html")
    .where("agency_id", "=", version.agency_id)
    .where("item_id", "=", version.item_id)
    .where("text_version", "=", version.text_version)
    .executeTakeFirst();
  if (kept?.html === undefined || kept.html === null)
    return describe(version, "genuine", "这份页面引用了机关发布的版本，但原文已不再公开，无法逐字核对。");
  const [, shown] = /<div class="prose prose--document">([\s\S]*?)<\/div>\s*(?:<section|<\/article)/.exec(page) ?? [];
  const [, heading = ""] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page) ?? [];
  if (shown === undefined) return describe(version, "altered", "文件中有本站信息的散列值，但没有找到正文，无法核对。请以原页面为准。");
  const isSame = textOf(shown) === textOf(kept.html) && textOf(heading) === textOf(version.title);
  return isSame
    ? describe(version, "genuine", "您上传的页面与机关发布的内容逐字相同。")
    : describe(version, "altered", "您上传的页面引用了机关发布的信息，但标题或正文已被改动。请勿使用，以原页面为准。");
}

async function verifyHash(db: Queryable, hash: string): Promise<Verdict | undefined> {
  const [version] = await regionFindVersions(db, sql`v.hash = ${hash}`);
  if (version !== undefined) return describe(version, "genuine", "这个散列值对应机关发布的下列信息。请再核对标题是否一致。");
  const [carrier] = await regionFindVersions(
    db,
    sql`p.attachments @> ${JSON.stringify([{ sha256: hash }])}::jsonb and p.status <> 'withdrawn' and v.public_version = p.public_version`,
  );
  return carrier === undefined ? undefined : describe(carrier, "genuine", "这个文件与下列信息的附件完全相同。");
}

function describe(version: Version, kind: "genuine" | "altered", words: string): Verdict {
  const isWithdrawn = version.status === "withdrawn";
  return {
    kind: isWithdrawn && kind === "genuine" ? "withdrawn" : kind,
    organ: version.organ,
    title: version.title,
    address: `/organs/${version.code}/items/${version.item_id}`,
    indexNumber: version.index_number,
    publishedAt: inShanghai(version.published_at),
    isSigned: isSigned(version),
    isCurrent: version.public_version === version.current_version,
    words: isWithdrawn ? `${words}但该信息已由机关撤回，不再公开。` : words,
  };
}

function isSigned({ hash, signature, public_key: publicKey }: Version): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return verify(null, Buffer.from(hash, "hex"), key, Buffer.from(signature, "base64"));
  } catch {
    return false; // a key or signature that cannot be read proves nothing
  }
}

/** Versions of items that were ever public, of all organs. */
async function regionFindVersions(db: Queryable, condition: ReturnType<typeof sql>): Promise<readonly Version[]> {
  const { rows } = await sql<Version>`
    select v.agency_id, v.item_id, v.public_version, v.text_version, v.title, v.index_number, v.published_at, v.hash, v.signature,
      coalesce(k.public_key, '') as public_key, a.name as organ, a.code, p.status, p.public_version as current_version
    from published_version v
    join published_item p on p.agency_id = v.agency_id and p.item_id = v.item_id
    join agency a on a.agency_id = v.agency_id
    left join signing_key k on k.agency_id = v.agency_id and k.key_id = v.key_id
    where ${condition} order by v.published_at desc limit 5`.execute(db);
  return rows;
}
