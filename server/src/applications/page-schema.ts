import { ACT_NAMES } from "@gongkai/statute";
import { z } from "zod";
import { InformationRequest, ListedApplication } from "./schema.ts";

const NullableDay = z.string().nullable();

/** A file that goes to the applicant with the answer. */
export const ReleasedFile = z
  .object({
    sha256: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    findings: z.array(z.object({ rule: z.string(), message: z.string() })).readonly(),
    stage: z.enum(["returned", "drafted", "signed", "served"]).describe("served：已送达，申请人可以下载；returned：随退回的答复稿"),
  })
  .meta({ id: "ReleasedFile" });
export type ReleasedFile = z.infer<typeof ReleasedFile>;

const Remark = z.object({ code: z.string(), text: z.string(), cites: z.string() });

export const OfferedAct = z
  .object({
    act: z.enum(ACT_NAMES),
    label: z.string(),
    by: z.array(z.string()).readonly(),
    mayDo: z.boolean().describe("本人现在可以办理"),
    whyNot: z.string().nullable().describe("不能办理的原因"),
    warnings: z.array(Remark).readonly(),
    cites: z.string(),
    consequence: z.string().describe("办理后对期限的影响"),
  })
  .meta({ id: "OfferedAct" });
export type OfferedAct = z.infer<typeof OfferedAct>;

export const TimelineEntry = z
  .object({
    sequence: z.int(),
    version: z.int(),
    type: z.string(),
    label: z.string(),
    on: z.string(),
    recordedAt: z.string(),
    actor: z.string().describe("办理人及其岗位；公众为“申请人”，系统为“系统”"),
    details: z.array(z.object({ label: z.string(), value: z.string() })).readonly(),
    documents: z.array(z.string()).readonly(),
    hash: z.string().describe("该记录在本机关账本中的哈希值"),
  })
  .meta({ id: "TimelineEntry" });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** What the organ's other cases tell of an application. */
export const Detected = z
  .object({
    repeated: z
      .object({ count: z.int(), firstNumber: z.string().nullable() })
      .describe("同一申请人对同一信息的其他申请（条例第三十六条第六项）"),
    askedByOthers: z.object({ count: z.int(), applicants: z.int() }).describe("其他申请人对同一信息的申请，以及申请人总数"),
    mass: z
      .object({
        month: z.string().describe("自然月，如 2026-03"),
        inMonth: z.int().describe("同一申请人该月的申请件数"),
        place: z.int().describe("本件是该月的第几件"),
        inYear: z.int().describe("同一申请人一年内的申请件数"),
        itemFee: z.int().describe("按件计收的，本件的信息处理费，元"),
        monthFee: z.int().describe("按件计收的，该月累计的信息处理费，元"),
        scheme: z.string(),
        cites: z.string(),
      })
      .describe("大量申请（条例第三十五条、第四十二条）"),
  })
  .meta({ id: "Detected" });
export type Detected = z.infer<typeof Detected>;

export const ApplicationPage = z
  .object({
    application: ListedApplication,
    request: InformationRequest.extend({ isErased: z.boolean() }),
    clock: z.object({
      usedDays: z.int(),
      leftDays: z.int().nullable(),
      overdue: z.boolean(),
      because: z.array(z.object({ rule: z.string(), cites: z.string(), text: z.string() })).readonly(),
      days: z
        .array(z.object({ date: z.string(), counts: z.boolean(), reason: z.string() }))
        .readonly()
        .describe("期限内的每一天及计入或者不计入的原因"),
      irregularities: z.array(z.string()).readonly(),
    }),
    consultations: z
      .array(
        z.object({
          id: z.string(),
          with: z.enum(["thirdParty", "organ"]),
          sentOn: z.string(),
          limitOn: NullableDay,
          endedOn: NullableDay,
          position: z.string().nullable(),
        }),
      )
      .readonly(),
    review: z
      .object({ chain: z.array(z.string()).readonly(), step: z.int(), mayReview: z.boolean(), whyNot: z.string().nullable() })
      .nullable(),
    acts: z.array(OfferedAct).readonly(),
    timeline: z.array(TimelineEntry).readonly(),
    released: z.array(ReleasedFile).readonly().describe("随答复提供给申请人的文件"),
    similar: z.array(ListedApplication).readonly().describe("相似的以往申请"),
    duplicates: z.array(ListedApplication).readonly().describe("同一申请人或者多名申请人对同一信息的申请"),
    applicantCount: z.int().describe("同一申请人本月提出的申请件数"),
    detected: Detected,
  })
  .meta({ id: "ApplicationPage" });
export type ApplicationPage = z.infer<typeof ApplicationPage>;

/** Answer of an act: where the case stands now. */
export const ActDone = z
  .object({
    id: z.uuid(),
    version: z.int(),
    number: z.string().nullable(),
    state: z.string(),
    dueOn: NullableDay,
    warnings: z.array(Remark).readonly(),
    letters: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string().nullable() })).readonly(),
  })
  .meta({ id: "ActDone" });
export type ActDone = z.infer<typeof ActDone>;
