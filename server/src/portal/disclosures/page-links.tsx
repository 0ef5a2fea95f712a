export interface PageLinksProps {
  readonly page: number;
  readonly pages: number;
  readonly addressOf: (page: number) => string;
}

/** Links to the pages of a list; nothing when there is only one. */
export function PageLinks({ page, pages, addressOf }: PageLinksProps) {
  if (pages <= 1) return null;
  const numbers = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return (
    <nav class="pages" aria-label="分页">
      {page > 1 ? (
        <a rel="prev" href={addressOf(page - 1)}>
          上一页
        </a>
      ) : null}
      {numbers.map((one, index) => (
        <>
          {index > 0 && one - (numbers[index - 1] ?? 0) > 1 ? <span>…</span> : null}
          <a href={addressOf(one)} aria-current={one === page ? "page" : undefined}>
            <span class="visually-hidden">第</span>
            {one}
            <span class="visually-hidden">页</span>
          </a>
        </>
      ))}
      {page < pages ? (
        <a rel="next" href={addressOf(page + 1)}>
          下一页
        </a>
      ) : null}
    </nav>
  );
}
