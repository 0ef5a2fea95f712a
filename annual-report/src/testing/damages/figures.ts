import { findCell } from "../../editions/index.ts";
import { accept, type Draft, type DraftCell, tablesOf, valueCellsOf, valueRowsOf } from "../draft.ts";
import type { Random } from "../random.ts";
import { type Damage, doToEach } from "./damage.ts";

type ValueCell = ReturnType<typeof valueCellsOf>[number];

/** Damages to what is printed in a cell. The figure stays in its own cell. */
export const figureDamages: readonly Damage[] = [
  // Truth: what is printed, however wrong the sums become.
  figures("inconsistent", (draft, random) =>
    doToEach(random.sample(valueCellsOf(draft).filter(isCount), random.integer(1, 4)), (cell) => {
      const value = draft.truth.cells[cell.key] ?? 0;
      print(draft, cell, random.pick([value + random.integer(1, 9), value * 10 + 1, value === 0 ? 1 : 0, value + 100]));
    }),
  ),
  // Truth: null, an empty cell is not a zero.
  figures("blank-zeros", (draft, random) => {
    const where = random.pick([2, 3, 4, undefined, undefined] as const);
    const share = random.pick([1, 1, 0.5]);
    return blank(
      draft,
      valueCellsOf(draft, where).filter((cell) => draft.truth.cells[cell.key] === 0 && random.chance(share)),
    );
  }),
  figures("blank-totals", (draft) =>
    blank(
      draft,
      valueCellsOf(draft, 3).filter((cell) => cell.key.endsWith(".total") && !cell.key.startsWith("t3.total.")),
    ),
  ),
  figures("blank-all-but-totals", (draft) =>
    blank(
      draft,
      valueCellsOf(draft, 3).filter((cell) => draft.truth.cells[cell.key] === 0 && !cell.key.endsWith(".total")),
    ),
  ),
  figures("blank-table-4", (draft) => blank(draft, valueCellsOf(draft, 4))),
  figures("blank-form", (draft) => blank(draft, valueCellsOf(draft))),
  // Truth: null, a mark for "none" is no figure.
  figures("marks-for-none", (draft, random) => {
    const mark = random.pick(["/", "-", "--", "—", "——", "－", "／"]);
    const share = random.pick([1, 0.3]);
    const zeros = valueCellsOf(draft).filter((cell) => draft.truth.cells[cell.key] === 0 && random.chance(share));
    return doToEach(zeros, (cell) => print(draft, cell, null, mark));
  }),
  // Truth: the figure with its sign.
  figures("signs", (draft, random) =>
    doToEach(valueCellsOf(draft, 2).filter(isChange), (cell) => {
      const value = draft.truth.cells[cell.key] || random.integer(-20, 20);
      const minus = random.pick(["-", "−", "－", "–", "- "]);
      print(
        draft,
        cell,
        value,
        value > 0 ? `${random.pick(["+", "＋", "+ "])}${value}` : value < 0 ? `${minus}${-value}` : random.pick(["0", "+0"]),
      );
    }),
  ),
  // Truth: 减4 is -4, 未增未减 is 0. 无 may be taken for "nothing printed" as well.
  figures("words-for-change", (draft, random) =>
    doToEach(valueCellsOf(draft, 2).filter(isChange), (cell) => {
      const value = random.chance(0.3) ? 0 : draft.truth.cells[cell.key] || random.integer(-9, 9);
      const word =
        value > 0
          ? random.pick(["增", "增加", "新增"])
          : value < 0
            ? random.pick(["减", "减少"])
            : random.pick(["未增未减", "持平", "无", "零", "无变化", "不增不减"]);
      print(draft, cell, value, value === 0 ? word : `${word}${Math.abs(value)}`);
      if (word === "无") accept(draft.truth, cell.key, null);
    }),
  ),
  figures("words-for-zero", (draft, random) => {
    const word = random.pick(["无", "零", "〇"]);
    const zeros = valueCellsOf(draft, random.pick([2, 4, undefined])).filter((cell) => draft.truth.cells[cell.key] === 0);
    return doToEach(zeros, (cell) => {
      print(draft, cell, 0, word);
      if (word === "无") accept(draft.truth, cell.key, null);
    });
  }),
  figures("units-in-cells", (draft, random) =>
    doToEach(
      valueCellsOf(draft).filter((cell) => isPlain(cell) && (isAmount(cell) || random.chance(0.4))),
      (cell) => {
        const value = draft.truth.cells[cell.key] ?? 0;
        if (!isAmount(cell))
          return print(
            draft,
            cell,
            value,
            `${value}${cell.key.startsWith("t2.procurement") ? "个" : random.pick(["件", "件", "条", "项"])}`,
          );
        print(draft, cell, value, random.pick([`${value}万元`, `${value} 万元`, `${inYuan(value)}元`, `${value.toFixed(4)}万元`]));
      },
    ),
  ),
  // Truth: in 万元, the unit of the head counts.
  figures("unit-in-head", (draft, random) => {
    const yuan = random.chance(0.5);
    const heads = tablesOf(draft, 2)
      .flatMap(({ rows }) => rows.flat())
      .filter((cell) => cell.header && cell.text.includes("金额"));
    const amounts = valueCellsOf(draft, 2).filter((cell) => isAmount(cell) && isPlain(cell));
    if (heads.length === 0 || amounts.length === 0) return false;
    const unit = random.pick(
      yuan ? ["（元）", "（单位：元）", "(单位:元)", "/元"] : ["（万元）", "（单位：万元）", "(万元)", "单位：万元"],
    );
    for (const head of heads) head.text = head.text.replace(/（.*）/u, "") + unit;
    return doToEach(amounts, (cell) => {
      const value = draft.truth.cells[cell.key] ?? 0;
      print(draft, cell, value, yuan ? inYuan(value) : String(value));
    });
  }),
  figures("thousands-commas", (draft, random) => {
    const cells = valueCellsOf(draft).filter((cell) => isPlain(cell) && (draft.truth.cells[cell.key] ?? 0) >= 1000);
    const comma = random.pick([",", ",", "，"]);
    return doToEach(cells, (cell) => {
      const [whole = "", fraction] = cell.text.split(".");
      cell.text = whole.replace(/\B(?=(\d{3})+$)/gu, comma) + (fraction === undefined ? "" : `.${fraction}`);
    });
  }),
  figures("full-width-digits", (draft) => doToEach(valueCellsOf(draft).filter(isPlain), (cell) => (cell.text = toFullWidth(cell.text)))),
  figures("blanks-in-figures", (draft, random) =>
    doToEach(valueCellsOf(draft).filter(isPlain), (cell) => {
      const between = random.chance(0.5) ? random.pick([" ", "\u00a0"]) : "";
      cell.text = `${random.pick(["", " ", "\u3000"])}${[...cell.text].join(between)}${random.pick(["", " ", "\u00a0"])}`;
    }),
  ),
  figures("zero-decimals", (draft, random) =>
    doToEach(
      valueCellsOf(draft, 2).filter((cell) => isAmount(cell) && isPlain(cell)),
      (cell) => {
        cell.text = Number(cell.text).toFixed(random.integer(4, 6));
      },
    ),
  ),
  // 3.0 for 3, as spreadsheets are written out.
  figures("counts-with-point", (draft) =>
    doToEach(
      valueCellsOf(draft).filter((cell) => isPlain(cell) && !cell.text.includes(".")),
      (cell) => (cell.text += ".0"),
    ),
  ),
  // Truth: O is a 0 and l a 1 misread; to leave them open is right too.
  figures("letters-for-digits", (draft, random) => {
    const cells = valueCellsOf(draft).filter((cell) => cell.text === "0" || cell.text === "1");
    return doToEach(random.sample(cells, random.integer(1, 12)), (cell) => {
      cell.text = cell.text === "0" ? random.pick(["O", "o", "Ｏ"]) : random.pick(["l", "I"]);
      accept(draft.truth, cell.key, null);
    });
  }),
  // Truth: a row printed without any figure is blank.
  figures("blank-row", (draft, random) =>
    blank(
      draft,
      random
        .sample(valueRowsOf(draft), random.integer(1, 3))
        .flatMap(({ cells }) => cells)
        .filter((cell): cell is ValueCell => cell.key !== undefined),
    ),
  ),
];

function figures(kind: string, apply: (draft: Draft, random: Random) => boolean): Damage {
  return { kind, stage: "figures", apply };
}

function print(draft: Draft, cell: ValueCell, value: number | null, text = String(value)): void {
  draft.truth.cells[cell.key] = value;
  cell.text = text;
}

function blank(draft: Draft, cells: readonly ValueCell[]): boolean {
  return doToEach(cells, (cell) => print(draft, cell, null, ""));
}

function isCount(cell: ValueCell): boolean {
  return findCell(cell.key)?.kind === "count" && isPlain(cell);
}

function isChange(cell: ValueCell): boolean {
  return findCell(cell.key)?.kind === "change";
}

function isAmount(cell: ValueCell): boolean {
  return findCell(cell.key)?.kind === "amount";
}

/** True for digits as the form wants them, untouched so far. */
export function isPlain(cell: DraftCell): boolean {
  return /^\d+(\.\d+)?$/u.test(cell.text);
}

function inYuan(value: number): string {
  return String(Number((value * 10000).toFixed(2)));
}

function toFullWidth(text: string): string {
  return text.replace(/[0-9.]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
