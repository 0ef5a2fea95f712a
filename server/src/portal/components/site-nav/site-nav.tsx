export interface NavItem {
  readonly name: string;
  readonly href: string;
  readonly isCurrent?: boolean;
}

/** The main sections in the header. The current one is told by `aria-current`, and underlined. */
export function SiteNav({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <nav class="site-nav" aria-label="主要栏目">
      {items.map(({ name, href, isCurrent }) => (
        <a href={href} aria-current={isCurrent ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
