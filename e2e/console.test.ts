import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { generate } from "otplib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chooseOption } from "./choose-option.ts";
import { inspectPage } from "./inspect-page.ts";
import { launchBrowser, PATIENCE_MILLISECONDS } from "./launch.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const ADMINISTRATOR = { signInName: "yunxi-guanli", name: "管理员甲", password: "yunxi-de-chunfeng-2026" };
/** Building the console takes its time on a fresh clone and a busy machine. */
const FIRST_BUILD_MILLISECONDS = 90_000;

let server: RunningServer;
let browser: Browser;
let folder: string;
let page: Page;
/** What the browser refused because of the content security policy, and what broke. */
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-console-"));
  [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, DEMO: "off" }), launchBrowser()]);
  page = await openPage();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 } });
  const opened = await context.newPage();
  opened.setDefaultTimeout(PATIENCE_MILLISECONDS);
  opened.on("pageerror", (fault) => faults.push(fault.message));
  await opened.exposeFunction("tellViolation", (violation: string) => faults.push(violation));
  await opened.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      // Put there above.
      (window as unknown as { tellViolation: (words: string) => void }).tellViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  return opened;
}

async function signIn(on: Page, signInName: string, password: string): Promise<void> {
  await on.goto(`${server.address}/console/sign-in`);
  await on.getByLabel("登录名").fill(signInName);
  await on.getByLabel("密码", { exact: true }).fill(password);
  await on.getByRole("button", { name: "登录", exact: true }).click();
}

/** Adds somebody and gives the temporary password. */
async function addPerson(name: string, signInName: string): Promise<string> {
  await page.getByRole("button", { name: "添加人员" }).click();
  await page.getByLabel("姓名", { exact: true }).fill(name);
  await page.getByLabel("登录名", { exact: true }).fill(signInName);
  await page.getByRole("button", { name: "添加", exact: true }).click();
  await page.getByText("已记下，关闭").waitFor();
  const password = await page.locator(".secret").innerText();
  await page.getByRole("button", { name: "已记下，关闭" }).click();
  await page.getByRole("cell", { name: signInName, exact: true }).waitFor();
  return password;
}

const choose = (on: Page, field: string, option: string) =>
  chooseOption(on.getByRole("dialog").getByRole("combobox", { name: field }), option);

