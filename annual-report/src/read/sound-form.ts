import type { Cell, Paragraph, Place } from "@gongkai/document";
import type { EditionId } from "../report.ts";
import { classify, type Piece } from "./classify.ts";
import { areInFormOrder, type NamedColumn } from "./named-columns.ts";
import type { Figure } from "./figure.ts";
import {
  beginsTable2,
  beginsTable4,
  has,
  isOfTable2,
  isOfTable3,
  placeOf,
  type Row,
  ROWS,
  type Stage,
  TELLING_LABEL,
  TELLING_ROW,
} from "./form-script.ts";
import { enterPlain, mayLackSign, type ReportDraft } from "./report-draft.ts";
import { plainValue, slotOf } from "./slot.ts";
import { enterAmount, FORMS2 } from "./table2.ts";
import { formRows3 } from "./table3.ts";
import { loneFigure } from "./token.ts";
import { namesFormRow } from "./vocabulary.ts";

/** A cell or paragraph of the document. */
export type Source = Pick<Cell | Paragraph, "text" | "at">;

/** A text of the document: a cell, a paragraph, or a part of either. */
export interface Printed {
  readonly text: string;
  readonly start: number;
  /** The place of the whole cell or paragraph. */
  readonly at: Place;
  /** The source row it stands in; 0 where cells side by side need not belong together. */
  readonly row: number;
  readonly position: number;
}

/**
 * The form as a script that a sound document follows text by text. Every `take…` gives false at the first text that is not just
 * where the form has it; nothing may be used then.
 */
export interface SoundForm {
  takeLabel(piece: Piece, printed: Printed): boolean;
  takeFigure(piece: Piece, printed: Printed): boolean;
  /** A whole cell or paragraph that is a plain number. */
  takeNumber(number: number, source: Source, row: number, position: number): boolean;
  takeBlank(): boolean;
  takeProse(): boolean;
  /** Whether no row is broken off here. In a grid a row's cells never go on in the next row. */
  endRow(): boolean;
  /** Everything from here on is behind table 4. */
  endTables(): boolean;
  stage(): Stage;
  /** The labels of table 2, which tell its edition. */
  readonly labels2: readonly Piece[];
  /** Where table 2 and table 4 begin. */
  readonly starts: { second: number; fourth: number };
}

const COLUMNS_OF = { second: "column2", third: "column3", fourth: "column4" } as const;

interface Head {
  readonly core: string;
  readonly position: number;
}

