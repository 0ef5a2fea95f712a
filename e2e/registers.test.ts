import { readFileSync } from "node:fs";
import { readDocument } from "@gongkai/document/read";
import type { Page } from "@playwright/test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeSheet } from "../server/src/platform/write-sheet.ts";
import { type DemoOffice, demoOffice } from "./citizen-office.ts";
import { type DemoConsole, openDemoConsole } from "./demo-console.ts";
import { inspectPage } from "./inspect-page.ts";

const ORGAN = "yunxi-songlin";
const REGISTRAR = "登记人";
const HEAD = "政府信息公开工作机构负责人";
const START_MILLISECONDS = 180_000;
const HEADINGS = ["编号", "申请人", "收到日期", "申请内容", "答复日期", "答复类型"];
const ROWS = [
  ["2021-0001", "申请人甲", "2021年3月2日", "村级公路养护经费", "2021-03-20", "予以公开"],
  ["2021-0002", "申请人乙", "三月", "农田补贴名册", "", ""],
  ["2021-0003", "申请人丙", "2021-05-06", "危桥改造合同", "2021-05-20", "另案说明"],
];

let demo: DemoConsole;
let office: DemoOffice;
let registrar: Page;
let head: Page;

beforeAll(async () => {
  demo = await openDemoConsole(ORGAN);
  office = demoOffice(demo.address, ORGAN);
  [registrar, head] = await Promise.all([demo.enter(REGISTRAR), demo.enter(HEAD)]);
}, START_MILLISECONDS);

afterAll(() => demo?.close());

const aWorkbook = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
  Buffer.from(writeSheet({ name: "台账", headings: headings.map((text) => ({ text, width: 12 })), rows }));

/** The same with its sheet hidden, as one finds out only by looking into the file. */
function withHiddenSheet(workbook: Uint8Array): Buffer {
  const parts = unzipSync(workbook);
  const book = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  return Buffer.from(zipSync({ ...parts, "xl/workbook.xml": strToU8(book.replace("<sheet ", '<sheet state="hidden" ')) }));
}

