import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, plainDate } from "@gongkai/statute";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditCopies, type Inspect } from "./audit-copies.ts";
import { applyByForm, demoOffice, type DemoOffice } from "./citizen-office.ts";
import { inspectPage } from "./inspect-page.ts";
import { launchBrowser, PATIENCE_MILLISECONDS } from "./launch.ts";
import { startDemo } from "./start-demo.ts";
import type { RunningServer } from "./start-server.ts";

const ORGAN = "yunxi-jiaoyu";
const HEAD = "政府信息公开工作机构负责人";
const PHONE = { viewport: { width: 320, height: 640 } } satisfies BrowserContextOptions;
const DESK = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions;
/** Filling the demonstration takes its time on a busy machine. */
const START_MILLISECONDS = 240_000;
const JOURNEY_MILLISECONDS = 400_000;

let server: RunningServer;
let browser: Browser;
let office: DemoOffice;
let folder: string;
let today: ReturnType<typeof plainDate>;
let inspect: Inspect;
/** The case of the first journey. */
let answered = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-citizen-"));
  [server, browser] = await Promise.all([startDemo(folder), launchBrowser()]);
  office = demoOffice(server.address, ORGAN);
  inspect = await auditCopies(browser, server.address);
  today = plainDate(new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()));
}, START_MILLISECONDS);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page whose policy must stop nothing; what went wrong in it is told at its end. */
async function openPage(options: BrowserContextOptions): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const faults: string[] = [];
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text())) faults.push(message.text());
  });
  return {
    page,
    close: async () => {
      await context.close();
      expect(faults).toEqual([]);
    },
  };
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

const numbersOf = async (page: Page) => {
  const [number = "", code = ""] = await page.locator(".citizen-number").allInnerTexts();
  return { number, code };
};

async function findCase(receiptNumber: string): Promise<string> {
  const { applications } = await office.get<{ applications: { id: string; receiptNumber: string }[] }>("登记人", "/intake");
  const found = applications.find((one) => one.receiptNumber === receiptNumber);
  if (found === undefined) throw new Error(`${receiptNumber} did not reach the office`);
  return found.id;
}

async function assignToHandler(id: string): Promise<void> {
  const { people } = (await (await fetch(`${server.address}/api/v1/demo/people`)).json()) as {
    people: { id: string; agencyCode: string; role: string }[];
  };
  await office.act(HEAD, id, "assign", { handlerId: people.find(({ agencyCode, role }) => agencyCode === ORGAN && role === "承办人")?.id });
}

