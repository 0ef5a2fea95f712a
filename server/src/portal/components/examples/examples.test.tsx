import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { EXAMPLES } from "./examples.tsx";

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inLabel: boolean;
  text: string;
}

const VOID = new Set(["input", "br", "meta", "link", "img", "hr"]);

/** What the renderer wrote is well formed, so that its tags can simply be read one after another. */
function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  for (const [, closing, tag = "", inner = "", selfClosing, text] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/giu,
  )) {
    if (text !== undefined) for (const element of open) element.text += text;
    else if (closing === "/") open.pop();
    else {
      const attributes = Object.fromEntries(
        [...inner.matchAll(/([\w-]+)(?:="([^"]*)")?/gu)].map(([, name = "", value = ""]) => [name, value]),
      );
      const element = { tag, attributes, inLabel: open.some((one) => one.tag === "label"), text: "" };
      elements.push(element);
      if (!VOID.has(tag) && selfClosing !== "/") open.push(element);
    }
  }
  expect(open).toEqual([]);
  return elements;
}

describe.each(EXAMPLES)("$name", ({ shows }) => {
  const html = renderToString(<>{shows}</>);
  const elements = elementsOf(html);
  const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);

  test("shows something, with nothing inline that the content policy would stop", () => {
    expect(elements.length).toBeGreaterThan(0);
    expect(html).not.toMatch(/\sstyle=|<script|<style|\son[a-z]+=/);
  });

  test("has no name twice, and points at no name that is not there", () => {
    expect(new Set(ids).size).toBe(ids.length);
    const outside = new Set(["a-table3-heading"]); // given by the page around the table
    for (const { attributes } of elements)
      for (const name of ["aria-labelledby", "aria-describedby", "for", "list"])
        for (const id of (attributes[name] ?? "").split(" ").filter((one) => one !== "" && !outside.has(one))) expect(ids).toContain(id);
  });

  test("every control says what it is", () => {
    const faults: string[] = [];
    const labelled = new Set(elements.flatMap(({ tag, attributes }) => (tag === "label" ? (attributes["for"] ?? []) : [])));
    for (const { tag, attributes, text, inLabel } of elements) {
      const named = (attributes["aria-label"] ?? "").trim() !== "" || attributes["aria-labelledby"] !== undefined;
      if (["button", "a", "summary"].includes(tag) && !named && text.trim() === "") faults.push(`${tag} without a name`);
      if (["input", "select", "textarea"].includes(tag) && !named && !inLabel && !labelled.has(attributes["id"] ?? ""))
        faults.push(`${tag} without a label`);
      if (tag === "svg" && attributes["role"] !== "img") faults.push("svg without a role");
      if (tag === "button" && !/^(button|submit)$/.test(attributes["type"] ?? "")) faults.push("button without a type");
    }
    expect(faults).toEqual([]);
  });

  test("every head cell of a table says what it speaks for", () => {
    const scopes = elements.flatMap(({ tag, attributes }) => (tag === "th" ? [attributes["scope"] ?? ""] : []));
    expect(scopes.filter((scope) => !/^(col|row)(group)?$/.test(scope))).toEqual([]);
  });
});
