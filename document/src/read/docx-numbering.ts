import { formatNumber } from "./docx-number-format.ts";
import { isOn, toNumber, type DocxStyles } from "./docx-styles.ts";
import { scanXml } from "./scan-xml.ts";

interface Level {
  start: number;
  format: string;
  text: string;
  /** Restart after this level (counted from 1) is used; 0 never; undefined after any higher one. */
  restart: number | undefined;
  plainDigits: boolean;
  style: string | undefined;
}

interface Scheme {
  readonly id: string;
  readonly levels: Map<number, Level>;
  /** Styles that lend or borrow the list (numStyleLink). */
  borrows: string | undefined;
}

interface List {
  scheme: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** Gives paragraphs the numbers that Word works out while it shows them. */
export interface Numbering {
  /** Number of the next paragraph of this list and level, e.g. "一、"; counts on with every call. */
  next(list: string, level: number): string;
  /** Level of a list that belongs to a style, when the style itself does not say. */
  levelOf(list: string, style: string): number | undefined;
}

/** Reads `numbering.xml`; an empty or damaged one gives no numbers. */
export function readNumbering(source: string, styles: DocxStyles): Numbering {
  const schemes = new Map<string, Scheme>();
  const lists = new Map<string, List>();
  let scheme: Scheme | undefined;
  let list: List | undefined;
  let overridden = 0;
  let level: Level | undefined;

  scanXml(
    source,
    {
      "w:abstractNum": {
        open(attributes) {
          scheme = { id: attributes.get("abstractNumId") ?? "", levels: new Map(), borrows: undefined };
          schemes.set(scheme.id, scheme);
        },
        close: () => (scheme = undefined),
      },
      "w:numStyleLink": { open: (a) => void (scheme !== undefined && (scheme.borrows = a.get("val"))) },
      "w:num": {
        open(attributes) {
          list = { scheme: "", starts: new Map(), levels: new Map() };
          lists.set(attributes.get("numId") ?? "", list);
        },
        close: () => (list = undefined),
      },
      "w:abstractNumId": { open: (a) => void (list !== undefined && (list.scheme = a.get("val") ?? "")) },
      "w:lvlOverride": { open: (a) => void (overridden = toNumber(a.get("ilvl")) ?? 0) },
      "w:startOverride": { open: (a) => void list?.starts.set(overridden, toNumber(a.get("val")) ?? 1) },
      "w:lvl": {
        open(attributes) {
          level = { start: 1, format: "decimal", text: "", restart: undefined, plainDigits: false, style: undefined };
          (list ?? scheme)?.levels.set(toNumber(attributes.get("ilvl")) ?? 0, level);
        },
        close: () => (level = undefined),
      },
      "w:start": { open: (a) => void (level !== undefined && (level.start = toNumber(a.get("val")) ?? 1)) },
      "w:numFmt": { open: (a) => void (level !== undefined && (level.format = a.get("val") ?? "decimal")) },
      "w:lvlText": { open: (a) => void (level !== undefined && (level.text = a.get("val") ?? "")) },
      "w:lvlRestart": { open: (a) => void (level !== undefined && (level.restart = toNumber(a.get("val")))) },
      "w:isLgl": { open: (a) => void (level !== undefined && (level.plainDigits = isOn(a.get("val")))) },
      "w:pStyle": { open: (a) => void (level !== undefined && (level.style = a.get("val"))) },
      "w:pPr": { skip: true },
      "w:rPr": { skip: true },
    },
    () => undefined,
  );

  return createNumbering(lists, (id) => schemeOf(id, schemes, lists, styles));
}

/** A scheme may stand in for the list of a style, and that list for another; two steps are all that occurs. */
function schemeOf(
  id: string,
  schemes: ReadonlyMap<string, Scheme>,
  lists: ReadonlyMap<string, List>,
  styles: DocxStyles,
): Scheme | undefined {
  const found = schemes.get(id);
  if (found?.borrows === undefined) return found;
  const lender = styles.get(found.borrows)?.numbering;
  return schemes.get(lists.get(lender ?? "")?.scheme ?? "") ?? found;
}

const LEVELS = 9;

function createNumbering(lists: ReadonlyMap<string, List>, schemeOfId: (id: string) => Scheme | undefined): Numbering {
  const counters = new Map<string, (number | undefined)[]>(); // shared by the lists of one scheme, as Word does
  const started = new Set<string>();

  function levelAt(list: List, scheme: Scheme, index: number): Level | undefined {
    return list.levels.get(index) ?? scheme.levels.get(index);
  }

  function next(listId: string, index: number): string {
    const list = lists.get(listId);
    const scheme = list === undefined ? undefined : schemeOfId(list.scheme);
    if (list === undefined || scheme === undefined || index < 0 || index >= LEVELS) return "";
    const level = levelAt(list, scheme, index);
    if (level === undefined) return "";
    const counts = counters.get(scheme.id) ?? new Array<number | undefined>(LEVELS).fill(undefined);
    counters.set(scheme.id, counts);
    if (!started.has(listId)) {
      started.add(listId);
      for (const at of list.starts.keys()) if (at < LEVELS) counts[at] = undefined;
    }
    counts[index] = (counts[index] ?? (list.starts.get(index) ?? level.start) - 1) + 1;
    for (let deeper = index + 1; deeper < LEVELS; deeper++) {
      const restart = levelAt(list, scheme, deeper)?.restart;
      if (restart === undefined || (restart !== 0 && index < restart)) counts[deeper] = undefined;
    }
    const number = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = levelAt(list, scheme, at);
      if (other === undefined) return "";
      const value = counts[at] ?? (counts[at] = list.starts.get(at) ?? other.start);
      return formatNumber(value, level.plainDigits ? "decimal" : other.format);
    });
    return level.format === "bullet" ? "" : number.trim();
  }

  return {
    next,
    levelOf(listId, style) {
      const list = lists.get(listId);
      const scheme = list === undefined ? undefined : schemeOfId(list.scheme);
      for (const [index, level] of scheme?.levels ?? []) if (level.style === style) return index;
      return undefined;
    },
  };
}