describe("a natural person, without script", () => {
  test("applies, corrects, pays; a third party answers; the answer is read and verified", { timeout: JOURNEY_MILLISECONDS }, async () => {
    const { page, close } = await openPage({ javaScriptEnabled: false, ...DESK });
    await page.goto(`${server.address}/apply`);
    await inspect(page, "guide");
    await page.getByLabel("您想知道什么？").fill("学校校舍安全检查");
    await press(page, "推荐机关");
    await inspect(page, "guide with suggestions");
    await page.locator("#organs ol").getByRole("link", { name: "云溪县教育局" }).click();
    await inspect(page, "organ");
    await press(page, "开始填写");
    expect(await page.getByLabel("需要的政府信息").inputValue()).toBe("学校校舍安全检查");
    await inspect(page, "step request");
    await page.getByLabel("需要的政府信息").fill("2025年全县学校校舍安全检查结果");
    await press(page, "保存并继续");
    await press(page, "保存并继续");
    await inspect(page, "step applicant, wrong");
    await page
      .getByRole("link", { name: "请填写申请人的姓名。" })
      .or(page.getByRole("link", { name: "请选择申请人类型。" }))
      .first()
      .click();
    expect(await page.locator(":target").getAttribute("name")).toBe("kind");
    await page.getByLabel("公民个人", { exact: true }).check();
    await page.getByLabel("姓名（单位填写名称）").fill("申请人甲");
    await page.getByLabel("身份证件类型").selectOption("居民身份证");
    await page.getByLabel("身份证件号码", { exact: true }).fill("110101199001010015");
    await page.getByLabel("联系电话").fill("010-00000000");
    await inspect(page, "step applicant");
    await press(page, "保存，以后再填");
    await page.getByText("已保存（").waitFor();
    // Gone away, and on again from the organ's page.
    await page.goto(`${server.address}/apply/${ORGAN}`);
    await inspect(page, "organ with a draft");
    await page.getByRole("link", { name: /继续填写：2025年全县/ }).click();
    await page.getByRole("link", { name: "怎样得到" }).click();
    await page.getByLabel("电子", { exact: true }).check();
    await page.getByLabel("自行领取").check();
    await inspect(page, "step supply");
    await press(page, "保存并继续");
    await page
      .getByLabel("选择文件")
      .setInputFiles({ name: "照片.exe", mimeType: "image/png", buffer: Buffer.from("MZ\u0000\u0001 program") });
    await press(page, "上传");
    await page.getByRole("link", { name: /“照片.exe”：不能接收这种文件/ }).waitFor();
    await inspect(page, "step files, refused");
    await page
      .getByLabel("选择文件")
      .setInputFiles({ name: "线索.txt", mimeType: "text/plain", buffer: Buffer.from("检查由县教育局组织。") });
    await press(page, "上传");
    await page.getByText("线索.txt").first().waitFor();
    await inspect(page, "step files");
    await page.getByRole("link", { name: "继续：核对" }).click();
    await inspect(page, "preview");
    const known = await page.locator(".citizen-published a").first().getAttribute("href");
    expect(known).toMatch(/^\/organs\/yunxi-jiaoyu\/items\//);
    expect((await page.request.get(server.address + known)).status()).toBe(200);
    await page.getByLabel(/防机器提问/).fill("一百");
    await press(page, "提交申请");
    await page.getByRole("link", { name: /没有答对/ }).waitFor();
    await inspect(page, "preview, wrong answer");
    await page.getByLabel(/防机器提问/).fill("还是不会");
    await press(page, "提交申请");
    await page.getByRole("heading", { name: "申请已提交" }).waitFor();
    await inspect(page, "receipt");
    const { number, code } = await numbersOf(page);
    // Back, and sent again: the same receipt.
    await page.goBack();
    expect(await numbersOf(page)).toEqual({ number, code });

    const id = await findCase(number);
    answered = id;
    await page.goto(`${server.address}/progress`);
    await page.getByLabel("回执号").fill(number);
    await page.getByLabel("查询码").fill("000000000000");
    await press(page, "查询");
    await page.getByRole("link", { name: /回执号或者查询码不对/ }).waitFor();
    await inspect(page, "progress, wrong code");
    await page.getByLabel("查询码").fill(code);
    await press(page, "查询");
    await page.getByText("等待工作机构与您确认").waitFor();
    await inspect(page, "case, submitted");

    await office.act("登记人", id, "confirm");
    await office.act("登记人", id, "register");
    await assignToHandler(id);
    await office.act(HEAD, id, "askCorrection", { reason: "请写明需要哪些学校的检查结果。", correctBy: addDays(today, 15) });
    await page.reload();
    await page.getByText("需要您补正").waitFor();
    await page.getByText("期限是怎么计算的").click();
    await inspect(page, "case, to be corrected");
    await page.getByRole("link", { name: "补正", exact: true }).click();
    await press(page, "提交补正");
    await page.getByRole("link", { name: /请填写内容/ }).waitFor();
    await inspect(page, "correction, wrong");
    await page.getByLabel("补正内容").fill("需要全部乡镇小学的检查结果。");
    await page
      .getByLabel("附件（可以不传）")
      .setInputFiles({ name: "名单.txt", mimeType: "text/plain", buffer: Buffer.from("乡镇小学名单") });
    await press(page, "提交补正");
    await page.getByText("补正已提交。").waitFor();
    await inspect(page, "case, handled");

    await office.act(HEAD, id, "noticeFee", {
      amount: 380,
      receivedOn: today,
      letter: { scheme: "pages", count: "68", payment: "凭缴款通知到银行缴纳（演示）。" },
    });
    await page.reload();
    await page.getByRole("link", { name: "告知缴费情况" }).click();
    await inspect(page, "payment");
    await page.getByLabel("缴费情况").fill("今天已缴380元。");
    await press(page, "提交");
    await page.getByText("缴费情况已提交").waitFor();
    await office.act("收费人员", id, "recordPayment", { receiptNumber: "演示0001" });

    await office.act(HEAD, id, "consultThirdParty", {
      consulted: "云溪县某建筑公司",
      receivedOn: today,
      letter: { harm: "可能涉及商业秘密。", concerned: "检查报告第三部分" },
    });
    const { url } = await office.post<{ url: string }>(HEAD, `/applications/${id}/consultations/1/link`, {
      about: "检查报告第三部分：加固工程的造价和工艺",
      why: "可能涉及商业秘密",
    });
    const third = await openPage({ javaScriptEnabled: false, ...DESK });
    await third.page.goto(url);
    expect(third.page.url()).toBe(`${server.address}/opinion/form`);
    await inspect(third.page, "opinion");
    await press(third.page, "提交意见");
    await inspect(third.page, "opinion, wrong");
    await third.page.getByLabel("不同意公开").check();
    await third.page.getByLabel("理由", { exact: true }).fill("造价和工艺属于商业秘密。");
    await press(third.page, "提交意见");
    await third.page.getByRole("heading", { name: "意见已经提交" }).waitFor();
    await inspect(third.page, "opinion, given");
    await third.page.goto(url);
    await third.page.getByText("只能使用一次").waitFor();
    await inspect(third.page, "opinion, used");
    await third.close();

    await page.goto(`${server.address}/progress/case`);
    await office.act("承办人", id, "draftReply", {
      outcome: "granted",
      article: "第三十六条第二项",
      reason: "予以公开。",
      letter: { information: "检查结果" },
    });
    for (const role of ["承办部门负责人", HEAD]) await office.review(role, id);
    await office.act("分管领导", id, "sign", { isSealed: true, letter: { content: "检查结果见附件。" } });
    await office.act("登记人", id, "serve", { deliveryWay: "collect", proof: "当面领取（演示）" });
    await page.reload();
    await page.getByText("不服怎么办").waitFor();
    await inspect(page, "case, answered");
    const letters = page.locator(".citizen-letters");
    expect(await letters.innerText()).toContain("公开告知书");
    const answer = letters.locator("li", { hasText: "予以公开" });
    const [download] = await Promise.all([page.waitForEvent("download"), answer.getByRole("link", { name: /下载 PDF/ }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    await answer.getByRole("link", { name: /核验/ }).click();
    await page.getByText("有这份文书。").waitFor();
    await inspect(page, "letter verified");
    await page.getByLabel("核验码").fill("2222-2222");
    await press(page, "核验");
    await page.getByText("没有找到这份文书").waitFor();
    await inspect(page, "letter unknown");
    await close();
  });
});

describe("a company, with script", () => {
  test(
    "goes on where the line broke, needs no question, and withdraws; all by keyboard where it matters",
    { timeout: JOURNEY_MILLISECONDS },
    async () => {
      const { page, close } = await openPage(PHONE);
      await page.goto(`${server.address}/apply/${ORGAN}?want=${encodeURIComponent("2024年校车采购合同")}`);
      await page.getByRole("link", { name: "长者版" }).click();
      await inspect(page, "organ, elder");
      await press(page, "开始填写");
      await inspect(page, "step request, elder");
      await page.getByRole("link", { name: "返回标准版" }).click();
      await page.getByLabel("补充描述").fill("含补充协议");
      await page.getByText("已自动保存").waitFor();
      await page.context().setOffline(true);
      await page.getByLabel("文号").fill("云教采〔2024〕1号");
      await page.getByText("网络中断").waitFor();
      await page.context().setOffline(false);
      await page.getByText("已自动保存").waitFor();
      // The browser is closed in the middle; its cookie stays.
      const address = page.url();
      await page.goto("about:blank");
      await page.goto(address);
      expect(await page.getByLabel("文号").inputValue()).toBe("云教采〔2024〕1号");
      expect(await page.getByLabel("补充描述").inputValue()).toBe("含补充协议");
      await press(page, "保存并继续");
      await page.getByLabel("商业企业").check();
      await page.getByLabel("统一社会信用代码").fill("91110000000000000X");
      expect(await page.getByLabel("身份证件号码", { exact: true }).isVisible()).toBe(false);
      await inspect(page, "step applicant, company");
      await page.getByLabel("姓名（单位填写名称）").fill("云溪县某客运公司");
      await page.getByLabel("电子邮箱").fill("kefu@example.cn");
      await press(page, "保存并继续");
      await page.getByLabel("纸质").check();
      await page.getByLabel("网上查询").check();
      await page.getByLabel("有新进展时用电子邮件告诉我").check();
      await press(page, "保存并继续");
      await page.getByRole("link", { name: "继续：核对" }).click();
      await page.getByLabel(/防机器提问/).waitFor({ state: "hidden" });
      await inspect(page, "preview, script");
      await page.getByRole("button", { name: "提交申请" }).dblclick();
      await page.getByRole("heading", { name: "申请已提交" }).waitFor();
      await page.getByRole("button", { name: "打印回执" }).waitFor();
      const { number, code } = await numbersOf(page);
      const id = await findCase(number);
      const { applications } = await office.get<{ applications: { summary: string; suspicions: { code: string }[] }[] }>(
        "登记人",
        "/intake",
      );
      expect(applications.filter(({ summary }) => summary === "2024年校车采购合同")).toHaveLength(1);
      expect(applications.find(({ summary }) => summary === "2024年校车采购合同")?.suspicions.map(({ code: why }) => why)).not.toContain(
        "question",
      );

      await page.getByRole("main").getByRole("link", { name: "查询进度" }).click();
      await page.getByLabel("回执号").focus();
      await page.keyboard.type(number);
      await page.keyboard.press("Tab");
      await page.keyboard.type(code);
      await page.keyboard.press("Enter");
      await page.getByText("等待工作机构与您确认").waitFor();
      await office.act("登记人", id, "confirm");
      await page.getByRole("link", { name: "撤回申请" }).click();
      await press(page, "确认撤回");
      await page.getByRole("link", { name: /请勾选/ }).click();
      await page.getByLabel("我确认撤回这件申请").check();
      await inspect(page, "withdrawal");
      await press(page, "确认撤回");
      await page.getByText("申请已撤回。").waitFor();
      await inspect(page, "case, withdrawn");
      await press(page, "退出查询");
      await page.goto(`${server.address}/progress/case`);
      expect(page.url()).toBe(`${server.address}/progress`);
      await close();
    },
  );

  test("may throw a draft away; nobody else's browser opens it", async () => {
    const { page, close } = await openPage({ javaScriptEnabled: false, ...DESK });
    await page.goto(`${server.address}/apply/${ORGAN}`);
    await press(page, "开始填写");
    const address = page.url();
    const stranger = await openPage(DESK);
    await stranger.page.goto(address);
    await stranger.page.getByRole("heading", { name: "打不开这份申请" }).waitFor();
    await inspect(stranger.page, "draft of another browser");
    await stranger.close();
    await page.getByText("不填了，删除这份草稿").click();
    await press(page, "删除草稿");
    await page.goto(address);
    await page.getByRole("heading", { name: "打不开这份申请" }).waitFor();
    await close();
  });
});

describe("the office", () => {
  test(
    "confirms what came in, sets aside what is no application, opens papers, and turns an answer into a draft for everybody",
    { timeout: JOURNEY_MILLISECONDS },
    async () => {
      await applyByForm(server.address, ORGAN, "低价代开各类发票");
      const { page, close } = await openPage(DESK);
      const consoleAt = (path: string) => `${server.address}/console/agencies/${ORGAN}/${path}`;
      await office.signInBrowser(page, "登记人");
      await page.goto(consoleAt("intake"));
      await page.getByRole("heading", { name: "网上申请" }).waitFor();
      const spam = page.getByRole("row", { name: /低价代开/ });
      await spam.getByText("没有答对防机器提问").waitFor();
      await inspectPage(page, "intake", "main");
      await spam.getByRole("checkbox").check();
      await press(page, "搁置所选（1）");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: "搁置", exact: true }).click();
      await dialog.getByRole("alert").getByText("请填写原因").waitFor();
      await inspectPage(page, "setting aside, wrong", "[role=dialog]");
      await dialog.getByLabel("原因").fill("内容是广告。");
      await dialog.getByRole("button", { name: "搁置", exact: true }).click();
      await page.getByText("已搁置 1 件").waitFor();
      await page.getByRole("table", { name: "已搁置的网上提交" }).getByText("内容是广告。").waitFor();
      await page.setViewportSize(PHONE.viewport);
      await inspectPage(page, "intake with what was set aside, phone", "main");
      await page.setViewportSize(DESK.viewport);
      await page.getByRole("button", { name: /^恢复：低价代开/ }).click();
      await page.getByText("已恢复，等待确认").waitFor();
      await page.getByRole("button", { name: /^确认收到：低价代开/ }).click();
      await press(page, "双方已确认");
      await page.getByText("已确认收到，最迟").waitFor();

      await page.goto(consoleAt(`applications/${answered}`));
      await page.getByRole("heading", { name: "申请人、第三方提交的材料" }).waitFor();
      await page.getByText("已提交意见").waitFor();
      await page.getByRole("button", { name: /^查看补正/ }).click();
      await press(page, "查看，并留下记录");
      await page.getByRole("dialog").getByText("需要全部乡镇小学的检查结果。").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^下载补正的附件/ }).click()]);
      expect(file.suggestedFilename()).toBe("名单.txt");
      await press(page, "换发查询码");
      await press(page, "已核对身份，换发");
      expect(await page.locator(".intake-code").last().innerText()).toMatch(/^\d{4} \d{4} \d{4}$/);
      await inspectPage(page, "query code given", "[role=dialog]");
      await close();

      const head = await openPage(DESK);
      await office.signInBrowser(head.page, HEAD);
      await head.page.goto(consoleAt(`applications/${answered}`));
      await head.page.getByRole("link", { name: "转为主动公开" }).first().click();
      await press(head.page, "建立草稿");
      await head.page.getByRole("heading", { name: "修改" }).waitFor();
      await head.page.goto(consoleAt(`applications/${answered}`));
      await head.page.getByRole("link", { name: "再起草一件" }).waitFor();
      await head.close();
    },
  );
});

test("no secret of an applicant or a link stands in the log", () => {
  const log = server.log();
  for (const secret of ["110101199001010015", "申请人甲", "kefu@example.cn", "/opinion?k", "查询码"]) expect(log).not.toContain(secret);
});
