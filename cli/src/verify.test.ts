import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aFolder, gongkai } from "./testing.ts";

/** A site that knows one item, and tells what the test wants told of it. */
const keys = generateKeyPairSync("ed25519");
const hash = createHash("sha256").update("record").digest("hex");
const item = {
  kind: "genuine",
  organ: "云溪县教育局",
  isDemo: false,
  title: "招生工作安排",
  address: "/organs/yunxi/items/1",
  indexNumber: "yx/1",
  publishedAt: "2026-03-05 09:00",
  hash,
  signature: sign(null, Buffer.from(hash, "hex"), keys.privateKey).toString("base64"),
  publicKey: keys.publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  isSigned: true,
  isCurrent: true,
  words: "这个散列值对应机关发布的下列信息。",
};
let answer: unknown = item;
let asked: { readonly method: string; readonly url: string; readonly body: string }[] = [];
let server: Server;
let site: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked.push({ method: request.method ?? "", url: request.url ?? "", body: Buffer.concat(parts).toString() });
      response.setHeader("content-type", "application/json").end(typeof answer === "string" ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
});
afterAll(() => server.close());

const told = async (said: unknown, ...words: string[]) => {
  [answer, asked] = [said, []];
  return gongkai("verify", ...words, "--server", site);
};

describe("gongkai verify --server", () => {
  test("says of a hash who published what, and when", async () => {
    const ran = await told(item, hash);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/✓ 属实[\s\S]*招生工作安排[\s\S]*云溪县教育局，2026-03-05 09:00，索引号 yx\/1[\s\S]*有效，公钥指纹/);
    expect(ran.out).toContain(`${site}/organs/yunxi/items/1`);
    expect(asked).toMatchObject([{ method: "GET", url: `/verify.json?q=${hash}` }]);
  });

  test("sends a file to be compared", async () => {
    const file = join(aFolder(), "通知.html");
    writeFileSync(file, "<h1>招生工作安排</h1>");
    expect((await told(item, file)).code).toBe(0);
    expect(asked).toMatchObject([{ method: "POST", url: "/verify.json", body: expect.stringContaining("<h1>招生工作安排</h1>") }]);
  });

  test.each([
    ["an older version", { ...item, isCurrent: false }, "旧版本", "superseded"],
    ["what was withdrawn", { ...item, kind: "withdrawn" }, "已撤回", "withdrawn"],
    ["what was changed", { ...item, kind: "altered" }, "被改动", "altered"],
    ["what cannot be compared", { ...item, kind: "listed" }, "待核对", "listed"],
    ["what is unknown", { kind: "unknown", words: "本站没有发布过。" }, "非本站发布", "unknown"],
    ["what another key has signed", { ...item, hash: hash.replace(/^./, "0").replace(/.$/, "1") }, "签名无效", "badSignature"],
    ["a key that is none", { ...item, publicKey: "AAAA" }, "签名无效", "badSignature"],
  ])("%s is told apart and ends with 1", async (_, said, words, result) => {
    expect(await told(said, hash)).toMatchObject({ code: 1, out: expect.stringContaining(words) });
    expect(JSON.parse((await told(said, hash, "--json")).out)).toMatchObject({ input: hash, result });
  });

  test.each([
    ["not JSON", "<!doctype html>", "答复不是核验结果"],
    ["no verdict", { status: 404, error: "not-found" }, "没有给出核验结果"],
    ["half a verdict", { kind: "genuine", words: "属实" }, "没有给出核验结果"],
  ])("an answer that is %s is not believed", async (_, said, sentence) => {
    expect(await told(said, hash)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(sentence) });
  });

  test("one file that cannot be opened does not stop the rest", async () => {
    const ran = await told(item, join(aFolder(), "没有.pdf"), hash);
    expect(ran).toMatchObject({ code: 2, out: expect.stringContaining("属实"), err: expect.stringContaining("不能打开文件") });
  });

  test("a site that does not answer, or is none, is a sentence", async () => {
    expect(await gongkai("verify", hash, "--server", "http://127.0.0.1:9")).toMatchObject({
      code: 2,
      err: expect.stringContaining("连不上"),
    });
    expect(await gongkai("verify", hash, "--server", "云溪县")).toMatchObject({ code: 2, err: expect.stringContaining("应为网址") });
  });
});
