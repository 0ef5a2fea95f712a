import type { Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeSheet } from "../server/src/platform/write-sheet.ts";
import { type DemoConsole, openDemoConsole } from "./demo-console.ts";

const ORGAN = "yunxi-songlin";
const TITLE = "松林镇2026年农村道路养护工作安排";
const LATE_TITLE = "松林镇2025年养护资金下达情况";
const TELEPHONE = "13812345678";
/** Building the console and filling the demonstration take their time on a busy machine. */
const START_MILLISECONDS = 180_000;

let demo: DemoConsole;
/** Addresses of the item in the console and in the portal. */
let item: string;
let publicPage: string;
/** The day on the document, as the form proposes it: today. */
let formedOn: string;

beforeAll(async () => {
  demo = await openDemoConsole(ORGAN);
}, START_MILLISECONDS);

afterAll(() => demo?.close());

/** What table 2 of this year's report says of normative documents, asked by somebody signed in. */
async function countNormative(page: Page): Promise<{ readonly issued: number; readonly effective: number }> {
  const answer = await page.request.get(`${demo.address}/api/v1/agencies/${ORGAN}/figures/${formedOn.slice(0, 4)}/report`);
  const { cells } = (await answer.json()) as { cells: Readonly<Record<string, number | null>> };
  return { issued: cells["t2.normative.issued"] ?? 0, effective: cells["t2.normative.effective"] ?? 0 };
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
async function sign(role: string, form?: "filled" | "looked at and filled"): Promise<void> {
  const page = await demo.enter(role);
  await page.goto(item);
  await page.getByRole("button", { name: "审查", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "保密审查表：审查" });
  if (form !== undefined) {
    await dialog.getByRole("button", { name: "审查同意" }).click();
    await dialog.getByText("保密审查表还有未填写的审查项。").waitFor();
    for (const group of await dialog.getByRole("radiogroup").all()) await group.getByLabel("否", { exact: true }).check();
    if (form === "looked at and filled") await demo.look(page, "review form", "[role=dialog]");
  }
  await dialog.getByRole("button", { name: "审查同意" }).click();
  await page.getByText(/“审查同意”已办理/).waitFor();
}

describe("an item, from the catalogue to its stub", () => {
  let drafter: Page;
  let head: Page;

  test("an empty catalogue is said to come first, and the head of the office begins it", { timeout: 300_000 }, async () => {
    head = await demo.enter("政府信息公开工作机构负责人");
    await demo.open(head, "catalogue");
    await demo.look(head, "catalogue");
    await head.getByRole("button", { name: "增加条目" }).click();
    await demo.choose(head, "法定类别", "重大建设项目");
    await head.getByLabel("公开事项（一级）").fill("农村道路");
    await head.getByLabel("公开内容（要素）").fill("养护计划、路段、里程");
    await head.getByLabel("工作日数").fill("7");
    await demo.look(head, "catalogue entry", "[role=dialog]");
    await head.getByRole("dialog").getByRole("button", { name: "增加", exact: true }).click();
    await head.getByRole("cell", { name: "农村道路", exact: true }).waitFor();
    await demo.open(head, "disclosures");
    await demo.look(head, "list of items");
  });

  test("the drafter pastes from Word, chooses the entry with its last day, and marks the attribute", { timeout: 300_000 }, async () => {
    drafter = await demo.enter("承办人");
    await demo.open(drafter, "disclosures/new");
    await drafter.getByRole("button", { name: "保存", exact: true }).click();
    await drafter.getByRole("alert").getByText("请填写名称（标题）。").waitFor();
    await demo.look(drafter, "empty draft");
    await drafter.getByLabel("名称（标题）").fill(TITLE);
    formedOn = await drafter.getByLabel("成文日期").inputValue();
    await drafter.getByLabel("行政规范性文件").check();
    await demo.choose(drafter, "目录条目", "农村道路");
    await drafter.getByText(/最迟 .* 公开（目录规定的7个工作日/).waitFor();
    await drafter.locator(".choices input[value=proactive]").check();
    await pasteHtml(drafter, FROM_WORD);
    await drafter.getByText("有 1 张图片浏览器不能读取").waitFor();
    expect(await drafter.getByRole("textbox", { name: "正文" }).innerHTML()).not.toMatch(/style=|class="Mso|font-family/);
    await drafter.reload();
    await drafter.getByText(/已恢复 .* 没有保存的内容/).waitFor();
    await drafter.getByRole("textbox", { name: "正文" }).getByText("松林至石桥").waitFor();
    await demo.look(drafter, "draft");
    await drafter.getByRole("button", { name: "保存", exact: true }).click();
    await drafter.getByRole("heading", { name: TITLE }).waitFor();
    item = drafter.url();
    publicPage = `${demo.address}/organs/${ORGAN}/items/${item.split("/").at(-1) ?? ""}`;
    expect((await drafter.request.get(publicPage)).status()).toBe(404);
  });

  test("what should have been public within the 20 working days of the law raises the alarm", { timeout: 120_000 }, async () => {
    const { csrfToken } = (await (await drafter.request.get(`${demo.address}/api/v1/session`)).json()) as { csrfToken: string };
    const { entries } = (await (await drafter.request.get(`${demo.address}/api/v1/agencies/${ORGAN}/catalogue`)).json()) as {
      entries: readonly { id: string; name: string }[];
    };
    const late = {
      title: LATE_TITLE,
      genre: "notice",
      entry: entries.find(({ name }) => name === "农村道路")?.id,
      formedOn: `${Number(formedOn.slice(0, 4)) - 1}-11-03`,
      html: "<p>养护资金已经下达。</p>",
    };
    const sent = await drafter.request.post(`${demo.address}/api/v1/agencies/${ORGAN}/items`, {
      data: late,
      headers: { "x-csrf-token": csrfToken },
    });
    expect(sent.status(), await sent.text()).toBe(200);
    await demo.open(drafter, "today");
    const row = drafter.getByRole("row", { name: LATE_TITLE });
    await row.getByText(/逾期/).waitFor();
    await drafter.getByRole("link", { name: LATE_TITLE }).click();
    await drafter
      .locator(".item-head")
      .getByText(/逾期 \d+ 个工作日/)
      .waitFor();
    await demo.look(drafter, "overdue item");
    await drafter.goto(item);
  });

  test("the screening finds the telephone number, and one click masks it for good", { timeout: 300_000 }, async () => {
    await drafter.getByRole("button", { name: "筛查", exact: true }).click();
    await drafter.locator(".finding", { hasText: "手机号码" }).waitFor();
    await drafter.locator(".item-text mark", { hasText: TELEPHONE }).waitFor();
    await demo.look(drafter, "findings");
    await drafter.getByRole("button", { name: "隐去为 138****5678" }).click();
    await drafter.locator(".item-text", { hasText: "138****5678" }).waitFor();
    await drafter.locator(".finding, .item-text", { hasText: TELEPHONE }).first().waitFor({ state: "detached" });
    await drafter.getByText("版本和差异").click();
    await drafter.locator(".difference ins", { hasText: "138****5678" }).waitFor();
  });

  test("it is submitted, and signed step by step by different people", { timeout: 420_000 }, async () => {
    await drafter.getByRole("button", { name: "提交审查" }).click();
    await demo.look(drafter, "submission", "[role=dialog]");
    await drafter.getByRole("dialog").getByRole("button", { name: "提交审查" }).click();
    await drafter.getByText("等待承办部门负责人审查").waitFor();
    expect(await drafter.getByRole("button", { name: "审查", exact: true }).count()).toBe(0);
    await demo.look(drafter, "in review");
    await sign("承办部门负责人");
    await sign("保密审查人", "looked at and filled");
    await sign("分管领导");
  });

  test("it is scheduled, the time is taken back, and it is published at once; table 2 counts it", { timeout: 300_000 }, async () => {
    const before = await countNormative(head);
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
    await demo.look(head, "published");
    expect(await countNormative(head)).toEqual({ issued: before.issued + 1, effective: before.effective + 1 });
    const page = await head.context().newPage();
    await page.goto(publicPage);
    await page.getByRole("heading", { name: TITLE }).waitFor();
    expect(await page.content()).not.toContain(TELEPHONE);
    await page.close();
  });

  test("a correction goes through review anew, while the public still reads the former text", { timeout: 420_000 }, async () => {
    await drafter.goto(item);
    await drafter.getByRole("link", { name: "更正", exact: true }).click();
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
    await sign("保密审查人", "filled");
    await sign("分管领导");
    await head.goto(item);
    await head.getByRole("button", { name: "立即发布" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "立即发布" }).click();
    await head.locator(".public-panel").getByText("第 2 版").waitFor();
    const page = await (await head.request.get(publicPage)).text();
    expect(page).toContain("里程更正为6.8公里");
    expect(page).not.toContain("6.4公里");
  });

  test("the leader withdraws it with a reason, and a stub stays", { timeout: 240_000 }, async () => {
    const leader = await demo.enter("分管领导");
    await leader.goto(item);
    await leader.getByRole("button", { name: "撤回" }).click();
    await leader.getByLabel("向公众说明的理由").fill("养护安排调整，另行公布。");
    await demo.look(leader, "withdrawal", "[role=dialog]");
    await leader.getByRole("dialog").getByRole("button", { name: "撤回" }).click();
    await leader.getByText("公众打开原网址，看到标题").waitFor();
    const stub = await (await leader.request.get(publicPage)).text();
    expect(stub).toContain("养护安排调整，另行公布。");
    expect(stub).not.toContain("6.8公里");
  });

  test("guide, normative documents and transfers are there for the office", { timeout: 300_000 }, async () => {
    for (const path of ["guide", "normative", "transfers"]) {
      await demo.open(head, path);
      await demo.look(head, path);
    }
    await head.getByRole("button", { name: "编制清单" }).click();
    await head.getByLabel("接收单位", { exact: true }).fill("云溪县档案馆");
    await head.getByRole("dialog").getByRole("button", { name: "编制", exact: true }).click();
    await head.getByText("零报告").first().waitFor();
  });

  test("what was public on the old site is brought along, found by the public, and taken back", { timeout: 300_000 }, async () => {
    const register = writeSheet({
      name: "清单",
      headings: ["标题", "索引号", "发布日期", "栏目", "正文", "原网址"].map((text) => ({ text, width: 12 })),
      rows: [
        ["松林镇旧桥梁养护办法", "sl/2019-7", "2019-05-06", "农村道路", "桥梁每年检查一次。", "http://old.example/t7.html"],
        ["松林镇旧公告", "sl/2019-8", "五月六日", "农村道路", "内容", ""],
      ],
    });
    await demo.open(head, "item-imports");
    await demo.look(head, "no items brought yet");
    await head
      .getByLabel("目录清单或者压缩包")
      .setInputFiles({ name: "旧网站.xlsx", mimeType: "application/zip", buffer: Buffer.from(register) });
    await head.getByText("可以移入 1 行，有问题不会移入的 1 行").waitFor();
    await head
      .getByRole("cell", { name: /不是日期/ })
      .first()
      .waitFor();
    await demo.look(head, "items to be brought along");
    await head.getByRole("button", { name: "开始移入" }).click();
    const dialog = head.getByRole("dialog", { name: "开始移入" });
    await dialog.getByLabel("原公开时的审查情况").fill("已审");
    await dialog.getByRole("button", { name: "确认并移入" }).click();
    await dialog.getByRole("alert").getByText("请写明原公开时的审查情况，至少 5 个字。").waitFor();
    await demo.look(head, "taking items over", "[role=dialog]");
    await dialog.getByLabel("原公开时的审查情况").fill("原网站发布时均经保密审查。");
    await dialog.getByRole("button", { name: "确认并移入" }).click();
    await head.getByText("已移入", { exact: true }).waitFor();
    await demo.look(head, "items brought along");
    const search = async () => (await head.request.get(`${demo.address}/search?q=旧桥梁养护`)).text();
    expect(await search()).toContain("每年检查一次");
    const moved = await head.request.get(`${demo.address}/moved?url=${encodeURIComponent("http://old.example/t7.html")}`);
    expect(await moved.text()).toContain("2019-05-06 在原网站公开");
    await head.getByRole("button", { name: "撤销移入" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "撤销移入" }).click();
    await head.getByText("已撤销", { exact: true }).waitFor();
    expect(await search()).not.toContain("每年检查一次");
  });

  test("nothing on the way broke, and nothing asked for what the content security policy forbids", () => {
    expect(demo.faults).toEqual([]);
  });
});