/** Begins a form; see {@link SoundForm}. Figures go into the draft as they come. */
export function beginForm(edition: EditionId, draft: ReportDraft): SoundForm {
  const forms = { second: FORMS2[edition], third: formRows3(edition) };
  const tellingRow = forms.third.rows.findIndex(({ id }) => id === TELLING_ROW[edition]);
  const labels2: Piece[] = [];
  const starts = { second: 0, fourth: 0 };
  let stage: Stage = "before";
  let rows = ROWS[edition].before;
  let row = 0; // complete rows of the table
  let filled = 0; // cells of the next row
  let printedInRow = 0; // figures of it, more than cells where merged columns are written out
  let isNamed = false; // the last label is the next row's own, so figures may follow
  let isAfterBlank = false;
  let isNaturalNamed = false;
  let sourceRow = 0;
  let last: Piece | undefined;
  let texts: string[] = [];
  let textsAbove: string[] = []; // between the figures of the row before and those of this one
  let lastFigure = "";
  let heads: Head[] = []; // the column labels of table 2 last seen
  let columns: NamedColumn[] = []; // named since the last figures
  let isWrittenOut = false; // one of them is, over all the columns it is merged over

  function enter(next: Stage): void {
    stage = next;
    rows = ROWS[edition][next];
    row = 0;
    columns = [];
    isNamed = next === "fourth"; // its figures have no label but those of the columns
  }

  /** A label of table 2 or 3: the next row's own, or one of the words around rows. */
  function takeLabelOf(table: "second" | "third", { label, marks }: Piece): boolean {
    const index = forms[table].indexOf(label.core);
    if (index === row && row < rows.length) {
      isNamed = true;
      return table === "second" || row !== tellingRow || TELLING_LABEL[edition].test(label.core);
    }
    const isColumn = label.ordinal === "" && has(marks, "column3");
    if (isNamed || (index !== -1 && !isColumn)) return false;
    if (marks.length === 0) return label.core !== "" && (row === 0 || row === rows.length);
    if (table === "second") return marks.some(isOfTable2);
    const isHead = marks.some((mark) => mark.kind === "head" && mark.table === 3);
    if (isHead && row > 0) return false; // repeated on the next page
    if (isColumn && !isNaturalNamed) {
      isNaturalNamed = marks.some((mark) => mark.kind === "column3" && mark.id === "natural");
      return isNaturalNamed || !marks.some((mark) => mark.kind === "column3" && mark.id === "total"); // 总计 may be the first column
    }
    return isColumn || isHead || has(marks, "group3");
  }

  function noteColumn({ marks, label }: Piece, { at, position }: Printed): void {
    if (stage === "before" || stage === "after" || stage === "behind" || (stage === "third" && label.ordinal !== "")) return;
    const place = placeOf(marks, COLUMNS_OF[stage]);
    if (place !== -1) columns.push({ place, position: at.box === undefined ? 0 : position });
  }

  function takeLabel(piece: Piece, printed: Printed): boolean {
    const { marks } = piece;
    if (printedInRow > 0) return false;
    isAfterBlank = false;
    if (stage === "before" && marks.some(beginsTable2)) {
      enter("second");
      starts.second = printed.start;
    } else if (stage === "second" && row === rows.length && marks.some(isOfTable3)) {
      enter("third");
    } else if (stage === "third" && row === rows.length && marks.some(beginsTable4)) {
      enter("fourth");
      starts.fourth = printed.start;
    }
    let isInPlace = true;
    if (stage === "second" || stage === "third") isInPlace = takeLabelOf(stage, piece);
    else if (stage === "fourth") isInPlace = has(marks, "column4") || has(marks, "group4") || has(marks, "head");
    else isInPlace = piece.label.core.length <= 3 || !has(marks, "row3");
    if (stage === "second") {
      labels2.push(piece);
      texts.push(printed.text);
      if (has(marks, "column2")) {
        isWrittenOut ||= heads.some(({ core }) => core === piece.label.core);
        heads.push({ core: piece.label.core, position: printed.position });
      } else if (has(marks, "head")) {
        heads = [];
        columns = [];
        isWrittenOut = false;
      }
    }
    noteColumn(piece, printed);
    last = piece;
    return isInPlace;
  }

  function enterFigure(
    { numbers, kinds }: Row,
    column: number,
    value: number,
    figure: Figure | undefined,
    { text, at }: Source,
    start: number,
  ): void {
    const number = numbers[column] ?? -1;
    lastFigure = text;
    if (kinds[column] !== "amount") return enterPlain(draft, number, text, start, start + text.length, at, value);
    const printed = figure ?? classify(text)[0]?.figure;
    if (printed) enterAmount(draft, number, slotOf(loneFigure(text, start, at, printed)), textsAbove);
  }

  /** Where merged columns are written out, each figure stands under a label. */
  function isUnderHead(inRow: number, position: number): boolean {
    return inRow > 0 && heads[printedInRow - 1]?.position === position;
  }

  /** The figure before once more, under the same label. */
  function repeatsFigure(text: string): boolean {
    const [before, here] = [heads[printedInRow - 2], heads[printedInRow - 1]];
    return before !== undefined && before.core === here?.core && lastFigure === text;
  }

  /** `figure` is left out for a plain number, of which there is nothing more to know. */
  function takeValue(value: number, figure: Figure | undefined, source: Source, start: number, inRow: number, position: number): boolean {
    if (stage === "before" || stage === "after") return true;
    const next = rows[row];
    if (!next || !isNamed) return false;
    if (printedInRow === 0) {
      if (stage === "second" && (isAfterBlank || heads.length === 0)) return false; // a table without its column labels has to be weighed
      if (stage === "third" && !isNaturalNamed) return false;
      if (columns.length > 0 && !areInFormOrder(columns, stage)) return false;
      columns = [];
      sourceRow = inRow;
      textsAbove = texts;
      texts = [];
    } else if (sourceRow !== inRow || isAfterBlank) return false;
    isAfterBlank = false;
    printedInRow++;
    const isRepeated = stage === "second" && isWrittenOut;
    if (isRepeated && !isUnderHead(inRow, position)) return false;
    if (!isRepeated || !repeatsFigure(source.text)) {
      if (value < 0 && next.kinds[filled] !== "change") return false; // before a count a dash may mean something else
      enterFigure(next, filled, value, figure, source, start);
      filled++;
    }
    if (printedInRow < (isRepeated ? heads.length : next.numbers.length)) return true;
    if (filled !== next.numbers.length) return false;
    filled = 0;
    printedInRow = 0;
    row++;
    isNamed = false;
    last = undefined;
    if (stage === "fourth") enter("behind");
    return true;
  }

  return {
    labels2,
    starts,
    takeLabel,
    takeFigure(piece, printed) {
      if (stage === "before" || stage === "after") return true;
      const value = plainValue(piece);
      if (value === undefined || mayLackSign(printed.text)) return false;
      return takeValue(value, piece.figure, printed, printed.start, printed.row, printed.position);
    },
    takeNumber: (number, source, inRow, position) => takeValue(number, undefined, source, source.at.start, inRow, position),
    takeBlank() {
      if (stage === "before" || stage === "after") return true;
      if (stage === "second") texts.push("");
      isAfterBlank = true;
      if (printedInRow > 0) return false;
      if (isNamed) return stage !== "second"; // of table 3 such a row has its seven figures all the same
      // A row without figures, if it is one, is for a closer look.
      return stage === "behind" || last === undefined || !namesFormRow(last);
    },
    takeProse() {
      if (stage === "behind") enter("after");
      return stage === "before" || stage === "after" || ((stage === "second" || stage === "third") && row === rows.length);
    },
    endRow() {
      if (printedInRow > 0 || (stage === "third" && isNamed && isAfterBlank)) return false;
      isAfterBlank = false;
      return true;
    },
    endTables() {
      if (stage === "behind") enter("after");
      return stage === "after";
    },
    stage: () => stage,
  };
}
