import { plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { signInAs } from "../accounts/testing.ts";
import { readHistory } from "../ledger/index.ts";
import { keepRetention } from "./index.ts";
import { valueOf } from "./testing.ts";
import { aCitizenOffice } from "./testing-office.ts";

const { db, clock, ledger, region, files, app, ORGAN, visitor, apply, caseOf, act } = await aCitizenOffice();

describe("a case", () => {
  test("is followed, corrected, paid for and withdrawn by its applicant, who sees why each date is what it is", async () => {
    const who = visitor();
    const { number, code } = await apply(who);
    const id = await caseOf(number);
    expect((await who.post("/progress", { number, code: code.replaceAll(" ", "") })).to).toBe("/progress/case");
    expect((await who.get("/progress/case")).text).toContain("等待工作机构与您确认");
    await act(id, "confirm", "registrar");
    await act(id, "register", "registrar");
    await act(id, "assign", "officeHead", { handlerId: region.staff.handler.id });
    await act(id, "askCorrection", "officeHead", { reason: "请写明是哪些学校。", correctBy: plainDate("2026-03-20") });
    const asked = (await who.get("/progress/case")).text;
    for (const words of ["需要您补正", "最迟2026年3月20日", "请写明是哪些学校。", "补正期间停止计算答复期限"])
      expect(asked).toContain(words);

    const form = (await who.get("/progress/case/correction")).text;
    const fields = { token: valueOf(form, "token"), key: valueOf(form, "key"), version: valueOf(form, "version"), text: "要乡镇小学的。" };
    expect((await who.post("/progress/case/correction", { ...fields, text: "" })).text).toContain("请填写内容");
    const twice = [
      await who.upload("/progress/case/correction", fields, [{ name: "名单.txt", bytes: "名单" }]),
      await who.post("/progress/case/correction", fields),
    ];
    expect(twice[0]?.to).toBe("/progress/case?done=correction");
    const history = await readHistory(db, region.bureau.id, { kind: "application", id });
    expect(history.filter(({ type }) => type === "corrected")).toHaveLength(1);
    expect(JSON.stringify(history.map(({ payload }) => payload))).not.toContain("乡镇小学");
    const corrected = (await who.get("/progress/case")).text;
    for (const words of ["正在办理", "最迟答复", "重新计算20个工作日"]) expect(corrected).toContain(words);

    await act(id, "noticeFee", "officeHead", { amount: 380, receivedOn: plainDate("2026-03-02") });
    const fee = (await who.get("/progress/case/payment")).text;
    expect(
      (
        await who.post("/progress/case/payment", {
          token: valueOf(fee, "token"),
          key: valueOf(fee, "key"),
          version: valueOf(fee, "version"),
          text: "已缴",
        })
      ).to,
    ).toContain("done=payment");
    await act(id, "recordPayment", "cashier");
    const leave = (await who.get("/progress/case/withdrawal")).text;
    const sure = { token: valueOf(leave, "token"), key: valueOf(leave, "key"), version: valueOf(leave, "version"), text: "" };
    expect((await who.post("/progress/case/withdrawal", sure)).text).toContain("请勾选");
    expect((await who.post("/progress/case/withdrawal", { ...sure, sure: "on" })).to).toContain("done=withdrawal");
    expect((await who.get("/progress/case")).text).toContain("您已撤回申请");
    const notices = await db.selectFrom("citizen_notice").select("kind").where("application_id", "=", id).orderBy("created_at").execute();
    expect(notices.map(({ kind }) => kind).toSorted()).toEqual(["askCorrection", "confirm", "noticeFee", "register"]);

    await keepRetention({ ledger, files, settings: { setAsideMonths: 12 } });
    expect((await who.get("/progress/case")).status).toBe(200);
    clock.moveMinutes(11 * 366 * 24 * 60);
    expect(await keepRetention({ ledger, files, settings: { setAsideMonths: 12 } })).toMatchObject({ cases: expect.any(Number) });
    const asked2 = await db
      .selectFrom("application_request")
      .select(["title", "erased_at"])
      .where("application_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(asked2.title).toBe("");
    expect((await readHistory(db, region.bureau.id, { kind: "application", id })).at(-1)?.type).toBe("anonymised");
    const kept = await db.selectFrom("citizen_file").selectAll().where("application_id", "=", id).execute();
    for (const { sha256, erased_at } of kept) expect([erased_at === null, await files.find(sha256)]).toEqual([false, undefined]);
    expect(await db.selectFrom("application_draft").select("draft_id").execute()).toEqual([]);
  });

  test("takes the opinion of a third party once, through its link, which tells nothing of the applicant", async () => {
    const { number } = await apply(visitor());
    const id = await caseOf(number);
    await act(id, "confirm", "registrar");
    await act(id, "register", "registrar");
    await act(id, "assign", "officeHead", { handlerId: region.staff.handler.id });
    const headers = await signInAs(ledger, region.staff.officeHead);
    const link = (consultation: string) =>
      app.inject({
        method: "POST",
        url: `/api/v1/agencies/${ORGAN}/applications/${id}/consultations/${consultation}/link`,
        headers,
        payload: { about: "检查报告第三部分", why: "可能涉及商业秘密" },
      });
    expect((await link("1")).statusCode).toBe(404);
    await act(id, "consultThirdParty", "officeHead", { consulted: "云溪县某建筑公司" });
    const former = (await link("1")).json<{ url: string }>().url;
    const { url } = (await link("1")).json<{ url: string }>();
    const third = visitor();
    const path = (whole: string) => whole.slice(whole.indexOf("/opinion"));
    expect((await third.get(path(former))).status).toBe(410);
    expect((await third.get(path(url))).to).toBe("/opinion/form");
    const page = await third.get("/opinion/form");
    expect(page.text).toContain("检查报告第三部分");
    expect(page.text).not.toContain("申请人甲");
    const token = valueOf(page.text, "token");
    expect((await third.post("/opinion/form", { token, position: "object", text: "" })).text).toContain("请写明理由");
    expect((await third.post("/opinion/form", { token, position: "object", text: "涉及工艺参数" })).text).toContain("意见已经提交");
    expect((await third.get(path(url))).text).toContain("意见已经提交");
    const history = await readHistory(db, region.bureau.id, { kind: "application", id });
    expect(history.at(-1)).toMatchObject({ type: "opinionReceived", payload: { position: "object" } });
    expect(JSON.stringify(history.map(({ payload }) => payload))).not.toMatch(/工艺|建筑公司|第三部分/);
  });
});
