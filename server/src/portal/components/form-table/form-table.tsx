import type { CellKey, Finding, Report } from "@gongkai/annual-report";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CellInputProps } from "./cell-input.tsx";
import { type Editing, Figure } from "./figure.tsx";
import type { ShownCell, ShownTable } from "./lay-out-tables.ts";
import { moveInTable, readMove, stepInTable } from "./move-in-table.ts";
import { useKept } from "../use-kept.ts";

export interface FormTableProps {
  readonly table: ShownTable;
  readonly report: Report;
  /** Keeps element names apart where a page shows several reports. */
  readonly name: string;
  readonly findingsByCell: ReadonlyMap<CellKey, readonly Finding[]>;
  /** The cell whose source is shown, and those of the same finding. */
  readonly selected?: CellKey | undefined;
  readonly related?: ReadonlySet<CellKey> | undefined;
  /** Left out where no script runs: figures are then plain text. */
  readonly onOpen?: ((key: CellKey, byKeyboard: boolean) => void) | undefined;
  /** Left out where figures are only read. */
  readonly editing?: Editing | undefined;
  /** Opens the help of the row with this figure. */
  readonly onHelp?: ((key: CellKey) => void) | undefined;
}

/**
 * One table of the official form. With script every figure is a button, the table is one stop of the Tab key, the arrow
 * keys go from figure to figure, Enter, F2, a double click or a first digit corrects it; without, it is a plain table
 * whose marks are written out for screen readers.
 */
