/** The search box: of the whole site, or of one organ. `id` keeps two on one page apart. */
export function SearchBox({
  id,
  query = "",
  organ,
}: {
  readonly id: string;
  readonly query?: string;
  readonly organ?: { readonly code: string; readonly short_name: string } | undefined;
}) {
  return (
    <form
      class="search-box"
      method="get"
      action="/search"
      role="search"
      aria-label={organ === undefined ? "全站搜索" : `在${organ.short_name}搜索`}
    >
      <label for={id}>{organ === undefined ? "搜索公开的政府信息" : `搜索${organ.short_name}公开的信息`}</label>
      <span class="search-box__line">
        <input id={id} name="q" type="search" maxLength={100} value={query} />
        {organ === undefined ? null : <input type="hidden" name="organ" value={organ.code} />}
        <button class="button" type="submit">
          搜索
        </button>
      </span>
    </form>
  );
}
