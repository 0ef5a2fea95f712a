import { scanXml } from "./scan-xml.ts";

/** What reading needs to know of a paragraph or character style, what it inherits included. */
export interface DocxStyle {
  /** Heading level counted from 1; undefined for body text. */
  readonly headingLevel: number | undefined;
  readonly isTitle: boolean;
  /** A line of the table of contents. */
  readonly isContents: boolean;
  readonly hidden: boolean;
  readonly numbering: string | undefined;
  readonly numberingLevel: number | undefined;
}

interface StyleDraft {
  name: string;
  basedOn?: string;
  outline?: number;
  numbering?: string;
  numberingLevel?: number;
  hidden?: boolean;
}

export type DocxStyles = ReadonlyMap<string, DocxStyle>;

/** Reads `styles.xml`. Damage costs only what is damaged: a report without styles is still a report. */
export function readStyles(source: string): DocxStyles {
  const drafts = new Map<string, StyleDraft>();
  let style: StyleDraft | undefined;
  scanXml(
    source,
    {
      "w:docDefaults": { skip: true },
      "w:latentStyles": { skip: true },
      "w:tblStylePr": { skip: true },
      "w:style": {
        open(attributes) {
          style = { name: "" };
          drafts.set(attributes.get("styleId") ?? "", style);
        },
        close: () => (style = undefined),
      },
      "w:name": { open: (a) => void (style !== undefined && (style.name = a.get("val") ?? "")) },
      "w:basedOn": { open: (a) => set("basedOn", a.get("val")) },
      "w:outlineLvl": { open: (a) => set("outline", toNumber(a.get("val"))) },
      "w:numId": { open: (a) => set("numbering", a.get("val")) },
      "w:ilvl": { open: (a) => set("numberingLevel", toNumber(a.get("val"))) },
      "w:vanish": { open: (a) => set("hidden", isOn(a.get("val"))) },
    },
    () => undefined,
  );

  function set<Key extends keyof StyleDraft>(key: Key, value: StyleDraft[Key] | undefined): void {
    if (style !== undefined && value !== undefined) style[key] = value;
  }

  const styles = new Map<string, DocxStyle>();
  for (const id of drafts.keys()) styles.set(id, resolve(id, drafts));
  return styles;
}

/** Whether a switch such as `<w:vanish/>` is on: left out means on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !(value === "0" || value === "false" || value === "off");
}

export function toNumber(value: string | undefined): number | undefined {
  if (value === undefined || !/^-?\d{1,9}$/.test(value.trim())) return undefined;
  return Number(value);
}

function resolve(id: string, drafts: ReadonlyMap<string, StyleDraft>): DocxStyle {
  const chain: StyleDraft[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at) && chain.length < 50;) {
    seen.add(at);
    const draft = drafts.get(at);
    if (draft === undefined) break;
    chain.push(draft);
    at = draft.basedOn;
  }
  const outline = chain.find((draft) => draft.outline !== undefined)?.outline;
  const named = chain.map(({ name }) => levelNamed(name)).find((level) => level !== undefined);
  const own = chain[0]?.name ?? "";
  return {
    headingLevel: outline === undefined ? named : outline >= 0 && outline <= 8 ? outline + 1 : undefined,
    isTitle: /^(?:title|标题)$/i.test(own),
    isContents: /^(?:toc|目录)\s*\d$/i.test(own),
    hidden: chain.find((draft) => draft.hidden !== undefined)?.hidden ?? false,
    numbering: chain.find((draft) => draft.numbering !== undefined)?.numbering,
    numberingLevel: chain.find((draft) => draft.numberingLevel !== undefined)?.numberingLevel,
  };
}

function levelNamed(name: string): number | undefined {
  const match = /^(?:heading|标题)\s*([1-9])$/i.exec(name);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
