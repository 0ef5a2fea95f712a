import { isPlainDate, plainDate } from "@gongkai/statute";
import { z } from "zod";

const ONE_LINE = /^\P{Cc}*$/u;
export const Line = (most: number) => z.string().trim().max(most).regex(ONE_LINE);
export const NeededLine = (most: number) => z.string().trim().min(1).max(most).regex(ONE_LINE);
export const Text = (most: number) => z.string().trim().max(most);
export const NeededText = (most: number) => z.string().trim().min(1).max(most);
export const Day = z
  .string()
  .refine(isPlainDate)
  .transform((text) => plainDate(text));
export const Version = z.int().min(1).describe("修改前看到的版本号；已被他人修改的，答复 409 changed-meanwhile");
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Instant = z.iso.datetime();

export const NullableDay = z.string().nullable();
