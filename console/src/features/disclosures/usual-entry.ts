import type { Catalogue } from "@gongkai/server/contract";

/** The entry what was disclosed on application usually goes to: the one that says so, else the only one or the most used. Empty: none. */
export function usualEntry({ entries }: Pick<Catalogue, "entries">): string {
  const open = entries.filter(({ closedOn, way }) => closedOn === null && way === "proactive");
  const named = open.find(({ name, subItem }) => /依申请/.test(`${name}${subItem}`));
  return (named ?? open.toSorted((one, other) => other.items - one.items)[0])?.id ?? "";
}
