import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectPage, inspectWidth } from "./inspect-page.ts";
import { launchBrowser } from "./launch.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const ORGAN = "yunxi-songlin";
const TITLE = "松林镇2026年农村道路养护工作安排";
const TELEPHONE = "13812345678";
/** Building the console and filling the demonstration take their time on a busy machine. */
const START_MILLISECONDS = 180_000;

let server: RunningServer;
let browser: Browser;
let folder: string;
/** Addresses of the item in the console and in the portal. */
let item: string;
let publicPage: string;
/** What the browser refused because of the content security policy, and what broke. */
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-items-"));
  [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, DEMO: "on" }), launchBrowser()]);
}, START_MILLISECONDS);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser of its own in which somebody of the township is signed in. */
async function enter(role: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  const { people } = (await (await context.request.get(`${server.address}/api/v1/demo/people`)).json()) as {
    people: readonly { id: string; agencyCode: string; role: string }[];
  };
  const person = people.find((one) => one.agencyCode === ORGAN && one.role === role);
  expect(person, role).toBeDefined();
  await context.request.post(`${server.address}/api/v1/demo/session`, { data: { personId: person?.id } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (fault) => faults.push(fault.message));
  await page.exposeFunction("tellViolation", (violation: string) => faults.push(violation));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      // Put there above.
      (window as unknown as { tellViolation: (words: string) => void }).tellViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  return page;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${server.address}/console/agencies/${ORGAN}/${path}`);
  // While the console is being built a page that says so stands in its place.
  await page.locator("nav[aria-label='主菜单']").waitFor({ timeout: 90_000 });
  await page.locator("main h1").waitFor();
}

/** Looks at a page in an office's width and on a telephone. */
async function look(page: Page, state: string, part = "main"): Promise<void> {
  await inspectPage(page, state, part);
  await page.setViewportSize({ width: 360, height: 760 });
  await inspectPage(page, `${state} at 360 px`, part);
  await page.setViewportSize({ width: 1366, height: 900 });
  await inspectWidth(page, state);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByLabel(field).click();
  await page.keyboard.type(option.slice(0, 4));
  await page.locator(".ant-select-item-option", { hasText: option }).first().click();
}

/** Pastes HTML as Word puts it on the clipboard. */
async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.getByRole("textbox", { name: "正文" }).evaluate((area, pasted) => {
    (area as HTMLElement).focus();
    const data = new DataTransfer();
    data.setData("text/html", pasted);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='mso-line-height:28pt'><b><span lang=EN-US style='font-family:仿宋'>一、工作安排</span></b><o:p></o:p></p>
<p class=MsoNormal>请各村于十二月底前完成养护，联系人电话${TELEPHONE}。</p>
<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal>路段</p></td><td><p class=MsoNormal>里程</p></td></tr><tr><td><p class=MsoNormal>松林至石桥</p></td><td><p class=MsoNormal>6.4公里</p></td></tr></table>
<img src="file:///C:/Users/a/clip_image002.png"><!--EndFragment--></body></html>`;

/** Signs the step whose turn it is, as its holder. */
async function sign(role: string, fillsForm = false): Promise<void> {
  const page = await enter(role);
  await page.goto(item);
  await page.getByRole("button", { name: "审查", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "保密审查表：审查" });
  if (fillsForm) {
    await dialog.getByRole("button", { name: "审查同意" }).click();
    await dialog.getByText("保密审查表还有未填写的审查项。").waitFor();
    for (const group of await dialog.getByRole("radiogroup").all()) await group.getByLabel("否", { exact: true }).check();
    await look(page, `review form`, "[role=dialog]");
  }
  await dialog.getByRole("button", { name: "审查同意" }).click();
  await page.getByText(/“审查同意”已办理/).waitFor();
  await page.context().close();
}

describe("an item, from the catalogue to its stub", () => {
  let drafter: Page;
  let head: Page;

  test("an empty catalogue is said to come first, and the head of the office begins it", { timeout: 300_000 }, async () => {
    head = await enter("政府信息公开工作机构负责人");
    await open(head, "catalogue");
    await look(head, "catalogue");
    await head.getByRole("button", { name: "增加条目" }).click();
    await choose(head, "法定类别", "重大建设项目");
    await head.getByLabel("公开事项（一级）").fill("农村道路");
    await head.getByLabel("公开内容（要素）").fill("养护计划、路段、里程");
    await head.getByLabel("工作日数").fill("7");
    await look(head, "catalogue entry", "[role=dialog]");
    await head.getByRole("dialog").getByRole("button", { name: "增加", exact: true }).click();
    await head.getByRole("cell", { name: "农村道路" }).waitFor();
    await open(head, "disclosures");
    await look(head, "list of items");
  });

  test("the drafter pastes from Word, chooses the entry with its last day, and marks the attribute", { timeout: 300_000 }, async () => {
    drafter = await enter("承办人");
    await open(drafter, "disclosures/new");
    await drafter.getByRole("button", { name: "保存", exact: true }).click();
    await drafter.getByRole("alert").getByText("请填写名称（标题）。").waitFor();
    await look(drafter, "empty draft");
    await drafter.getByLabel("名称（标题）").fill(TITLE);
    await choose(drafter, "目录条目", "农村道路");
    await drafter.getByText(/最迟 .* 公开（目录规定的7个工作日/).waitFor();
    await drafter.locator(".choices input[value=proactive]").check();
    await pasteHtml(drafter, FROM_WORD);
    await drafter.getByText("有 1 张图片浏览器不能读取").waitFor();
    expect(await drafter.getByRole("textbox", { name: "正文" }).innerHTML()).not.toMatch(/style=|class="Mso|font-family/);
    await drafter.reload();
    await drafter.getByText(/已恢复 .* 没有保存的内容/).waitFor();
    await drafter.getByRole("textbox", { name: "正文" }).getByText("松林至石桥").waitFor();
    await look(drafter, "draft");
    await drafter.getByRole("button", { name: "保存", exact: true }).click();
    await drafter.getByRole("heading", { name: TITLE }).waitFor();
    item = drafter.url();
    publicPage = `${server.address}/organs/${ORGAN}/items/${item.split("/").at(-1) ?? ""}`;
    expect((await drafter.request.get(publicPage)).status()).toBe(404);
  });

  test("the screening finds the telephone number, and one click masks it for good", { timeout: 300_000 }, async () => {
    await drafter.getByRole("button", { name: "筛查", exact: true }).click();
    await drafter.locator(".finding", { hasText: "手机号码" }).waitFor();
    await drafter.locator(".item-text mark", { hasText: TELEPHONE }).waitFor();
    await look(drafter, "findings");
    await drafter.getByRole("button", { name: "隐去为 138****5678" }).click();
    await drafter.locator(".item-text", { hasText: "138****5678" }).waitFor();
    expect(await drafter.getByText(TELEPHONE).count()).toBe(0);
    await drafter.getByText("版本和差异").click();
    await drafter.locator(".difference ins", { hasText: "138****5678" }).waitFor();
  });

  test("it is submitted, and signed step by step by different people", { timeout: 420_000 }, async () => {
    await drafter.getByRole("button", { name: "提交审查" }).click();
    await look(drafter, "submission", "[role=dialog]");
    await drafter.getByRole("dialog").getByRole("button", { name: "提交审查" }).click();
    await drafter.getByText("等待承办部门负责人审查").waitFor();
    expect(await drafter.getByRole("button", { name: "审查", exact: true }).count()).toBe(0);
    await look(drafter, "in review");
    await sign("承办部门负责人");
    await sign("保密审查人", true);
    await sign("分管领导");
  });

  test("it is scheduled, the time is taken back, and it is published at once", { timeout: 300_000 }, async () => {
    await head.goto(item);
    await head.getByRole("button", { name: "定时发布" }).click();
    await head.getByLabel("发布日期").fill("2099-01-04");
    await head.keyboard.press("Enter");
    await head.getByRole("dialog").getByRole("button", { name: "定时发布" }).click();
    await head.getByText("等待定时发布").waitFor();
    await head.getByRole("button", { name: "取消定时" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "取消定时" }).click();
    await head.getByRole("button", { name: "立即发布" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "立即发布" }).click();
    await head.getByText("已经公开").waitFor();
    await head.locator(".public-panel code").waitFor();
    await look(head, "published");
    const page = await head.context().newPage();
    await page.goto(publicPage);
    await page.getByRole("heading", { name: TITLE }).waitFor();
    expect(await page.content()).not.toContain(TELEPHONE);
    await page.close();
  });

  test("a correction goes through review anew, while the public still reads the former text", { timeout: 420_000 }, async () => {
    await drafter.goto(item);
    await drafter.getByRole("link", { name: "更正" }).click();
    await drafter.getByLabel("更正说明").fill("里程更正为6.8公里。");
    const text = drafter.getByRole("textbox", { name: "正文" });
    await text.getByText("6.4公里").dblclick();
    await text.evaluate((area) => {
      area.innerHTML = area.innerHTML.replace("6.4公里", "6.8公里");
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await drafter.getByRole("button", { name: "保存新版本" }).click();
    await drafter.getByRole("button", { name: "重新筛查" }).click();
    await drafter.getByText("没有发现问题").waitFor();
    expect(await (await drafter.request.get(publicPage)).text()).toContain("6.4公里");
    await drafter.getByRole("button", { name: "提交审查" }).click();
    await drafter.getByRole("dialog").getByRole("button", { name: "提交审查" }).click();
    await drafter.getByText("等待承办部门负责人审查").waitFor();
    await sign("承办部门负责人");
    await sign("保密审查人", true);
    await sign("分管领导");
    await head.goto(item);
    await head.getByRole("button", { name: "立即发布" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "立即发布" }).click();
    await head.getByText("第 2 版").waitFor();
    const page = await (await head.request.get(publicPage)).text();
    expect(page).toContain("里程更正为6.8公里");
    expect(page).not.toContain("6.4公里");
  });

  test("the leader withdraws it with a reason, and a stub stays", { timeout: 240_000 }, async () => {
    const leader = await enter("分管领导");
    await leader.goto(item);
    await leader.getByRole("button", { name: "撤回" }).click();
    await leader.getByLabel("向公众说明的理由").fill("养护安排调整，另行公布。");
    await look(leader, "withdrawal", "[role=dialog]");
    await leader.getByRole("dialog").getByRole("button", { name: "撤回" }).click();
    await leader.getByText("公众打开原网址，看到标题").waitFor();
    const stub = await (await leader.request.get(publicPage)).text();
    expect(stub).toContain("养护安排调整，另行公布。");
    expect(stub).not.toContain("6.8公里");
  });

  test("guide, normative documents and transfers are there for the office", { timeout: 300_000 }, async () => {
    for (const path of ["guide", "normative", "transfers"]) {
      await open(head, path);
      await look(head, path);
    }
    await head.getByRole("button", { name: "编制清单" }).click();
    await head.getByLabel("接收单位", { exact: true }).fill("云溪县档案馆");
    await head.getByRole("dialog").getByRole("button", { name: "编制", exact: true }).click();
    await head.getByText("零报告").first().waitFor();
  });

  test("nothing on the way broke, and nothing asked for what the content security policy forbids", () => {
    expect(faults).toEqual([]);
  });
});
