export interface Facet {
  readonly name: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly total: number }[];
}

export interface FacetListProps {
  readonly facets: readonly Facet[];
  /** What is chosen now, by name; all of it stands in the address. */
  readonly chosen: Readonly<Record<string, string | undefined>>;
  /** The address with this choice; undefined takes it back. */
  readonly addressOf: (name: string, value: string | undefined) => string;
}

const MOST_SHOWN = 12;

/** Ways to narrow a list down, as links: no script, and every choice has an address of its own. */
export function FacetList({ facets, chosen, addressOf }: FacetListProps) {
  const shown = facets.filter(({ name, values }) => values.length > 1 || chosen[name] !== undefined);
  if (shown.length === 0) return null;
  return (
    <nav class="facets" aria-label="筛选">
      {shown.map(({ name, label, values }) => {
        const now = chosen[name];
        return (
          <div class="facets__one">
            <h2 class="facets__label" id={`facet-${name}`}>
              {label}
            </h2>
            <ul aria-labelledby={`facet-${name}`}>
              {now === undefined ? null : (
                <li>
                  <a href={addressOf(name, undefined)}>
                    全部<span class="visually-hidden">{label}</span>
                  </a>
                </li>
              )}
              {values.slice(0, MOST_SHOWN).map(({ value, label: words, total }) => (
                <li>
                  <a href={addressOf(name, value)} aria-current={value === now ? "true" : undefined}>
                    {words}
                    <span class="facets__total">
                      <span class="visually-hidden">，</span>
                      {total}
                      <span class="visually-hidden">条</span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
