import type { ItemDone, ItemPage } from "@gongkai/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useCommand } from "../../lib/api.tsx";
import { ProblemError } from "../../lib/problem.ts";
import { actOnItem, type ItemActPath, itemKey, itemsKey } from "./api/items.ts";

/** An act on an item. When another was at it meanwhile, the page is read again and what was typed stays. */
export function useItemAct(agency: string, page: ItemPage, act: ItemActPath, done?: (done: ItemDone) => void) {
  const cache = useQueryClient();
  const id = page.item.id;
  return useCommand({
    run: async (http, given: object, key) => {
      try {
        return await actOnItem(http, agency, id, act, { ...given, version: page.item.version }, key);
      } catch (fault) {
        if (fault instanceof ProblemError && fault.code === "changed-meanwhile")
          await cache.invalidateQueries({ queryKey: itemKey(agency, id) });
        throw fault;
      }
    },
    changes: [itemKey(agency, id), itemsKey(agency), ["today", agency]],
    ...(done === undefined ? {} : { done }),
  });
}
