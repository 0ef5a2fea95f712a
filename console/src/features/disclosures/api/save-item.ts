import type { ItemDone, ItemPage } from "@gongkai/server/contract";
import type { Http } from "../../../lib/http.ts";
import { type DraftForm, isMarkedAnew } from "../draft-form.ts";
import { actOnItem, draftItem } from "./items.ts";

interface Saving {
  readonly agency: string;
  readonly page: ItemPage | undefined;
  readonly form: DraftForm;
}

/** Writes the draft, then its mark: two commands, each with its own key, so that a second try repeats neither. */
export async function saveItem(http: Http, { agency, page, form }: Saving, key: string): Promise<ItemDone> {
  const { mark, ...item } = form;
  const done =
    page === undefined
      ? await draftItem(http, agency, item, key)
      : await actOnItem(http, agency, page.item.id, "revision", { ...item, version: page.item.version }, key);
  if (!isMarkedAnew(mark, page?.mark ?? null)) return done;
  return actOnItem(http, agency, done.id, "mark", { ...mark, version: done.version }, `${key}-mark`);
}
