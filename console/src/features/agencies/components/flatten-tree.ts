import type { AgencyNode } from "@gongkai/server/contract";

/** An organ in the list, and how deep below the top it stands. */
export interface TreeRow {
  readonly agency: AgencyNode;
  readonly depth: number;
}

interface TreeFilter {
  /** Part of name, short name or code; those above a match stay, so that one sees where it belongs. */
  readonly text: string;
  readonly closed: boolean;
  /** The organ whose subordinates are meant; null: all. */
  readonly top: string | null;
}

/** The tree as rows, each organ followed by those below it. */
export function flattenTree(agencies: readonly AgencyNode[], { text, closed, top }: TreeFilter): readonly TreeRow[] {
  const shown = agencies.filter(({ kind, closedOn }) => kind !== "platform" && (closed || closedOn === null));
  const codes = new Set(shown.map(({ code }) => code));
  const children = new Map<string | null, AgencyNode[]>();
  for (const agency of shown) {
    const above = agency.parent !== null && codes.has(agency.parent) ? agency.parent : null;
    children.set(above, [...(children.get(above) ?? []), agency]);
  }
  const below = (above: string | null) => children.get(above) ?? [];
  const wanted = text.trim().toLowerCase();
  const isMatch = ({ name, shortName, code }: AgencyNode) => `${name} ${shortName} ${code}`.toLowerCase().includes(wanted);

  // Each organ is entered once: a circle of superiors, should there be one, ends here.
  const seen = new Set<string>();
  const walk = (agency: AgencyNode, depth: number): readonly TreeRow[] => {
    if (seen.has(agency.code)) return [];
    seen.add(agency.code);
    const under = below(agency.code).flatMap((child) => walk(child, depth + 1));
    return under.length > 0 || isMatch(agency) ? [{ agency, depth }, ...under] : [];
  };
  const first = top === null ? below(null) : shown.filter(({ code }) => code === top);
  return first.flatMap((agency) => walk(agency, 0));
}
