import { createHash, createPublicKey, verify } from "node:crypto";
import type { Verdict } from "./ask-server.ts";

export type VerifyResult = "genuine" | "superseded" | "withdrawn" | "altered" | "listed" | "badSignature" | "unknown";

const LEADS = {
  genuine: "✓ 属实",
  superseded: "！旧版本：确由机关发布，之后已经更正",
  withdrawn: "✕ 已撤回",
  altered: "✕ 被改动",
  listed: "！待核对",
  badSignature: "✕ 签名无效：不能证明是机关发布的",
  unknown: "✕ 非本站发布",
} as const satisfies Record<VerifyResult, string>;

/** The verdict with the signature worked out again: what is not signed is not genuine, whoever says so. */
export function resultOf(verdict: Verdict): VerifyResult {
  if (verdict.kind === "unknown") return "unknown";
  if (!isSigned(verdict)) return "badSignature";
  return verdict.kind === "genuine" && !verdict.isCurrent ? "superseded" : verdict.kind;
}

/** In words, a few lines. */
export function printVerdict(input: string, verdict: Verdict, origin: string): string {
  const result = resultOf(verdict);
  const lead = `${input}：${LEADS[result]}\n  ${verdict.words}\n`;
  if (verdict.kind === "unknown") return lead;
  return `${lead}  标题：${verdict.title}${verdict.isDemo ? "（演示数据）" : ""}
  发布：${verdict.organ}，${verdict.publishedAt}，索引号 ${verdict.indexNumber}
  网址：${origin}${verdict.address}
  签名：${result === "badSignature" ? "无效" : `有效，公钥指纹 ${fingerprintOf(verdict.publicKey)}`}
`;
}

function isSigned({ hash, signature, publicKey }: Exclude<Verdict, { kind: "unknown" }>): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return verify(null, Buffer.from(hash, "hex"), key, Buffer.from(signature, "base64"));
  } catch {
    return false; // a key or signature that cannot be read proves nothing
  }
}

/** Short enough to be compared with what the organ has printed elsewhere. */
function fingerprintOf(publicKey: string): string {
  return createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex").slice(0, 32).match(/.{4}/g)?.join(" ") ?? "";
}
