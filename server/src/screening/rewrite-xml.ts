/** What becomes of an element: `drop` takes its content with it, `unwrap` leaves the content. */
export type Fate = "keep" | "drop" | "unwrap";

const TAG = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/g;

/** XML with some elements gone. Everything else stays as it was, sign for sign. */
export function rewriteXml(xml: string, decide: (name: string, attributes: string) => Fate): string {
  const kept: string[] = [];
  const open: { readonly name: string; readonly fate: Fate }[] = [];
  let dropped = 0;
  let at = 0;
  for (const tag of xml.matchAll(TAG)) {
    if (dropped === 0) kept.push(xml.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [whole, closing, name, attributes = "", empty] = tag;
    if (name === undefined) {
      if (dropped === 0) kept.push(whole);
      continue;
    }
    if (closing === "/") {
      const fate = open.pop()?.fate ?? "keep";
      if (fate === "drop") dropped -= 1;
      else if (fate === "keep" && dropped === 0) kept.push(whole);
      continue;
    }
    const fate = decide(name, attributes);
    if (empty !== "/") {
      open.push({ name, fate });
      if (fate === "drop") dropped += 1;
    }
    if (fate === "keep" && dropped === 0) kept.push(whole);
  }
  if (dropped === 0) kept.push(xml.slice(at));
  return kept.join("");
}

export function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined);
}
