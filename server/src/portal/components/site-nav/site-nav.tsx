export interface NavItem {
  readonly name: string;
  readonly href: string;
  /** The page itself, or the section it belongs to. */
  readonly current?: "page" | "section" | undefined;
}

export interface SiteNavProps {
  readonly items: readonly NavItem[];
  /** What a screen reader calls it, e.g. 主要栏目. */
  readonly label: string;
}

/** A row of links: the main sections in the header, the pages of a section below it. The current one is told by `aria-current`, and underlined. */
export function SiteNav({ items, label }: SiteNavProps) {
  return (
    <nav class="site-nav" aria-label={label}>
      {items.map(({ name, href, current }) => (
        <a href={href} aria-current={current === "section" ? "true" : current}>
          {name}
        </a>
      ))}
    </nav>
  );
}
