import { actingAs, officerOf } from "../applications/index.ts";
import { readHistories } from "../ledger/index.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import type { CitizenDependencies } from "./dependencies.ts";
import { refuse } from "./office-refusals.ts";
import { presentSuspicions, reasonOf } from "./present-intake.ts";
import { listIntake } from "./queries.ts";
import { grouped } from "./query-code.ts";
import * as schema from "./schema.ts";
import { bringBack, setAside } from "./set-aside.ts";

const BASE = "/api/v1/agencies/:agency";
const CASE = `${BASE}/applications/:application`;
const TAGS = ["依申请公开（申请人一侧）"];
const INTAKE = { config: { audience: "staff", roles: ["registrar", "officeHead"] } } as const;

/** What came in through the internet: confirmed by the act of that name, or set aside here. */
export function intakeRoutes(app: App, { ledger, calendar }: Pick<CitizenDependencies, "ledger" | "calendar">): void {
  const { db } = ledger;

  app.get(
    `${BASE}/intake`,
    {
      ...INTAKE,
      schema: {
        tags: TAGS,
        summary: "网上提交、等待确认的申请",
        description: "可疑的排在后面，已搁置的排在最后，但一件不少。",
        params: schema.IntakeParams,
        response: { 200: schema.IntakeList },
      },
    },
    async (request) => {
      const { agencyId } = officerOf(request);
      const rows = await listIntake(db, agencyId);
      const aside = rows.filter(({ is_set_aside }) => is_set_aside).map(({ application_id }) => application_id);
      const reasons = new Map(
        (await readHistories(db, agencyId, "application", aside)).map((history) => [history[0]?.stream.id, reasonOf(history)]),
      );
      return {
        applications: rows.map((row) => ({
          id: row.application_id,
          receiptNumber: grouped(row.receipt_number),
          summary: row.summary,
          applicantName: row.applicant_name,
          applicantKind: row.applicant_kind,
          submittedOn: row.submitted_on,
          files: row.files ?? 0,
          isSuspected: row.suspicions.length > 0,
          suspicions: presentSuspicions(row.suspicions),
          isSetAside: row.is_set_aside,
          setAsideReason: reasons.get(row.application_id) ?? null,
          version: row.version,
        })),
      };
    },
  );

  app.post(
    `${CASE}/set-aside`,
    {
      ...INTAKE,
      schema: {
        tags: TAGS,
        summary: "搁置不是申请的网上提交",
        description: "不确认、不计数、不删除；申请人看得到原因，补充材料后自动恢复，工作机构随时可以恢复。",
        params: schema.CaseParams,
        body: schema.SetAside,
        response: { 200: schema.IntakeDone },
      },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ["registrar", "officeHead"]);
      const { application: applicationId } = request.params;
      const commandKey = commandKeyOf(request);
      const done = await setAside(ledger, calendar, { agencyId: officer.agencyId, applicationId, officer, commandKey, ...request.body });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.post(
    `${CASE}/bring-back`,
    {
      ...INTAKE,
      schema: {
        tags: TAGS,
        summary: "恢复已搁置的网上提交",
        params: schema.CaseParams,
        body: schema.BringBack,
        response: { 200: schema.IntakeDone },
      },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ["registrar", "officeHead"]);
      const { application: applicationId } = request.params;
      const commandKey = commandKeyOf(request);
      const done = await bringBack(ledger, calendar, { agencyId: officer.agencyId, applicationId, officer, commandKey, ...request.body });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );
}