export function FormTable(props: FormTableProps) {
  const { table, report, name, selected, related, findingsByCell, onOpen, editing, onHelp } = props;
  const keys = table.parts.flatMap((part) => part.rows.flat()).flatMap((cell) => cell.key ?? []);
  const [stop, setStop] = useState<CellKey | undefined>(undefined);
  const [begun, setBegun] = useState<{ readonly key: CellKey; readonly typed: string } | undefined>(undefined);
  useEffect(() => {
    if (selected !== undefined && keys.includes(selected)) setStop(selected);
  }, [selected]);
  const current = stop ?? keys[0];
  const keep = useKept();

  // The button a correction leads to may only stand there once its field is gone: it takes the focus as soon as it does.
  const awaited = useRef<CellKey | undefined>(undefined);
  useLayoutEffect(() => {
    const button = awaited.current === undefined ? null : document.getElementById(cellId(name, awaited.current));
    if (button === null) return;
    awaited.current = undefined;
    button.focus();
  });

  function goTo(key: CellKey): void {
    awaited.current = key;
    setStop(key);
    setBegun(undefined);
  }

  function press(event: KeyboardEvent): void {
    const { target: pressed } = event;
    const from = pressed instanceof HTMLButtonElement ? keys.find((key) => cellId(name, key) === pressed.id) : undefined;
    if (from === undefined) return;
    const move = readMove(event);
    if (move !== undefined) {
      event.preventDefault();
      const target = moveInTable(table, from, move);
      setStop(target);
      document.getElementById(cellId(name, target))?.focus();
    } else if (event.key === "?" || event.key === "F1") {
      event.preventDefault();
      onHelp?.(from);
    } else if (editing !== undefined) begin(event, from);
  }

  function begin(event: KeyboardEvent, key: CellKey): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = /^[\d+\-.－０-９]$/u.test(event.key) ? event.key : event.key === "Enter" || event.key === "F2" ? "" : undefined;
    if (typed !== undefined) {
      event.preventDefault();
      setBegun({ key, typed });
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      editing?.onType(key, "");
    }
  }

  function commit(key: CellKey, typed: string, then: Parameters<CellInputProps["onCommit"]>[1]): void {
    editing?.onType(key, typed);
    if (then === "leave") return setBegun(undefined);
    if (then === "stay") return goTo(key);
    if (then !== "next" && then !== "previous") return goTo(moveInTable(table, key, then));
    // Tab goes on correcting from cell to cell; past the last one it is the Tab key again.
    const target = stepInTable(table, key, then === "next" ? 1 : -1);
    if (target === undefined) return goTo(key);
    setStop(target);
    setBegun({ key: target, typed: "" });
  }

  return (
    <div
      class="form-table"
      role="region"
      aria-labelledby={`${name}-${table.id}-heading`}
      // Sideways scrolling must be within reach of the keyboard; where figures take the focus they bring it along.
      tabIndex={onOpen === undefined ? 0 : undefined}
      onKeyDown={onOpen === undefined ? undefined : press}
    >
      <table class={`form-table__table form-table__table--${table.id}`}>
        {table.parts.map((part) => {
          const rows = part.rows.map((row, rowIndex) => (
            <tr>
              {row.map((cell) => {
                const { key } = cell;
                if (key === undefined)
                  return keep(`${cell.column} ${cell.text} ${rowIndex}`, [cell, onHelp === undefined], () => (
                    <HeaderCell cell={cell} table={table} onHelp={onHelp} />
                  ));
                const findings = findingsByCell.get(key) ?? NONE;
                const isSelected = selected === key;
                const isRelated = related?.has(key) === true;
                const typed = begun?.key === key ? begun.typed : undefined;
                // All a figure is made of; its handlers say the same in every rendering.
                const madeOf = [
                  report.cells[key],
                  report.states[key],
                  editing?.edits[key],
                  editing?.before?.[key],
                  summarise(findings, key),
                  isSelected,
                  isRelated,
                  key === current,
                  typed,
                  name,
                ];
                return keep(key, madeOf, () => (
                  <Figure
                    report={report}
                    cellKey={key}
                    id={cellId(name, key)}
                    span={cell.columnSpan}
                    findings={findings}
                    isSelected={isSelected}
                    isRelated={isRelated}
                    isStop={key === current}
                    editing={editing}
                    begun={typed}
                    onFocus={() => setStop(key)}
                    onOpen={onOpen === undefined ? undefined : (byKeyboard) => onOpen(key, byKeyboard)}
                    onBegin={(typed) => setBegun({ key, typed })}
                    onCommit={(typed, then) => commit(key, typed, then)}
                    onCancel={() => goTo(key)}
                  />
                ));
              })}
            </tr>
          ));
          return part.isHead ? <thead>{rows}</thead> : <tbody>{rows}</tbody>;
        })}
      </table>
    </div>
  );
}

const NONE: readonly Finding[] = [];

/** What a figure shows of the findings about it: how grave each is, and whether it points here. */
function summarise(findings: readonly Finding[], key: CellKey): string {
  return findings.map(({ severity, cells }) => `${severity}${cells[0] === key ? "!" : ""}`).join(" ");
}

/** The name of a cell's element: what a finding links to. */
export function cellId(name: string, key: CellKey): string {
  return `${name}-${key.replaceAll(".", "-")}`;
}

function HeaderCell({ cell, table, onHelp }: { cell: ShownCell; table: ShownTable; onHelp: FormTableProps["onHelp"] }) {
  const { labels } = cell;
  const sticky = cell.column < table.labelColumns && cell.columnSpan <= table.labelColumns;
  const classes = [
    "form-table__header",
    `form-table__header--${cell.scope ?? "col"}`,
    sticky ? `form-table__header--sticky form-table__header--at-${cell.column}` : "",
  ];
  return (
    <th class={classes.filter(Boolean).join(" ")} scope={cell.scope} colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
      {labels === undefined || onHelp === undefined ? (
        <span>{cell.text}</span>
      ) : (
        // Not a stop of the Tab key: from a figure of the row, “?” opens the same help.
        <button type="button" class="form-table__label" tabIndex={-1} title="填报说明" onClick={() => onHelp(labels)}>
          {cell.text}
        </button>
      )}
    </th>
  );
}
