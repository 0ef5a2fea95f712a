import { REMEDIES } from "@gongkai/statute";
import { z } from "zod";

/** Filters of the list as they stand in the address; `year` and `result` name a cell of table 4. */
export const RemedyFilter = z.object({
  kind: z.enum(REMEDIES).optional().catch(undefined),
  open: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  year: z.coerce.number().int().optional().catch(undefined),
  result: z.enum(["upheld", "corrected", "other", "pending", "total"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
});
export type RemedyFilter = z.infer<typeof RemedyFilter>;
