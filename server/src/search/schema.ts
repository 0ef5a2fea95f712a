import { z } from "zod";

const Piece = z.object({ text: z.string(), isMarked: z.boolean() });
const Count = z.object({ value: z.string(), label: z.string(), total: z.int() });

/** What may be asked for; what makes no sense is left out rather than refused, for people change addresses by hand. */
export const SearchQuery = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  organ: z.string().max(63).optional().catch(undefined),
  genre: z.string().max(40).optional().catch(undefined),
  topic: z.string().max(60).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  validity: z.string().max(20).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const SearchAnswer = z
  .object({
    query: z.string(),
    total: z.int().describe("找到的条数；isCapped 为 true 时为至少"),
    isCapped: z.boolean(),
    page: z.int(),
    pages: z.int(),
    results: z.array(
      z.object({
        id: z.string(),
        organ: z.string().describe("机关代码"),
        organName: z.string(),
        address: z.string(),
        title: z.string(),
        titlePieces: z.array(Piece).readonly(),
        snippet: z.array(Piece).readonly().describe("与检索词有关的一段，isMarked 为命中的词"),
        attachment: z.string().nullable().describe("命中的附件"),
        genre: z.string(),
        topic: z.string().nullable(),
        documentNumber: z.string().nullable(),
        indexNumber: z.string(),
        publishedOn: z.string(),
        normative: z.string().nullable(),
        validity: z.string().nullable(),
      }),
    ),
    facets: z.object({
      organ: z.array(Count),
      genre: z.array(Count),
      topic: z.array(Count),
      year: z.array(Count),
      validity: z.array(Count),
    }),
  })
  .meta({ id: "SearchAnswer" });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
