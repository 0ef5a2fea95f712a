import type { Queryable } from "../../platform/database/open-database.ts";
import type { Organ } from "./organ.ts";
import { regionListOrgans } from "./queries.ts";
import type { ItemsWatch } from "./watch-items.ts";

/** The organs, kept at hand: every page names one, and they seldom change. */
export interface OrganDirectory {
  /** The organs now; read again when they may have changed. */
  readonly list: () => Promise<readonly Organ[]>;
  readonly find: (code: string) => Promise<Organ | undefined>;
  /** Of those read so far; its number never changes. */
  readonly recall: (code: string) => Organ | undefined;
}

/** Changes of organs are told as changes of organ 0, the installation; without a word they show after a minute. */
const ITSELF = 0;

export function openOrganDirectory(db: Queryable, watch: ItemsWatch): OrganDirectory {
  let version: string | undefined;
  let organs: readonly Organ[] = [];
  let byCode = new Map<string, Organ>();
  const list = async (): Promise<readonly Organ[]> => {
    const current = watch.version(ITSELF);
    if (current === version) return organs;
    const read = await regionListOrgans(db);
    [version, organs, byCode] = [current, read, new Map(read.map((organ) => [organ.code, organ]))];
    return read;
  };
  return {
    list,
    recall: (code) => byCode.get(code),
    async find(code) {
      await list();
      return byCode.get(code);
    },
  };
}
