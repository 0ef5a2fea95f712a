import { describe, expect, test } from "vitest";
import { decodeEntities, scanXml } from "./scan-xml.ts";

/** Text of all `x:t` elements and attribute v of all `x:e`, in order. */
function collect(source: string): string[] | string {
  const found: string[] = [];
  let inText = false;
  const outcome = scanXml(
    source,
    {
      "x:t": { open: () => void (inText = true), close: () => void (inText = false) },
      "x:e": { open: (attributes) => void found.push(attributes.get("v") ?? "none") },
      "x:skipped": { skip: true },
    },
    (text) => void (inText && found.push(text)),
  );
  return outcome === "done" ? found : outcome;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

describe("scanXml", () => {
  test.each([
    {
      what: "comments, instructions and CDATA",
      source: "<?xml version='1.0'?><!-- <x:t>no</x:t> --><x:a><x:t>a<![CDATA[<b>]]></x:t></x:a>",
      found: ["a", "<b>"],
    },
    { what: "single quotes and > in values", source: `<x:a><x:e w='1>2'/><x:e  v = "a'>b" /></x:a>`, found: ["none", "a'>b"] },
    { what: "attributes by local name only", source: `<x:a><x:e vv="1" p:v="2"/></x:a>`, found: ["2"] },
    {
      what: "default and foreign prefixes",
      source: `<a xmlns="${MAIN}"><t>1</t><q:t xmlns:q="${MAIN}">2</q:t><t xmlns="urn:other">3</t><t>4</t></a>`,
      found: ["1", "2", "4"],
    },
    {
      what: "skipped elements of any depth",
      source: "<x:a><x:skipped><x:t>no</x:t><x:skipped/></x:skipped><x:t>yes</x:t></x:a>",
      found: ["yes"],
    },
    { what: "blanks in tags", source: "<x:a\n><x:t >1</x:t\n></x:a>", found: ["1"] },
  ])("reads $what", ({ source, found }) => {
    expect(collect(source)).toEqual(found);
  });

  test.each([
    "<x:a>",
    "<x:a></x:b>",
    "<x:a></x:aa>",
    "</x:a>",
    "<x:a v='1></x:a>",
    "<x:a><x:t",
    "< x:a/>",
    "<!DOCTYPE a><x:a/>",
    "<!-- ",
    "<x:a><![CDATA[</x:a>",
  ])("calls %j damaged", (source) => {
    expect(collect(source)).toBe("damaged");
  });
});

describe("decodeEntities", () => {
  test("knows the five predefined and numeric ones, and leaves the rest alone", () => {
    expect(decodeEntities("&lt;&gt;&amp;&quot;&apos;&#65;&#x4E00;&nbsp;&bomb;&#0;&#x110000;&amp;lt;")).toBe(
      "<>&\"'A一&nbsp;&bomb;&#0;&#x110000;&lt;",
    );
  });
});
