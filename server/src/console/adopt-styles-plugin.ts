/** As much of Vite's plugin as is used here; the server itself does not depend on Vite. */
interface Plugin {
  readonly name: string;
  readonly enforce: "pre";
  load(id: string): string | undefined;
}

const STYLE_INSERTION = /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$|@ant-design\/icons\/es\/cssUtils\.js$/;

/**
 * Ant Design writes its styles into `<style>` elements, which our content security policy forbids. The one module through
 * which it does so is replaced by ours, which hands the same rules to the document as constructed style sheets: those are
 * made by script the policy already trusts, so no nonce and no `unsafe-inline` is needed.
 */
export function adoptStylesPlugin(ours: string): Plugin {
  return {
    name: "adopt-styles",
    enforce: "pre",
    load: (id) => (STYLE_INSERTION.test(id.replaceAll("\\", "/")) ? `export * from ${JSON.stringify(ours)};` : undefined),
  };
}
