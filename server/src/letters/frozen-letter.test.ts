import { describe, expect, test } from "vitest";
import { readHistory, rebuildProjections, runCommand, verifyLedger } from "../ledger/index.ts";
import { verifyFiles } from "../ledger/verify-files.ts";
import { changeTemplate } from "./change-template.ts";
import { eraseFrozen, eraseLetters } from "./erase-letters.ts";
import { checkCode } from "./freeze-letter.ts";
import { getLetterKind } from "./letter-kinds.ts";
import { openLetter } from "./open-letter.ts";
import { renderLetter } from "./render-letter.ts";
import { verifyLetter, verifyLetterNumber } from "./verify-letter.ts";
import { aLetterOffice, denial, handler, head, registrar } from "./testing.ts";

const { db, files, ledgerOn, aCase, anAssignedCase, sign } = await aLetterOffice();

describe("a frozen letter", () => {
  test("stays as it went out after the organ changed its wording; the next one follows the change", async () => {
    const file = await anAssignedCase();
    await sign(file, denial);
    const before = await file.read("answer.denied.process");
    const kind = getLetterKind("answer.denied.process");
    const { actor } = head;
    const wording = { title: "政府信息不予公开决定书", lines: [...kind.lines, "感谢{称谓}的关注。"] };
    expect(await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor, kind: kind.kind, version: 0, wording })).toEqual({
      ok: true,
      value: { version: 1 },
    });
    expect(await file.read("answer.denied.process")).toBe(before);
    const next = await anAssignedCase();
    await sign(next, denial);
    expect(await next.read("answer.denied.process")).toContain("政府信息不予公开决定书");
    expect(await next.read("answer.denied.process")).toContain("感谢您的关注。");

    const stale = await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor, kind: kind.kind, version: 0, wording: null });
    expect(stale).toMatchObject({ ok: false, refusal: "changed-meanwhile" });
    const holed = { ...wording, lines: wording.lines.filter((line) => !line.includes("{救济途径}")) };
    expect(await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor, kind: kind.kind, version: 1, wording: holed })).toMatchObject(
      {
        ok: false,
        refusal: "template-incomplete",
        refusals: [{ code: "remedy", text: expect.stringContaining("救济途径") }],
      },
    );
    expect(
      await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor: handler.actor, kind: kind.kind, version: 1, wording }),
    ).toMatchObject({ ok: false, refusal: "not-allowed" });
    expect(await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor, kind: kind.kind, version: 1, wording: null })).toMatchObject({
      ok: true,
    });
  });

  test("tells who applied to those who write to the applicant, on record, and masks it for the rest", async () => {
    const file = await aCase();
    expect(await file.read("receipt", registrar)).toContain("申请人甲");
    expect(await file.read("receipt", handler)).toContain("申**：");
    expect(await file.read("receipt", handler)).not.toContain("申请人甲");
    const personId = registrar.actor.kind === "person" ? registrar.actor.personId : "";
    expect((await readHistory(db, 1, { kind: "access", id: personId })).at(-1)).toMatchObject({
      type: "letterOpened",
      payload: { application: file.id },
    });
  });

  test("is verified by its number and code, or by its hash, and by nothing else", async () => {
    const file = await aCase();
    const [letter] = await file.letters();
    if (letter?.number == null || letter.content_sha256 === null) throw new Error("no receipt");
    const code = checkCode(letter.letter_id);
    expect(await file.read("receipt")).toContain(`核验码：${code}`);
    const expected = { agencyName: "云溪县教育局", title: "政府信息公开申请接收回执", number: letter.number, issuedOn: "2026-03-02" };
    expect(
      await verifyLetterNumber(db, {
        number: ` ${letter.number.replace("〔", "[").replace("〕", "]")}`,
        code: code.toLowerCase().replace("-", ""),
      }),
    ).toEqual(expected);
    expect(await verifyLetterNumber(db, { number: letter.number, code: "2222-2222" })).toBeUndefined();
    expect(await verifyLetter(db, letter.content_sha256)).toEqual(expected);
    expect(await verifyLetter(db, "0".repeat(64))).toBeUndefined();
  });

  test("is gone after its time, number and date stay", async () => {
    const file = await aCase();
    const [letter] = await file.letters();
    const frozen = await runCommand(
      ledgerOn("2037-01-04"),
      { command: "retention:erase", agencyId: 1, actor: { kind: "system" } },
      async (turn) => ({
        ok: true,
        value: await eraseLetters(turn, file.id),
      }),
    );
    if (!frozen.ok) throw new Error(frozen.refusal);
    await eraseFrozen(files, frozen.value);
    expect(await file.read("receipt")).toBe("letter-gone");
    expect((await file.letters())[0]?.number).toBe(letter?.number);
    expect((await verifyFiles(db, files)).faults).toEqual([]);
  });

  test("is the same bytes each time it is given out", async () => {
    const file = await aCase();
    const [letter] = await file.letters();
    const call = { agencyId: 1, applicationId: file.id, letterId: letter?.letter_id ?? "", officer: registrar };
    const bytes = async () => {
      const opened = await openLetter(ledgerOn("2026-03-05"), files, call);
      if (!opened.ok) throw new Error(opened.refusal);
      return Buffer.from(await renderLetter(opened.value.doc, "pdf", opened.value.on));
    };
    expect((await bytes()).equals(await bytes())).toBe(true);
  });

  test("leaves a ledger that verifies and projections that a rebuild makes again", async () => {
    const templates = () => db.selectFrom("letter_template").selectAll().orderBy("kind").orderBy("version").execute();
    const live = await templates();
    expect(live.length).toBe(2);
    await rebuildProjections(db, ledgerOn("2026-03-20").projections);
    expect(await templates()).toEqual(live);
    expect((await verifyLedger(db)).faults).toEqual([]);
    expect((await verifyFiles(db, files)).faults).toEqual([]);
  });
});
