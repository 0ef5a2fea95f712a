import { z } from "zod";

/** What was typed: control characters fall away (PostgreSQL cannot hold all of them), and what is beyond `most` letters. */
export const Typed = (most: number) =>
  z
    .string()
    .catch("")
    .default("")
    .transform((text) =>
      text
        .replaceAll(/\p{Cc}+/gu, " ")
        .trim()
        .slice(0, most),
    );

/** A value chosen by a link; what no link can have asked for is left out. */
export const Chosen = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}+$/u)
    .optional()
    .catch(undefined);

const Piece = z.object({ text: z.string(), isMarked: z.boolean() });
const Count = z.object({ value: z.string(), label: z.string(), total: z.int() });

/** What may be asked for; what makes no sense is left out rather than refused, for people change addresses by hand. */
export const SearchQuery = z.object({
  q: Typed(200),
  organ: Chosen(63),
  genre: Chosen(40),
  topic: Chosen(60),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  validity: Chosen(20),
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
