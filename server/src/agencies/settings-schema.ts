import { z } from "zod";

const Line = (most: number) => z.string().trim().max(most);

/** Who may stand in a review chain. */
export const REVIEWER_ROLES = ["unitHead", "officeHead", "secrecyReviewer", "legalReviewer", "leader"] as const;
export type ReviewerRole = (typeof REVIEWER_ROLES)[number];

const Chain = z.array(z.enum(REVIEWER_ROLES)).min(2).max(5).describe("审核程序：二至五步，最后一步签发；同一人不能审两步").readonly();

/** Text with {issuer}, {year}, {month}, {node} and exactly one {serial:N}, N digits. */
const INDEX_TEMPLATE = /^(?:[^{}]|\{(?:issuer|year|month|node)\})*\{serial:[1-9]\}(?:[^{}]|\{(?:issuer|year|month|node)\})*$/;

/** One line of the list of misprints and titles. A line whose two sides are equal takes one of the program's own away. */
export const MisprintLine = z
  .strictObject({
    wrong: Line(40).min(1),
    right: Line(40).min(1),
    kind: z.enum(["misprint", "title"]),
    except: z.array(Line(40).min(1)).max(30).readonly().optional().describe("其中含有它却是对的词，如“自己经”"),
  })
  .meta({ id: "MisprintLine" });

/** What the organ's letters say and the law leaves to its place. */
export const LetterSettings = z
  .strictObject({
    reconsiderationBody: Line(100).optional().describe("行政复议机关名称；不填的，按机关类型和上级机关推定"),
    reconsiderationAddress: Line(200).optional().describe("行政复议机关的地址"),
    onlineRemedy: Line(300).optional().describe("网上申请行政复议的渠道（行政复议法第二十二条）"),
    court: Line(100).optional().describe("管辖法院名称"),
    payment: Line(500).optional().describe("缴纳信息处理费的途径和账户"),
  })
  .meta({ id: "LetterSettings" });
export type LetterSettings = z.infer<typeof LetterSettings>;

/** Working days an answer to a request under Art. 41 may take at most; the law names none, so never longer than an answer. */
export const MOST_OWN_RECORD_DAYS = 20;

/** What an organ configures; whatever is left out is as usual. */
export const AgencySettings = z
  .strictObject({
    reviewChain: Chain.optional().describe("依申请公开答复的审核程序"),
    itemReviewChain: Chain.optional().describe("主动公开信息的审核程序"),
    indexNumber: z
      .strictObject({
        template: Line(60).regex(INDEX_TEMPLATE).optional().describe("索引号格式，如 {issuer}/{year}-{serial:5}"),
        issuer: Line(40).optional().describe("索引号中的机关代码，如统一社会信用代码"),
      })
      .optional(),
    misprints: z.array(MisprintLine).max(500).readonly().optional().describe("错别字和称谓词表"),
    letters: LetterSettings.optional(),
    oftenAsked: z.int().min(2).max(100).optional().describe("多少个申请人申请同一信息时提示（条例第四十四条）"),
    ownRecordDays: z.int().min(1).max(MOST_OWN_RECORD_DAYS).optional().describe("更正本人信息的办理期限，工作日"),
  })
  .meta({ id: "AgencySettings", description: "机关自己的设置" });
export type AgencySettings = z.infer<typeof AgencySettings>;

const { shape } = AgencySettings;
/** Each part for itself, so that one that will not do any more takes none of the others with it. */
const Kept = z.object({
  reviewChain: shape.reviewChain.catch(undefined),
  itemReviewChain: shape.itemReviewChain.catch(undefined),
  indexNumber: shape.indexNumber.catch(undefined),
  misprints: shape.misprints.catch(undefined),
  letters: shape.letters.catch(undefined),
  oftenAsked: shape.oftenAsked.catch(undefined),
  ownRecordDays: shape.ownRecordDays.catch(undefined),
});

/** The settings as they are kept with the organ. */
export function settingsOf(kept: unknown): AgencySettings {
  const { data } = Kept.safeParse(kept);
  return data ?? {};
}
