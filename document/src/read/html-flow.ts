import { collapse, isIndented } from "./html-text.ts";

/** Where a finished paragraph or heading goes. */
export type FlowSink = (level: number, text: string, linked: boolean, start: number, end: number) => void;

/** The text between two tags that part paragraphs, put together as a browser would show it. */
export interface HtmlFlow {
  /** 1 to 6 within a heading, else 0. */
  level: number;
  inLink: boolean;
  /** Within <sup>, behind other text. */
  isRaised: boolean;
  /** How many <pre> stand open; their blanks and line ends are kept. */
  preDepth: number;
  /** True when no text has come since the last paragraph. */
  isEmpty(): boolean;
  /** `plain` text needs no blanks collapsed. */
  append(decoded: string, plain: boolean, start: number, end: number): void;
  lineBreak(): void;
  /** Ends the paragraph and hands it over, if there is one. */
  flush(): void;
  /** Whether a heading, a link or <pre> is open, so that text is more than plain. */
  isMarked(): boolean;
  /** What a cell opened and did not close ends with it. */
  endMarks(): void;
}

export function createHtmlFlow(sink: FlowSink): HtmlFlow {
  let text = "";
  let textStart = 0;
  let textEnd = 0;
  let lastIsBreak = false;
  let pendingBlank = false; // the text so far ends in a blank, which shows only if more text follows on the line
  let linkedLength = 0;

  const flow: HtmlFlow = {
    level: 0,
    inLink: false,
    isRaised: false,
    preDepth: 0,
    isEmpty: () => text === "",
    append,
    lineBreak,
    flush,
    isMarked: () => flow.level > 0 || flow.inLink || flow.preDepth > 0,
    endMarks() {
      flow.level = 0;
      flow.inLink = false;
      flow.isRaised = false;
    },
  };
  return flow;

  function flush(): void {
    pendingBlank = false;
    if (text === "") return;
    const isPadded = isBlankCode(text.charCodeAt(0)) || isBlankCode(text.charCodeAt(text.length - 1));
    const trimmed = isPadded ? text.trim() : text;
    if (trimmed !== "") {
      const linked = linkedLength > 0 && linkedLength * 10 >= trimmed.length * 9;
      sink(flow.level, trimmed, linked, textStart, textEnd);
      flow.level = 0;
    }
    text = "";
    linkedLength = 0;
    lastIsBreak = false;
  }

  function append(decoded: string, plain: boolean, start: number, end: number): void {
    if (text !== "" && lastIsBreak && flow.level === 0 && flow.preDepth === 0 && isIndented(decoded)) flush();
    if (text === "") textStart = start;
    const run = flow.preDepth > 0 ? decoded : withBlanks(plain ? decoded : collapse(decoded));
    if (run === "") return;
    text = text === "" ? run : text + run;
    textEnd = end;
    lastIsBreak = false;
    if (flow.inLink) linkedLength += run.length;
  }

  /** Blanks at the ends of a run show only between texts of one line. */
  function withBlanks(collapsed: string): string {
    let run = collapsed;
    const startsBlank = run.charCodeAt(0) === 32;
    const blankBefore = pendingBlank || startsBlank;
    if (startsBlank) run = run.slice(1);
    const blankAfter = run.charCodeAt(run.length - 1) === 32;
    if (blankAfter) run = run.slice(0, -1);
    pendingBlank = run === "" ? blankBefore : blankAfter;
    return run !== "" && blankBefore && text !== "" && !lastIsBreak ? ` ${run}` : run;
  }

  function lineBreak(): void {
    if (text === "") return;
    if (lastIsBreak) {
      if (flow.level === 0) flush(); // an empty line parts paragraphs
      return;
    }
    text += "\n";
    lastIsBreak = true;
    pendingBlank = false;
  }
}

/** Cheap and generous: blanks of all kinds, and some others. */
function isBlankCode(code: number): boolean {
  return code <= 32 || code === 0xa0 || (code >= 0x1680 && code <= 0x3000) || code === 0xfeff;
}
