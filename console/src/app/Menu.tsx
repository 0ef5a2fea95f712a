import { Link, useLocation } from "@tanstack/react-router";
import { organPath } from "../lib/feature.ts";
import type { MenuEntry } from "../lib/feature.ts";
import { isMeantFor, type Organ } from "../lib/organ.ts";
import { FEATURES } from "./features.ts";

const GROUPS: Readonly<Record<MenuEntry["group"], string>> = { work: "办理", office: "本机关", platform: "系统" };

interface MenuProps {
  readonly organ: Organ | undefined;
  readonly className?: string;
  readonly onChosen?: () => void;
}

/** The menu: what this organ has and this person is meant to do. */
export function Menu({ organ, className, onChosen }: MenuProps) {
  const { pathname } = useLocation();
  if (organ === undefined) return null;
  const entries = listEntries(organ);
  return (
    <nav aria-label="主菜单" className={className === undefined ? "menu" : `menu ${className}`}>
      {Object.entries(GROUPS).map(([group, words]) => {
        const own = entries.filter((entry) => entry.group === group);
        return own.length === 0 ? null : (
          <section key={group}>
            <h2>{words}</h2>
            <ul>
              {own.map(({ label, path }) => {
                const to = organPath(organ.code, path);
                const isHere = pathname.endsWith(to) || pathname.includes(`${to}/`);
                return (
                  <li key={path}>
                    <Link to={to} onClick={() => onChosen?.()} {...(isHere ? { "aria-current": "page" } : {})}>
                      {label}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

/** What is offered in an organ. */
export function listEntries({ kind, roles }: Pick<Organ, "kind" | "roles">): readonly MenuEntry[] {
  const here = kind === "platform" ? "platform" : "organ";
  return FEATURES.flatMap(({ menu }) => menu).filter(
    (entry) => (entry.where === "both" || entry.where === here) && isMeantFor(entry.roles, roles),
  );
}
