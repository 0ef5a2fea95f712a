import { z } from "zod";

/** What a caller is told when there is no answer; the shape of `problems.ts`. */
export const Problem = z
  .object({
    status: z.int(),
    error: z.string().describe("程序据以判断的代码，不会改变"),
    message: z.string().describe("给人看的说明"),
    requestId: z.string().describe("可以告诉管理员的编号"),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    retryAt: z.string().optional().describe("何时起可以再试，UTC"),
  })
  .meta({ id: "Problem", description: "未能办理的原因" });
export type Problem = z.infer<typeof Problem>;

/** Done, and there is nothing to tell (204). */
export const Nothing = z.null().describe("已办理，没有内容");
