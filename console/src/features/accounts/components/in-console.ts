/** Where to go after signing in. Only addresses within the console: the parameter may have been written by anybody. */
export function inConsole(to: string | undefined): { readonly to: string; readonly search: Readonly<Record<string, string>> } {
  if (to === undefined || !/^\/(?![/\\])/.test(to)) return { to: "/", search: {} };
  const { pathname, searchParams } = new URL(to, "https://console.invalid");
  return { to: pathname.replace(/^\/console(?=\/|$)/, "") || "/", search: Object.fromEntries(searchParams) };
}
