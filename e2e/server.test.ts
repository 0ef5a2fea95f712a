import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startServer } from "./start-server.ts";

describe("the server as a process", () => {
  test("says where it can be opened, becomes ready, and stops in order when asked", async () => {
    const server = await startServer();
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect.poll(async () => (await fetch(`${server.address}/readyz`)).status, { timeout: 10_000 }).toBe(200);
    expect(await server.stop()).toBe(0);
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow("fetch failed");
  });

  test("logs JSON, one object per line", async () => {
    const server = await startServer();
    await fetch(`${server.address}/nothing?applicant=someone`);
    await server.stop();
    const lines = server.log().trimEnd().split("\n");
    const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.req !== undefined);
    expect(requests).toContainEqual(
      expect.objectContaining({ level: "info", req: expect.objectContaining({ method: "GET", path: "/nothing" }) }),
    );
    expect(server.log()).not.toContain("applicant");
  });

  test("stops by Ctrl+C too, even while someone holds a connection open", async () => {
    const server = await startServer();
    const held = connect(Number(new URL(server.address).port), "127.0.0.1").on("error", () => {}); // cut off at the end, as it should be
    await new Promise((resolve) => held.once("connect", resolve));
    expect(await server.stop("SIGINT")).toBe(0);
    held.destroy();
  });

  test("a wrong setting stops the start with one line", async () => {
    await expect(startServer({ PORT: "eighty" })).rejects.toThrow(/ended with 2: 设置有误：PORT=eighty[^\n]*\n$/);
  });

  test("a port in use stops the start with one line", async () => {
    const server = await startServer();
    const { port } = new URL(server.address);
    await expect(startServer({ PORT: port })).rejects.toThrow(new RegExp(`ended with 2: 端口 ${port} 已被占用[^\n]*\n$`));
    await server.stop();
  });

  test("a data folder that is a file stops the start with one line", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gongkai-e2e-"));
    const file = join(folder, "data");
    writeFileSync(file, "");
    await expect(startServer({ DATA_DIR: file })).rejects.toThrow(/ended with 2: 数据文件夹 [^\n]*\n$/);
    rmSync(folder, { recursive: true });
  });
});