async function download(page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe("the registers of the office", () => {
  test("an old register is looked through, its columns and words explained, taken in with its good rows, and taken back", async () => {
    await demo.open(registrar, "register-imports");
    await registrar.getByText("还没有导入过台账。").waitFor();
    await demo.look(registrar, "imports");
    const file = { name: "旧台账.xlsx", mimeType: "application/octet-stream", buffer: aWorkbook(HEADINGS, ROWS) };
    await registrar.getByLabel("台账文件").setInputFiles({ ...file, buffer: Buffer.from("不是台账") });
    await registrar.getByRole("alert").getByText("《旧台账.xlsx》没有读出").waitFor();
    await registrar.getByLabel("台账文件").setInputFiles(file);
    await registrar.getByRole("heading", { name: "导入台账：旧台账.xlsx" }).waitFor();
    await registrar.getByText("可以导入 0 行，有问题不会导入的 3 行").waitFor();
    await registrar.getByLabel("申请人类型一律作为").first().click();
    await inspectPage(registrar, "an open list", "main");
    await registrar.keyboard.press("Escape");
    await demo.choose(registrar, "申请人类型一律作为", "自然人");
    await demo.choose(registrar, "申请方式一律作为", "当面提交");
    await demo.choose(registrar, "“另案说明”", "本机关不掌握");
    await demo.look(registrar, "columns");
    await registrar.getByRole("button", { name: "保存并重新核对" }).click();
    await registrar.getByText("可以导入 2 行，有问题不会导入的 1 行").waitFor();
    await registrar
      .getByRole("row", { name: /第 3 行 收到日期 三月/ })
      .first()
      .waitFor();
    expect(await registrar.getByText("申请人甲").count()).toBe(0);
    await registrar.getByRole("button", { name: "开始导入（2 件）" }).click();
    await registrar.getByRole("dialog").getByRole("button", { name: "开始导入" }).click();
    await registrar.getByText("导入 2 件，未导入 1 行。").waitFor();
    await demo.look(registrar, "imported");
    await registrar.getByRole("button", { name: "撤销导入" }).click();
    await registrar.getByRole("dialog").getByRole("button", { name: "撤销导入" }).click();
    await registrar.getByText("已收回所导入的 2 件。").waitFor();
  });

  test("the list as it is filtered comes as a workbook, and so does the register, with identities only for a reason", async () => {
    await demo.open(registrar, "applications");
    await registrar.getByRole("row").nth(1).waitFor(); // one looks at the list before one takes it home
    const list = await download(registrar, () => registrar.getByRole("button", { name: "导出 xlsx" }).click());
    expect(list.name).toMatch(/^依申请公开.*\.xlsx$/);
    const read = await readDocument(new Uint8Array(list.bytes), { name: list.name });
    expect(read.ok && read.doc.text).toContain("答复期限");
    await demo.open(registrar, "register-imports");
    await registrar.getByLabel("包括申请人信息").check();
    await registrar.getByRole("button", { name: "导出", exact: true }).click();
    await registrar.getByRole("alert").getByText("导出申请人信息应当写明理由。").waitFor();
    await registrar.getByLabel("包括申请人信息").uncheck();
    const register = await download(registrar, () => registrar.getByRole("button", { name: "导出", exact: true }).click());
    expect(register.name).toBe("依申请公开台账.xlsx");
  });

  test("files are put to a case; what is hidden in them is told, what they claim to be is not believed", async () => {
    const { applications } = await office.get<{ applications: { id: string }[] }>(REGISTRAR, "/applications?open=true");
    await demo.open(registrar, `applications/${applications[0]?.id}`);
    await registrar.getByText("还没有附件。").waitFor();
    await registrar.getByRole("button", { name: "上传附件" }).click();
    const mimeType = "application/pdf";
    await registrar.getByLabel("选择文件（可以多选）").setInputFiles([
      { name: "程序.pdf", mimeType, buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]) },
      { name: "检索记录.xlsx", mimeType, buffer: withHiddenSheet(aWorkbook(["系统", "结果"], [["档案系统", "没有"]])) },
    ]);
    await registrar.getByRole("alert").getByText("《程序.pdf》没有上传").waitFor();
    await registrar.getByText("有隐藏内容，请核对").waitFor();
    await demo.look(registrar, "upload", "[role=dialog]");
    await registrar.getByRole("textbox", { name: "说明" }).fill("检索记录");
    await registrar.getByRole("button", { name: "列入案件" }).click();
    await registrar.getByText("1 个文件已列入案件。").waitFor();
    await registrar.getByText("补充附件").waitFor();
    await demo.look(registrar, "case with a file");
    const file = await download(registrar, () => registrar.getByRole("link", { name: "下载 检索记录.xlsx" }).click());
    expect(file.name).toBe("检索记录.xlsx");
  });

  test("what several people asked for is pointed out on the case and proposed for publication", async () => {
    const aRequest = (name: string, idNumber: string) => ({
      channel: "inPerson",
      applicant: { kind: "natural", name, idType: "residentId", idNumber, telephone: "13800000000" },
      request: { title: "松林镇集体土地流转合同", carrier: "paper", delivery: "collect" },
      submittedOn: "2026-11-02",
    });
    await office.post(REGISTRAR, "/applications", aRequest("申请人甲", "11010119900101123X"));
    await office.post(REGISTRAR, "/applications", aRequest("申请人乙", "110101199001011571"));
    const { id } = await office.post<{ id: string }>(REGISTRAR, "/applications", aRequest("申请人甲", "11010119900101123X"));
    await demo.open(registrar, `applications/${id}`);
    await registrar.getByText("可能重复").waitFor();
    await registrar.getByText("另有 1 件申请同一信息，共 2 名申请人").waitFor();
    await demo.look(registrar, "case with hints");
    await demo.open(registrar, "often-asked?least=2");
    await registrar.getByRole("cell", { name: /松林镇集体土地流转合同/ }).waitFor();
    await demo.look(registrar, "often asked");
  });

  test("the organ rewrites a letter with its preview; a part that may not be missing is missed", async () => {
    await demo.open(head, "letter-templates");
    await demo.look(head, "letter templates");
    await head.getByRole("link", { name: "政府信息公开申请补正告知书" }).click();
    const text = head.getByLabel("正文");
    const before = await text.inputValue();
    await text.fill(before.replace("{补正事项}", ""));
    await head.getByText("缺少必备内容“补正事项”").waitFor();
    await head.getByRole("button", { name: "保存为新的一版" }).click();
    await head.getByRole("alert").waitFor();
    await demo.look(head, "wording with a fault");
    await text.fill(before.replace("无正当理由", "请注意：无正当理由"));
    await head.locator(".letter-paper", { hasText: "请注意：无正当理由" }).waitFor();
    await head.getByText("必备内容齐全，可以保存。").waitFor();
    await head.getByRole("button", { name: "保存为新的一版" }).click();
    await head.getByText("已保存为第 1 版").waitFor();
    await head.getByText("历次修改（1 次）").click();
    await demo.look(head, "wording");
    await head.getByRole("button", { name: "恢复程序自带的文本" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "恢复" }).click();
    await head.getByText("已恢复程序自带的文本。").waitFor();
  });

  test("a request to correct one's own record is registered, checked, decided as the check found, and told", async () => {
    await demo.open(registrar, "own-records");
    await demo.look(registrar, "own records, none yet");
    await registrar.getByRole("link", { name: "登记更正申请" }).click();
    await registrar.getByRole("button", { name: "登记", exact: true }).click();
    await registrar.getByRole("alert").getByText("请填写姓名或者名称。").waitFor();
    for (const [label, words] of [
      ["姓名或者名称", "申请人甲"],
      ["证件号码", "11010119900101123X"],
      ["摘要", "低保档案中的家庭人口数"],
      ["要求更正的记录", "低保档案"],
      ["申请人认为不准确的内容", "家庭人口三人"],
      ["证据", "户口簿"],
    ] as const)
      await registrar.getByLabel(label, { exact: true }).fill(words);
    await demo.look(registrar, "own record form");
    await registrar.getByRole("button", { name: "登记", exact: true }).click();
    await registrar.getByRole("heading", { name: /低保档案中的家庭人口数/ }).waitFor();
    const address = registrar.url();
    await registrar.getByRole("button", { name: "核实" }).click();
    await registrar.getByRole("dialog").getByRole("radio", { name: "记录不准确", exact: true }).check();
    await demo.look(registrar, "check", "[role=dialog]");
    await registrar.getByRole("dialog").getByRole("button", { name: "核实" }).click();
    await registrar.getByText("“核实”已办理。").waitFor();
    await head.goto(address);
    await head.getByRole("button", { name: "作出决定" }).click();
    expect(await head.getByLabel(/^予以更正/).isChecked()).toBe(true);
    await head.getByLabel("更正的内容、理由或者说明").fill("家庭人口更正为四人。");
    await head.getByRole("dialog").getByRole("button", { name: "作出决定" }).click();
    await head.getByText("“作出决定”已办理。").waitFor();
    await head.getByRole("button", { name: "查看申请人和请求" }).click();
    await head.getByRole("button", { name: "查看，并留下记录" }).click();
    await head.getByRole("dialog").getByText("家庭人口更正为四人。").waitFor();
    await registrar.reload();
    await registrar.getByRole("button", { name: "告知申请人" }).click();
    await registrar.getByLabel("送达凭证").fill("当面签收");
    await registrar.getByRole("dialog").getByRole("button", { name: "告知申请人" }).click();
    await registrar.getByText("办理完毕").waitFor();
    await demo.look(registrar, "own record");
  });

  test("a standard catalogue is looked through row by row before it is taken in", async () => {
    await demo.open(head, "catalogue");
    await head.getByRole("button", { name: "从表格导入" }).click();
    const headings = ["一级事项", "二级事项", "公开内容（要素）", "公开时限"];
    const rows = [
      ["农村道路", "养护计划", "路段、里程", "7个工作日"],
      ["农村道路", "养护验收", "验收结果", "30个工作日"],
    ];
    const file = { name: "标准目录.xlsx", mimeType: "application/octet-stream", buffer: aWorkbook(headings, rows) };
    await head.getByLabel("表格文件").setInputFiles(file);
    await head.getByText("增加 2 条，更新 0 条，没有变化 0 条，不导入 0 条。").waitFor();
    await head.getByText("第 3 行：公开时限“30个工作日”超过").waitFor();
    await demo.look(head, "catalogue preview", "[role=dialog]");
    await head.getByRole("dialog").getByRole("button", { name: "导入", exact: true }).click();
    await head.getByText("增加 2 条，更新 0 条；1 处有问题").waitFor(); // it is in: the preview said the same without the last words
    await head.getByLabel("表格文件").setInputFiles(file);
    await head.getByText("增加 0 条，更新 0 条，没有变化 2 条，不导入 0 条。").waitFor();
  });

  test("the charts of the year have their figures beside them", async () => {
    await demo.open(head, "figures/statistics");
    await head.getByRole("table", { name: "各承办人的办理情况" }).waitFor();
    await demo.look(head, "statistics");
    await demo.open(head, "figures");
    await head.getByRole("heading", { name: /规章和行政规范性文件/ }).waitFor();
    await demo.look(head, "figures");
  });

  test("nothing on the way broke, and nothing asked for what the content security policy forbids", () => {
    expect(demo.faults).toEqual([]);
  });
});
