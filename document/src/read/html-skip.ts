/** Which tags belong to an element that is left out with all it holds. */
export interface Skipper {
  /** True while something is being left out. */
  readonly active: boolean;
  /** Leaves out the element that opens at `start`. */
  begin(name: string, start: number): void;
  /** Told of every tag while active; true when the tag belongs to what is left out. */
  takes(name: string, opens: boolean, isBlock: boolean): boolean;
  /** Gives up, and says where the element that was being left out began. */
  abandon(): number;
}

/** Elements whose end tag may be left out, so that hiding one must not hide what follows, with the end tags that end them too. */
const PARENTS: Readonly<Record<string, string>> = {
  p: "",
  li: " ul ol menu ",
  dd: " dl ",
  dt: " dl ",
  option: " select ",
  td: " tr tbody thead tfoot table ",
  th: " tr tbody thead tfoot table ",
  tr: " tbody thead tfoot table ",
};
const TABLE_PARTS = new Set(["table", "tbody", "thead", "tfoot", "tr", "td", "th"]);

export function createSkipper(): Skipper {
  let skipping: string | undefined;
  let depth = 0;
  let from = 0;
  return {
    get active() {
      return skipping !== undefined;
    },
    begin(name, start) {
      skipping = name;
      depth = 1;
      from = start;
    },
    takes(name, opens, isBlock) {
      if (skipping === undefined) return false;
      const parents = PARENTS[skipping];
      if (parents === undefined) {
        if (name === skipping) depth += opens ? 1 : -1;
        if (depth === 0) skipping = undefined;
        return true;
      }
      if (name === skipping) {
        skipping = undefined;
        return !opens; // the next one of its kind ends it too, and is read
      }
      const isCell = skipping === "td" || skipping === "th";
      const endsCell = isCell && opens && (name === "td" || name === "th" || name === "tr");
      const endsParagraph = skipping === "p" && (isBlock || TABLE_PARTS.has(name));
      if (!endsCell && !endsParagraph && (opens || !parents.includes(` ${name} `))) return true;
      skipping = undefined;
      return false;
    },
    abandon() {
      skipping = undefined;
      return from;
    },
  };
}
