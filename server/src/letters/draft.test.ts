import { describe, expect, test } from "vitest";
import { openDraftFields } from "./draft-fields.ts";
import { previewLetter } from "./preview-letter.ts";
import { findLetter } from "./queries.ts";
import { saveLetterDraft } from "./save-draft.ts";
import { aLetterOffice, denial, handler, KEYS, unitHead } from "./testing.ts";

const { db, services, ledgerOn, anAssignedCase, sign } = await aLetterOffice();

describe("a draft", () => {
  test("goes through review and out, what was typed and all", async () => {
    const file = await anAssignedCase();
    const own = { agencyId: 1, applicationId: file.id, kind: "answer.denied.process" };
    const saved = await saveLetterDraft(ledgerOn("2026-03-09"), {
      ...own,
      officer: handler,
      version: 0,
      fields: { reason: "正式的理由", remark: "另行说明" },
    });
    if (!saved.ok) throw new Error(saved.refusal);
    const { id: letterId } = saved.value;
    expect(await sign(file, { ...denial, letterId })).toMatchObject({ ok: true, value: { letters: [{ id: letterId }] } });
    const text = await file.read("answer.denied.process");
    expect(text).toContain("理由如下：正式的理由。");
    expect(text).toContain("另行说明");
    expect(await saveLetterDraft(ledgerOn("2026-03-14"), { ...own, officer: handler, letterId, version: 2, fields: {} })).toMatchObject({
      ok: false,
      refusal: "letter-issued",
    });
  });

  test("tells the second of two people at it, and keeps the first one's words", async () => {
    const file = await anAssignedCase();
    const own = { agencyId: 1, applicationId: file.id, kind: "answer.granted" };
    const saved = await saveLetterDraft(ledgerOn("2026-03-09"), { ...own, officer: handler, version: 0, fields: {} });
    if (!saved.ok) throw new Error(saved.refusal);
    const letterId = saved.value.id;
    await saveLetterDraft(ledgerOn("2026-03-09"), { ...own, officer: handler, letterId, version: 1, fields: { remark: "甲" } });
    expect(
      await saveLetterDraft(ledgerOn("2026-03-09"), { ...own, officer: unitHead, letterId, version: 1, fields: { remark: "乙" } }),
    ).toMatchObject({ ok: false, refusal: "changed-meanwhile" });
    const row = await findLetter(db, 1, letterId);
    expect(row && (await openDraftFields(db, KEYS, row))).toEqual({ remark: "甲" });
    expect(JSON.stringify(row)).not.toContain("甲");
  });

  test("in review is changed only by whoever has it before them", async () => {
    const file = await anAssignedCase();
    const own = { agencyId: 1, applicationId: file.id, kind: "answer.granted" };
    const saved = await saveLetterDraft(ledgerOn("2026-03-09"), { ...own, officer: handler, version: 0, fields: {} });
    if (!saved.ok) throw new Error(saved.refusal);
    const letterId = saved.value.id;
    await file.act("2026-03-10", handler, "draftReply", { outcome: "granted", article: "第三十六条第二项", letterId });
    expect(await saveLetterDraft(ledgerOn("2026-03-10"), { ...own, officer: handler, letterId, version: 1, fields: {} })).toMatchObject({
      ok: false,
      refusal: "letter-in-review",
    });
    expect(await saveLetterDraft(ledgerOn("2026-03-10"), { ...own, officer: unitHead, letterId, version: 1, fields: {} })).toMatchObject({
      ok: true,
    });
  });

  test("of another outcome than the act's is refused", async () => {
    const file = await anAssignedCase();
    const saved = await saveLetterDraft(ledgerOn("2026-03-09"), {
      agencyId: 1,
      applicationId: file.id,
      kind: "answer.granted",
      officer: handler,
      version: 0,
      fields: {},
    });
    if (!saved.ok) throw new Error(saved.refusal);
    expect(await file.act("2026-03-10", handler, "draftReply", { ...denial, letterId: saved.value.id })).toMatchObject({
      ok: false,
      refusal: "letter-mismatch",
    });
  });

  test("is shown as it would go out, with the applicant masked and what it lacks", async () => {
    const file = await anAssignedCase();
    const call = { agencyId: 1, applicationId: file.id, today: "2026-03-16" as never, calendar: services.calendar };
    const preview = await previewLetter({ db }, { ...call, kind: "extension", fields: { days: "20", reason: "需要<检索>" } });
    expect(preview).toMatchObject({ ok: true, value: { issues: [], consequences: null } });
    expect(preview.ok && preview.value.html).toContain("2026年4月28日");
    expect(preview.ok && preview.value.html).toContain("需要&lt;检索&gt;");
    expect(preview.ok && preview.value.html).not.toContain("申请人甲");
    const form = await previewLetter({ db }, { ...call, kind: "consultThirdParty", fields: {} });
    expect(form.ok && form.value.html).toContain('<col width="');
    expect(form.ok && form.value.html).not.toContain("style="); // the console's content policy would refuse it
    const answer = await previewLetter({ db }, { ...call, kind: "answer.denied.thirdParty", fields: {} });
    expect(answer).toMatchObject({
      ok: true,
      value: { issues: [{ code: "reason" }], consequences: { remedy: "reconsiderFirst", row: "denied.thirdParty" } },
    });
  });
});
