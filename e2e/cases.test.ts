import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { addDays, plainDate } from "@gongkai/statute";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chooseOption } from "./choose-option.ts";
import { isBuilt } from "./demo-console.ts";
import { inspectPage } from "./inspect-page.ts";
import { launchBrowser, PATIENCE_MILLISECONDS } from "./launch.ts";
import { startDemo } from "./start-demo.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const ORGAN = "yunxi-jiaoyu";
/** Building the console and filling the demonstration take their time on a busy machine. */
const START_MILLISECONDS = 240_000;
const POSTS = { registrar: "登记岗", officeHead: "公开办主任", handler: "承办岗", unitHead: "科室负责人", leader: "分管领导" } as const;
type Post = keyof typeof POSTS;

let server: RunningServer;
let browser: Browser;
let folder: string;
let people: Readonly<Record<Post, Page>>;
/** Of the case this file follows. */
let id = "";
let number = "";
/** What broke in a page or was refused by its content policy. */
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-cases-"));
  [server, browser] = await Promise.all([startDemo(folder), launchBrowser()]);
  const pages = await Promise.all(Object.entries(POSTS).map(async ([post, name]) => [post, await signIn(name)] as const));
  people = Object.fromEntries(pages) as Record<Post, Page>; // one for each of POSTS
}, START_MILLISECONDS);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Ends the server and starts it again where it was, with everybody still signed in. */
async function restart(): Promise<void> {
  const { port } = new URL(server.address);
  await server.stop();
  server = await startServer({ DEMO: "on", DATA_DIR: folder, PORT: port });
  await isBuilt(server.address);
}

/** A browser of its own for a post of the demonstration. */
async function signIn(name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  page.on("pageerror", (fault) => faults.push(`${name}: ${fault.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) faults.push(`${name}: ${message.text()}`);
  });
  const answer = await page.request.get(`${server.address}/api/v1/demo/people`);
  const { people: known } = (await answer.json()) as { people: { id: string; name: string; agencyCode: string }[] };
  const person = known.find(({ agencyCode, name: full }) => agencyCode === ORGAN && full.endsWith(name));
  const signedIn = await page.request.post(`${server.address}/api/v1/demo/session`, { data: { personId: person?.id } });
  expect(signedIn.status(), name).toBe(200);
  return page;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${server.address}/console/agencies/${ORGAN}/${path}`);
  await page.locator("#main h1").first().waitFor({ timeout: 90_000 }); // the first time the console is still being built
}

/** Opens the case, chooses an act, fills its form and waits until it is done. */
async function doAct(post: Post, label: string, fill: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  const page = people[post];
  await open(page, `applications/${id}`);
  await page.getByRole("button", { name: label, exact: true }).click();
  await fill(page);
  await page.getByRole("dialog").getByRole("button", { name: label, exact: true }).click();
  await page.getByText(`“${label}”已办理`).waitFor();
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).first().fill(text);
}

const choose = (page: Page, label: string, option: string) => chooseOption(page.getByRole("combobox", { name: label }).first(), option);

async function pickDate(page: Page, label: string, date: string): Promise<void> {
  await page.getByLabel(label).first().fill(date);
  await page.keyboard.press("Enter");
}

const aText = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });

interface Standing {
  readonly version: number;
  readonly state: string;
  readonly dueOn: string | null;
}

/** Where the case stands, as the server has it. */
async function standing(): Promise<Standing> {
  const answer = await people.registrar.request.get(`${server.address}/api/v1/agencies/${ORGAN}/applications/${id}`);
  return ((await answer.json()) as { application: Standing }).application;
}

/** An act past the pages: what the server says to it. */
async function attempt(
  post: Post,
  act: string,
  body: object,
): Promise<{ readonly status: number; readonly error: string; readonly message: string }> {
  const { request } = people[post];
  const { csrfToken } = (await (await request.get(`${server.address}/api/v1/session`)).json()) as { csrfToken: string };
  const address = `${server.address}/api/v1/agencies/${ORGAN}/applications/${id}/acts/${act}`;
  const answer = await request.post(address, { data: body, headers: { "x-csrf-token": csrfToken } });
  return { ...((await answer.json()) as { error: string; message: string }), status: answer.status() };
}

const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short" });
const today = plainDate(shanghai.format());