describe("the back office, from the first run on", () => {
  let temporary: string;

  test(
    "an empty installation leads to its set-up, which says what is missing",
    { timeout: FIRST_BUILD_MILLISECONDS + 30_000 },
    async () => {
      await page.goto(`${server.address}/console/`);
      await page.getByRole("heading", { name: "首次设置" }).waitFor({ timeout: FIRST_BUILD_MILLISECONDS });
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByRole("alert").getByText("请填写设置码。").waitFor();
      await inspectPage(page, "set-up with an error");
      await page.getByLabel("设置码").fill(readFileSync(join(folder, "setup-code"), "utf8").trim());
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByLabel("机关全称").fill("云溪县人民政府");
      await page.getByLabel("机关简称").fill("云溪县政府");
      await page.getByLabel("机关代号").fill("yunxi-xian");
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByLabel("登录名").fill(ADMINISTRATOR.signInName);
      await page.getByLabel("姓名").fill(ADMINISTRATOR.name);
      await page.getByLabel("密码", { exact: true }).fill(ADMINISTRATOR.password);
      await page.getByLabel("再输一遍密码").fill("another one altogether");
      await page.getByRole("button", { name: "完成设置" }).click();
      await page.getByRole("alert").getByText("两次输入的密码不一致。").waitFor();
      await page.getByLabel("再输一遍密码").fill(ADMINISTRATOR.password);
      await page.getByRole("button", { name: "完成设置" }).click();
      await page.getByRole("heading", { name: "设置完成" }).waitFor();
      await inspectPage(page, "set-up done");
    },
  );

  test("the administrator signs in, sets up the second factor and keeps the recovery codes", async () => {
    await signIn(page, ADMINISTRATOR.signInName, ADMINISTRATOR.password);
    await page.getByText("不能扫码，手工输入密钥").click();
    const secret = (await page.locator(".secret").innerText()).replaceAll(/\s/g, "");
    await inspectPage(page, "enrolment");
    await page.getByLabel("验证码").fill(await generate({ secret }));
    await page.getByRole("button", { name: "确认启用" }).click();
    await page.getByLabel("我已把恢复码保存到安全的地方").check();
    expect(await page.locator(".recovery-codes li").count()).toBeGreaterThanOrEqual(8);
    await page.getByRole("button", { name: "继续" }).click();
    await page.getByRole("navigation", { name: "主菜单" }).waitFor();
  });

  test("adds an organ below and two people", async () => {
    await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "机关", exact: true }).click();
    await page.getByRole("button", { name: "添加下级机关" }).click();
    await page.getByLabel("机关全称").fill("云溪县教育局");
    await page.getByLabel("机关简称").fill("县教育局");
    await page.getByLabel("机关代号").fill("yunxi-jiaoyu");
    await page.getByRole("button", { name: "添加", exact: true }).click();
    await page.getByRole("link", { name: "云溪县教育局", exact: true }).waitFor();
    await inspectPage(page, "organs");

    await page.goto(`${server.address}/console/agencies/yunxi-jiaoyu/people`);
    await addPerson("承办人乙", "yi.chengban");
    temporary = await addPerson("承办人丙", "bing.chengban");
    await inspectPage(page, "people");
  });

  test("gives a post with A and B, and on the day of an absence the deputy stands in", async () => {
    await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "岗位（A/B岗）" }).click();
    await page.getByRole("button", { name: "安排岗位" }).click();
    await choose(page, "职责", "承办人");
    await choose(page, "A岗", "承办人乙");
    await choose(page, "B岗", "承办人丙");
    await page.getByRole("button", { name: "安排", exact: true }).click();
    await page.getByText("A岗在岗").waitFor();
    await page.getByRole("button", { name: /^管理岗位：承办人/ }).click();
    await page.getByRole("menuitem", { name: "登记不在岗" }).click();
    await inspectPage(page, "absence", "[role=dialog]");
    await page.getByRole("button", { name: "登记", exact: true }).click();
    await page.getByText("今天由B岗代行").waitFor();
    await inspectPage(page, "posts");
  });

  test("the deputy must change the temporary password, and then acts in the post", { timeout: 120_000 }, async () => {
    const deputy = await openPage();
    await signIn(deputy, "bing.chengban", temporary);
    await deputy.getByRole("heading", { name: "请更换密码" }).waitFor();
    await deputy.getByLabel("现在的密码").fill(temporary);
    await deputy.getByLabel("新密码", { exact: true }).fill("bing-de-qiuyue-2026");
    await deputy.getByLabel("再输一遍新密码").fill("bing-de-qiuyue-2026");
    await deputy.getByRole("button", { name: "更换密码" }).click();
    await deputy.getByRole("navigation", { name: "主菜单" }).waitFor();
    expect(await deputy.getByRole("link", { name: "人员", exact: true }).count()).toBe(0);
    await deputy.goto(`${server.address}/console/me`);
    await deputy.getByText("县教育局：承办人，B岗代行中").waitFor();
    await inspectPage(deputy, "own account");

    // The sign-in ends while something is being filled in: nothing is lost.
    await deputy.getByLabel("免打扰开始").fill("21:30");
    await deputy.context().clearCookies();
    await deputy.getByRole("button", { name: "保存", exact: true }).click();
    const again = deputy.getByRole("dialog", { name: "登录已失效，请重新登录" });
    await again.getByLabel("密码", { exact: true }).fill("bing-de-qiuyue-2026");
    await inspectPage(deputy, "signing in again", "[role=dialog]");
    await again.getByRole("button", { name: "登录", exact: true }).click();
    await deputy.getByText("已保存。").waitFor();
    expect(await deputy.getByLabel("免打扰开始").inputValue()).toBe("21:30");
    await deputy.context().close();
  });

  test("an address nothing stands at says so, with the menu beside it", async () => {
    for (const path of ["agencies/yunxi-jiaoyu/nowhere", "nowhere/at/all"]) {
      await page.goto(`${server.address}/console/${path}`);
      await page.getByRole("main").getByRole("heading", { name: "没有这个页面" }).waitFor();
      await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "今日待办" }).waitFor();
    }
    await inspectPage(page, "no page");
  });

  test("is usable on a telephone, where the menu is a drawer", { timeout: 150_000 }, async () => {
    await page.setViewportSize({ width: 360, height: 760 });
    for (const path of ["people", "posts", "settings", "audit", "agencies", "messages", "calendar"]) {
      await page.goto(`${server.address}/console/agencies/yunxi-jiaoyu/${path}`);
      await page.locator("main h1").waitFor();
      await inspectPage(page, `${path} at 360 px`);
    }
    await page.getByRole("button", { name: "打开主菜单" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "审计查询" }).click();
    await page.getByRole("heading", { name: "审计查询" }).waitFor();
    await page.getByText("登记不在岗").first().waitFor();
  });

  test("nothing on the way broke, and nothing asked for what the content security policy forbids", () => {
    expect(faults).toEqual([]);
  });
});
