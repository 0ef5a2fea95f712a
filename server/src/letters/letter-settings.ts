import { z } from "zod";

const Line = (most: number) => z.string().trim().max(most).optional();

/** `settings.letters` of an organ: what its letters say and the law leaves to its place. */
export const LetterSettings = z
  .object({
    reconsiderationBody: Line(100).describe("行政复议机关名称；不填的，按机关类型和上级机关推定"),
    reconsiderationAddress: Line(200).describe("行政复议机关的地址"),
    onlineRemedy: Line(300).describe("网上申请行政复议的渠道（行政复议法第二十二条）"),
    court: Line(100).describe("管辖法院名称"),
    payment: Line(500).describe("缴纳信息处理费的途径和账户"),
  })
  .meta({ id: "LetterSettings" });
export type LetterSettings = z.infer<typeof LetterSettings>;

/** The organ's settings for letters; none when they hold nothing that will do. */
export function letterSettingsOf(settings: unknown): LetterSettings {
  const own = typeof settings === "object" && settings !== null && "letters" in settings ? settings.letters : {};
  const parsed = LetterSettings.safeParse(own);
  return parsed.success ? parsed.data : {};
}
