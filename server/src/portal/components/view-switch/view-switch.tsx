/** The way into the elder-friendly mode and out of it: links, so that they work without script; the mode shows the one it needs. `address` keeps what was asked for. */
export function ViewSwitch({ address = "" }: { readonly address?: string }) {
  const inView = (view: string): string => `${address}${address.includes("?") ? "&" : "?"}view=${view}`;
  return (
    <span class="view-switch">
      <a class="view-switch__elder" href={inView("elder")} data-view="elder" rel="nofollow">
        长者版
      </a>
      <a class="view-switch__standard" href={inView("standard")} data-view="standard" rel="nofollow">
        返回标准版
      </a>
    </span>
  );
}
