export interface NavItem {
  readonly name: string;
  readonly href: string;
  readonly isCurrent?: boolean;
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
      {items.map(({ name, href, isCurrent = false }) => (
        <a href={href} aria-current={isCurrent ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
