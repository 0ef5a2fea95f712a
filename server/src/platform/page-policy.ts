import { createHash } from "node:crypto";

/**
 * The content security policy for a page that stands alone, such as a letter: nothing but its own style sheets, each named by
 * its hash, since the policy of all other pages lets none in that stands in the page.
 */
export function policyOfPage(html: string): string {
  const styles = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, style = ""]) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  );
  return `default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';style-src ${styles.join(" ") || "'none'"}`;
}
