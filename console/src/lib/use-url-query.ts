import { useNavigate, useSearch } from "@tanstack/react-router";
import type { z } from "zod";

/**
 * Filters, order and page as they stand in the address, so that a list can be sent to a colleague as a link. What cannot be
 * read falls back to the schema's `catch` values.
 */
export function useUrlQuery<Schema extends z.ZodType<object>>(
  schema: Schema,
): readonly [z.infer<Schema>, (change: Partial<z.infer<Schema>>) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>; // every page has its own
  const navigate = useNavigate();
  const query = schema.parse(search);
  const change = (changes: Partial<z.infer<Schema>>) => {
    const next = Object.entries({ ...search, ...changes }).filter(([, value]) => value !== undefined && value !== null && value !== "");
    void navigate({ to: ".", search: Object.fromEntries(next), replace: true });
  };
  return [query, change];
}
