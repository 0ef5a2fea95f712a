import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createHttp, queryString } from "./http.ts";

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}

/** An API that gives these answers in turn. */
function anApi(answers: readonly Response[], signInAgain = async () => false) {
  const asked: Asked[] = [];
  const left = [...answers];
  const http = createHttp({
    fetch: async (path, init = {}) => {
      asked.push({ path: path instanceof Request ? path.url : path.toString(), init });
      const answer = left.shift();
      if (answer === undefined) throw new TypeError("Failed to fetch");
      return answer;
    },
    csrfToken: () => "token",
    signInAgain,
  });
  return { http, asked };
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const Name = z.object({ name: z.string() });

describe("asking the API", () => {
  test("a change carries the token of the sign-in and its own key, a read carries neither", async () => {
    const { http, asked } = anApi([json({ name: "甲" }), json({ name: "乙" })]);
    await http.send("POST", "/agencies/yunxi/people", { body: { name: "甲" }, key: "k1" });
    await http.read("/agencies/yunxi", Name);
    expect(asked[0]).toMatchObject({
      path: "/api/v1/agencies/yunxi/people",
      init: { method: "POST", body: '{"name":"甲"}', headers: { "x-csrf-token": "token", "idempotency-key": "k1" } },
    });
    expect(asked[1]?.init.headers).toEqual({ accept: "application/json" });
  });

  test("a sign-in that has ended is asked for again, and the same request is then sent once more", async () => {
    const { http, asked } = anApi([json({ message: "请登录" }, 401), json({ name: "甲" })], async () => true);
    expect(await http.send("POST", "/agencies/yunxi/people", { body: { name: "甲" }, key: "k1", answer: Name })).toEqual({ name: "甲" });
    expect(asked.map(({ init }) => init.body)).toEqual(['{"name":"甲"}', '{"name":"甲"}']);
    expect(asked[1]?.init.headers).toMatchObject({ "idempotency-key": "k1" });
  });

  test("who would rather not sign in again is told that the sign-in has ended", async () => {
    const { http } = anApi([json({ error: "not-signed-in", message: "登录已失效。" }, 401)]);
    await expect(http.read("/agencies/yunxi", Name)).rejects.toMatchObject({ status: 401, message: "登录已失效。" });
  });

  test("a wrong password is no sign-in that has ended", async () => {
    let times = 0;
    const { http } = anApi([json({ error: "wrong", message: "登录名或密码不正确。" }, 401)], async () => {
      times++;
      return true;
    });
    await expect(http.send("POST", "/session", { body: {} })).rejects.toMatchObject({ message: "登录名或密码不正确。" });
    expect(times).toBe(0);
  });

  test("no connection, a stranger's page and an answer of another version each give a Chinese sentence", async () => {
    const { http } = anApi([new Response("<html>Bad gateway</html>", { status: 502 }), json({ title: "甲" })]);
    await expect(http.read("/x", Name)).rejects.toMatchObject({ status: 502, message: "系统没有完成这次操作，请稍后再试。" });
    const error = console.error;
    console.error = () => {};
    await expect(http.read("/x", Name)).rejects.toMatchObject({ code: "unexpected-answer" });
    console.error = error;
    await expect(http.read("/x", Name)).rejects.toMatchObject({ status: 0, message: expect.stringContaining("连接不上服务器") });
  });

  test("a form with a file carries the token, and keeps its own kind of content", async () => {
    const { http, asked } = anApi([json({ name: "甲.docx" }), new Response("<html>", { status: 413 })]);
    const form = new FormData();
    expect(await http.sendForm("/files", form, Name)).toEqual({ name: "甲.docx" });
    expect(asked[0]?.init).toMatchObject({ method: "POST", body: form, headers: { "x-csrf-token": "token" } });
    expect(asked[0]?.init.headers).not.toHaveProperty("content-type");
    await expect(http.sendForm("/files", form, Name)).rejects.toMatchObject({ status: 413, message: expect.stringContaining("文件太大") });
  });

  test("a file comes with the name the server gives it; a refusal is told all the same", async () => {
    const headers = { "content-disposition": "attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx" };
    const { http } = anApi([new Response("x", { headers }), json({ message: "没有这项权限。" }, 403)]);
    const { name, content } = await http.fetchFile("POST", "/register-exports", { format: "xlsx" });
    expect([name, await content.text()]).toEqual(["台账.xlsx", "x"]);
    await expect(http.fetchFile("GET", "/x")).rejects.toMatchObject({ status: 403, message: "没有这项权限。" });
  });

  test("a query string leaves out what is not given", () => {
    expect(queryString({ from: "2026-01-01", until: undefined, q: "", before: null, ended: false })).toBe("?from=2026-01-01&ended=false");
    expect(queryString({})).toBe("");
  });
});
