import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";

const Published = z.object({ hash: z.string() });

/** Address of an item's page in the portal. */
export function publicAddress(agency: string, item: string): string {
  return `/organs/${agency}/items/${item}`;
}

/** What the public page says of itself; null when it cannot be read. The portal answers it, not the API. */
export function publicRecordQuery(agency: string, item: string, version: number) {
  return queryOptions({
    queryKey: ["public-item", agency, item, version],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`${publicAddress(agency, item)}.json`, { signal, cache: "no-store" });
      const said: unknown = await answer.json().catch(() => null);
      return Published.safeParse(said).data ?? null;
    },
  });
}
