import type { FormRows } from "./form-rows.ts";
import type { Run } from "./run.ts";
import type { Token } from "./token.ts";
import { findMarks, guessMarks, isPartOfForm, mayBeInGroup, namesFormRow } from "./vocabulary.ts";

export interface LabelText {
  readonly core: string;
  /** 1 for the words next to the figures, less for words further off. */
  readonly weight: number;
  /** Put together from several labels: the official label must be at its end, not somewhere inside. */
  readonly isJoined: boolean;
}

export interface LabelEvidence {
  /** Readings of the words before a run, nearest first: each label, and labels cut in pieces put together again. */
  readonly texts: readonly LabelText[];
  readonly ordinal: string;
  /** The words nearest to the figures are no part of the form: a local extra row, or a label damaged beyond reading. */
  readonly isForeign: boolean;
}

const MOST_PIECES = 6;

/** What the labels before a run say; see {@link LabelEvidence}. */
export function joinLabels({ labels, items }: Pick<Run, "labels" | "items">, form: FormRows): LabelEvidence {
  const named = labels.slice(labels.findLastIndex(beginsBlock) + 1).filter((label) => label.label.core !== "");
  const words = named.filter((label) => !isHeading(label, items[0], form));
  const last = words.at(-1);
  const ordinal = labels.findLast((label) => label.label.ordinal !== "")?.label.ordinal ?? "";
  if (!last) return { texts: [], ordinal, isForeign: false };
  const texts: LabelText[] = [];
  let weight = 1;
  let joined = "";
  for (let index = words.length - 1; index >= 0 && index >= words.length - MOST_PIECES; index--) {
    const word = words[index];
    if (!word) break;
    const { core } = word.label;
    // A whole label with pieces of another behind it has lost its figures, or they stand before it.
    const isWhole = form.indexOf(core) !== -1;
    const isLeftBehind = isWhole && joined !== "" && words.slice(index + 1).every(isPiece);
    const share = isWhole && joined === "" && isBeforeOtherGroup(word, named) ? 0.5 : isLeftBehind ? 0.7 : 1;
    texts.push({ core, weight: weight * share, isJoined: false });
    joined = core + joined;
    if (joined !== core) texts.push({ core: joined, isJoined: true, weight: Math.max(weight, findMarks(joined).length > 0 ? 1 : 0.97) });
    // A whole label of another row further off says nothing of this run.
    weight *= form.indexOf(core) !== -1 || (word.marks.length === 0 && namesFormRow(word)) ? 0.3 : 0.85;
    if (weight < 0.4) break;
  }
  const isForeign =
    words.slice(-2).every((word) => word.marks.length === 0 && word.label.core.length > 1 && !isPartOfForm(word.label.core)) &&
    last.kind !== "prose";
  if (isForeign || !isStrange(last) || texts.some(({ core, isJoined }) => isJoined && Math.max(...form.likeness(core, true)) > 0.75))
    return { texts, ordinal, isForeign };
  // Words of another row's: what stands before them is the label of a row that has lost its figures.
  return {
    texts: texts.map((text) => (text.core === last.label.core ? text : { ...text, weight: text.weight / 2 })),
    ordinal,
    isForeign: true,
  };
}

/** The name of a group behind a label that is not in it: the figures are those of a row of the group, whose own label is lost. */
function isBeforeOtherGroup(word: Token, named: readonly Token[]): boolean {
  const group = named.slice(named.indexOf(word) + 1).find(({ marks }) => marks.some((mark) => mark.kind === "group3"));
  return group !== undefined && !mayBeInGroup(word.marks, group.label.core);
}

/** Not a label of the form itself, but a part of one. */
function isPiece({ marks, label }: Token): boolean {
  return marks.length === 0 && isPartOfForm(label.core);
}

/** Whole words that no label of the form has, nor any damaged one: those of a local extra row. */
function isStrange({ marks, label, kind }: Token): boolean {
  const { core } = label;
  return kind === "label" && marks.length === 0 && core.length > 3 && !isPartOfForm(core) && guessMarks(core) === undefined;
}

/** 第二十条第（九）项, 信息内容: what stands before them belongs to the rows above. */
function beginsBlock({ marks }: Token): boolean {
  return marks.some((mark) => mark.kind === "block2" || (mark.kind === "head" && mark.table === 2));
}

/** Group and column headings, which may stand between the pieces of a label but are no part of it. */
function isHeading({ marks, label, row }: Token, figure: Token | undefined, form: FormRows): boolean {
  if (marks.some((mark) => mark.kind === "group3" || mark.kind === "head" || mark.kind === "block2"))
    return form.indexOf(label.core) === -1;
  const isColumn = marks.some((mark) => mark.kind.startsWith("column"));
  return isColumn && label.ordinal === "" && !(figure?.inGrid && figure.row === row);
}