describe("an application, from its registration to the figure it makes", { timeout: START_MILLISECONDS }, () => {
  test(
    "a paper application is registered with the keyboard alone, and says its number and due date",
    { timeout: START_MILLISECONDS },
    async () => {
      const page = people.registrar;
      await open(page, "register");
      await page.getByLabel("姓名或者名称").waitFor();
      await page.keyboard.press("Control+Enter");
      await page.getByRole("alert").getByText("请填写姓名或者名称。").waitFor();
      await inspectPage(page, "registration with errors", "main");
      await page.getByLabel("姓名或者名称").focus();
      await page.keyboard.type("申请人甲");
      await page.keyboard.press("Tab"); // type of paper
      await page.keyboard.press("Tab");
      await page.keyboard.type("110105194912310021");
      await page.getByText("校验不符").waitFor(); // a hint, no refusal
      await page.keyboard.press("Tab");
      await page.keyboard.type("0000-0000000");
      await page.getByLabel("所需信息的名称").focus();
      await page.keyboard.type("校车采购合同及验收记录");
      await page.keyboard.press("Control+Enter");
      await page.getByRole("heading", { name: "已登记" }).waitFor();
      number = await page.locator(".registered dd").first().innerText();
      expect(number).toMatch(/^\d{4}-\d{4}$/);
      await page.getByRole("link", { name: "打开这件申请" }).click();
      await page.getByRole("heading", { level: 1, name: number }).waitFor();
      id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
      expect((await standing()).dueOn).not.toBeNull();
    },
  );

  test("is assigned, and its applicant asked to correct it: the clock stops", async () => {
    await doAct("officeHead", "交办", (page) => choose(page, "承办人", "承办岗"));
    await doAct("officeHead", "告知补正", async (page) => {
      await page.getByRole("dialog").getByText("停止计算期限，收到补正后重新计算20个工作日").waitFor();
      await pickDate(page, "补正期限", addDays(today, 14));
      await type(page, "补正事项", "请写明合同的年度。");
      await page.getByRole("button", { name: /^预览/ }).click();
      await page
        .getByRole("region", { name: /补正告知书/ })
        .getByText("请写明合同的年度。")
        .waitFor();
      await inspectPage(page, "an act with its letter", "[role=dialog]");
    });
    expect((await standing()).state).toBe("awaitingCorrection");
    await doAct("registrar", "登记补正");
    expect((await standing()).state).toBe("handling");
  });

  test("an act of another's, at a wrong time or a second time is refused, says why and changes nothing", async () => {
    const { version } = await standing();
    const letter = { correctionItems: "再补一次" };
    const refused = [
      await attempt("handler", "extend", { version, days: 10, reason: "调档" }),
      await attempt("registrar", "serve", { version, deliveryWay: "post", proof: "挂号" }),
      await attempt("officeHead", "askCorrection", { version, correctBy: addDays(today, 14), reason: "再补一次", letter }),
      await attempt("officeHead", "extend", { version: version - 1, days: 10, reason: "调档" }),
    ];
    expect(refused.map(({ status, error }) => [status, error])).toEqual([
      [403, "not-allowed"],
      [409, "not-decided"],
      [409, "correction-twice"],
      [409, "changed-meanwhile"],
    ]);
    for (const { message } of refused) expect(message).toMatch(/[一-龥]+。$/);
    expect((await standing()).version).toBe(version);
    const page = people.handler;
    await open(page, `applications/${id}`);
    await page.getByText(/^不能办理的事项和原因/).click();
    await page.locator(".shut-acts").getByText("由政府信息公开工作机构负责人办理。").first().waitFor();
    expect(await page.getByRole("button", { name: "延长答复期限", exact: true }).count()).toBe(0);
  });

  test("a third party is consulted; who comes late finds what was typed, sees the news and may submit again", async () => {
    await doAct("officeHead", "征求第三方意见", async (page) => {
      await type(page, "征求谁的意见", "某校车供应商");
      await type(page, "涉及信息", "合同中的报价明细");
      await type(page, "可能的损害", "涉及商业秘密");
    });
    const head = people.officeHead;
    await head.getByRole("button", { name: "延长答复期限", exact: true }).click();
    await type(head, "延长的工作日", "10");
    await type(head, "延长的理由", "需要核对多年的合同");
    await doAct("registrar", "登记意见", (page) => choose(page, "对方的意见", "不同意公开"));
    const before = await standing();
    const dialog = head.getByRole("dialog");
    await dialog.getByRole("button", { name: "延长答复期限", exact: true }).click();
    await dialog.getByText("您填写的内容都还在").waitFor();
    await dialog
      .getByText(/收到意见/)
      .first()
      .waitFor();
    expect(await head.getByLabel("延长的理由").inputValue()).toBe("需要核对多年的合同");
    expect((await standing()).version).toBe(before.version);
    await dialog.getByRole("button", { name: "仍然延长答复期限" }).click();
    await head.getByText("“延长答复期限”已办理").waitFor();
    expect((await standing()).dueOn ?? "").not.toBe(before.dueOn);
  });

  test("the answer's outcome fixes letter, article, remedy and row; it goes through the chain and is signed", async () => {
    const page = people.handler;
    await open(page, `applications/${id}`);
    await page.getByRole("link", { name: "拟写答复" }).click();
    await choose(page, "答复类型", "部分公开");
    await page
      .locator(".fixed")
      .getByText(/部分公开告知书/)
      .waitFor();
    await page
      .locator(".fixed")
      .getByText(/先申请行政复议/)
      .waitFor();
    await type(page, "引用的条款", "第三十七条、第十五条");
    await type(page, "公开内容", "合同正文和验收记录");
    await type(page, "不予公开内容", "报价明细");
    await page.getByLabel("理由", { exact: true }).fill("报价明细属于第三方商业秘密，第三方不同意公开。");
    await type(page, "提供说明", "以纸质形式邮寄提供");
    await page.locator("input[type=file]").first().setInputFiles(aText("校车采购合同.txt", "合同正文，报价明细已经删除"));
    await page.getByRole("list", { name: "提供给申请人的政府信息" }).getByText("校车采购合同.txt").waitFor();
    expect(await page.getByLabel(/^附件/).first().inputValue()).toBe("《校车采购合同》"); // the letter names what comes with it
    await page.getByText("内容齐全，可以办理。").waitFor();
    await page.getByText("办理材料", { exact: true }).click();
    await page.locator("input[type=file]").last().setInputFiles(aText("检索记录.txt", "在公文系统中检索到合同一份"));
    await page.getByRole("list", { name: "办理材料" }).getByText("检索记录.txt").waitFor();
    await inspectPage(page, "the answer being written", "main");
    await page.getByRole("button", { name: "保存草稿" }).click();
    await page.getByText("草稿已保存，所选的 2 个文件一并保存。").waitFor();
    // The head of the unit goes on where the handler stopped, files and all, even after the server was started anew.
    await restart();
    const other = people.unitHead;
    await open(other, `applications/${id}/reply`);
    const [kept] = await Promise.all([
      other.waitForEvent("download"),
      other.getByRole("list", { name: "提供给申请人的政府信息" }).getByRole("link", { name: "校车采购合同.txt" }).click(),
    ]);
    expect(readFileSync(await kept.path(), "utf8")).toBe("合同正文，报价明细已经删除");
    await other.getByRole("list", { name: "办理材料" }).getByText("检索记录.txt").waitFor();
    await other.getByRole("button", { name: "移除 检索记录.txt" }).click();
    await other.getByRole("button", { name: "保存草稿" }).click();
    await other.getByText("草稿已保存，所选的 1 个文件一并保存。").waitFor();
    await open(page, `applications/${id}/reply`);
    await page.getByRole("list", { name: "提供给申请人的政府信息" }).getByText("校车采购合同.txt").waitFor();
    expect(await page.getByText("检索记录.txt").count()).toBe(0);
    expect(await page.getByLabel("引用的条款").inputValue()).toBe("第三十七条、第十五条");
    await page.getByRole("button", { name: "送审" }).click();
    await page.getByRole("heading", { name: "审核" }).waitFor();
    for (const post of ["unitHead", "officeHead"] as const) {
      await open(people[post], `applications/${id}`);
      await people[post]
        .getByRole("list", { name: /^答复送达后提供给申请人的文件/ })
        .getByText("校车采购合同.txt")
        .waitFor();
      expect(await people[post].getByRole("button", { name: "签发答复", exact: true }).count()).toBe(0);
      await people[post].getByLabel("审核意见").fill("同意。");
      await people[post].getByRole("button", { name: /^同意，送/ }).click();
      await people[post]
        .locator("section", { has: people[post].locator(".review-steps") })
        .getByText(/^现由/)
        .waitFor();
    }
    await doAct("leader", "签发答复", (leader) => leader.getByLabel("已加盖印章").check());
    expect((await standing()).state).toBe("decided");
    await doAct("registrar", "送达", async (registrar) => {
      await type(registrar, "送达凭证", "挂号单 0001");
      const dialog = registrar.getByRole("dialog");
      await dialog.getByRole("list", { name: "随答复送达的文件" }).getByText("校车采购合同.txt").waitFor();
      await dialog.locator("input[type=file]").setInputFiles(aText("挂号信回执.txt", "0001"));
      await dialog.getByText("没有发现隐藏内容").waitFor();
      await inspectPage(registrar, "serving with files", "[role=dialog]");
    });
  });

  test("its applicant finds on the progress page what was released, and nothing else of the case file", async () => {
    const { request } = people.registrar;
    const { csrfToken } = (await (await request.get(`${server.address}/api/v1/session`)).json()) as { csrfToken: string };
    const given = await request.post(`${server.address}/api/v1/agencies/${ORGAN}/applications/${id}/access`, {
      headers: { "x-csrf-token": csrfToken },
    });
    const { receiptNumber, code } = (await given.json()) as { receiptNumber: string; code: string };
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.address}/progress`);
    await page.getByLabel("回执号").fill(receiptNumber);
    await page.getByLabel("查询码").fill(code);
    await page.getByRole("button", { name: "查询", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("region", { name: "提供给您的政府信息" }).getByRole("link", { name: "校车采购合同.txt" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("校车采购合同.txt");
    expect(await page.getByText("挂号信回执").count()).toBe(0);
    await context.close();
  });

  test("its letters can be taken home", async () => {
    const page = people.registrar;
    await page
      .getByRole("row", { name: /校车采购合同/ })
      .getByText("已提供给申请人")
      .waitFor();
    const [archive] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "案卷目录 xlsx" }).click()]);
    expect(archive.suggestedFilename()).toBe("案卷目录.xlsx");
    const row = page.getByRole("row").filter({ hasText: "部分公开告知书" });
    const [download] = await Promise.all([page.waitForEvent("download"), row.getByRole("link", { name: /PDF$/ }).click()]);
    expect(download.suggestedFilename()).toMatch(/部分公开告知书.*\.pdf$/);
    await page.getByRole("button", { name: "另拟文书" }).click();
    await choose(page, "文书种类", "政府信息公开申请登记表");
    await page.getByRole("dialog").getByRole("button", { name: "保存草稿" }).click();
    const removal = page.getByRole("button", { name: "删除草稿 政府信息公开申请登记表" });
    await removal.click();
    await inspectPage(page, "removing a draft", "[role=dialog]");
    await page.getByRole("dialog").getByRole("button", { name: "删除草稿" }).click();
    await removal.waitFor({ state: "detached" });
  });

  test("the applicant's data opens after a warning that it is recorded", async () => {
    const page = people.registrar;
    await page.getByRole("button", { name: "查看申请人信息" }).click();
    await page
      .getByRole("dialog")
      .getByText(/会记入审计/)
      .waitFor();
    expect(await page.getByText("110105194912310021").count()).toBe(0);
    await page.getByRole("button", { name: "查看，并留下记录" }).click();
    await page.getByRole("dialog").getByText("110105194912310021").waitFor();
    await page.getByRole("dialog").locator(".ant-modal-close").click();
  });

  test("a reconsideration orders a new answer: the case is open again and the cell of table 4 leads to it", async () => {
    const page = people.officeHead;
    await open(page, `applications/${id}`);
    await page.getByRole("button", { name: "登记复议诉讼" }).click();
    await type(page, "复议机关或者人民法院", "云溪县人民政府");
    await page.getByRole("dialog").getByRole("button", { name: "登记", exact: true }).click();
    await page.getByRole("button", { name: "登记结果" }).click();
    await choose(page, "结果", "责令履行");
    await page.getByLabel("责令本机关重新答复").check();
    await page.getByRole("dialog").getByText("所涉申请重新办理").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "登记结果" }).click();
    await page.locator(".case-head").getByText("被责令重新答复").waitFor();
    await open(page, "figures");
    await page.getByRole("link", { name: /行政复议.*结果纠正：[1-9]\d*，查看案件/ }).click(); // others of the demonstration may stand beside it
    await page.getByText(/共 [1-9]\d* 件/).waitFor();
    await page.getByRole("link", { name: number }).click();
    await page.getByRole("heading", { level: 1, name: number }).waitFor();
  });
});

test.each([1366, 360])(
  "list, case, registration and figures are within reach of everybody at %d px",
  { timeout: 180_000 },
  async (width) => {
    const page = people.officeHead;
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["applications", `applications/${id}`, "figures", "figures/statistics", "due-calendar", "remedies"]) {
      await open(page, path);
      await page.waitForLoadState("networkidle");
      await inspectPage(page, `${path} at ${width}`, "main");
    }
    await people.registrar.setViewportSize({ width, height: 800 });
    await open(people.registrar, "register");
    await inspectPage(people.registrar, `registration at ${width}`, "main");
  },
);

test("nothing broke in any of these pages", () => {
  expect(faults).toEqual([]);
});
