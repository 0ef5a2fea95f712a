import type { CellKey, Finding, Report } from "@gongkai/annual-report";
import { useEffect, useState } from "preact/hooks";
import { describeCell, SEVERITY_MARKS } from "./describe-cell.ts";
import type { ShownCell, ShownTable } from "./lay-out-tables.ts";
import { moveInTable, readMove } from "./move-in-table.ts";

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
  readonly onOpen?: ((key: CellKey) => void) | undefined;
}

/**
 * One table of the official form. With script every figure is a button, the table is one stop of the Tab key, and the
 * arrow keys go from figure to figure; without, it is a plain table whose marks are written out for screen readers.
 */
export function FormTable(props: FormTableProps) {
  const { table, name, selected, onOpen } = props;
  const keys = table.parts.flatMap((part) => part.rows.flat()).flatMap((cell) => cell.key ?? []);
  const [stop, setStop] = useState<CellKey | undefined>(undefined);
  useEffect(() => {
    if (selected !== undefined && keys.includes(selected)) setStop(selected);
  }, [selected]);
  const current = stop ?? keys[0];

  function go(event: KeyboardEvent): void {
    const move = readMove(event);
    if (move === undefined || current === undefined || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const target = moveInTable(table, current, move);
    setStop(target);
    document.getElementById(cellId(name, target))?.focus();
  }

  return (
    <div
      class="form-table"
      role="region"
      aria-labelledby={`${name}-${table.id}-heading`}
      // Sideways scrolling must be within reach of the keyboard; where figures take the focus they bring it along.
      tabIndex={onOpen === undefined ? 0 : undefined}
      onKeyDown={onOpen === undefined ? undefined : go}
    >
      <table class={`form-table__table form-table__table--${table.id}`}>
        {table.parts.map((part) => {
          const rows = part.rows.map((row) => (
            <tr>
              {row.map((cell) =>
                cell.key === undefined ? (
                  <HeaderCell cell={cell} table={table} />
                ) : (
                  <Figure {...props} cellKey={cell.key} span={cell.columnSpan} stop={cell.key === current} onFocus={setStop} />
                ),
              )}
            </tr>
          ));
          return part.isHead ? <thead>{rows}</thead> : <tbody>{rows}</tbody>;
        })}
      </table>
    </div>
  );
}

/** The name of a cell's element: what a finding links to. */
export function cellId(name: string, key: CellKey): string {
  return `${name}-${key.replaceAll(".", "-")}`;
}

function HeaderCell({ cell, table }: { cell: ShownCell; table: ShownTable }) {
  const sticky = cell.column < table.labelColumns && cell.columnSpan <= table.labelColumns;
  const classes = [
    "form-table__header",
    `form-table__header--${cell.scope ?? "col"}`,
    sticky ? `form-table__header--sticky form-table__header--at-${cell.column}` : "",
  ];
  return (
    <th class={classes.filter(Boolean).join(" ")} scope={cell.scope} colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
      <span>{cell.text}</span>
    </th>
  );
}

interface FigureProps extends FormTableProps {
  readonly cellKey: CellKey;
  readonly span: number;
  readonly stop: boolean;
  readonly onFocus: (key: CellKey) => void;
}

function Figure({ report, name, cellKey, span, stop, selected, related, findingsByCell, onOpen, onFocus }: FigureProps) {
  const { shown, state, severity, isInvolved, spoken } = describeCell(report, cellKey, findingsByCell.get(cellKey) ?? []);
  const classes = ["figure", `figure--${state}`];
  if (severity !== undefined) classes.push(`figure--${severity}`);
  if (isInvolved) classes.push("figure--involved");
  if (selected === cellKey) classes.push("figure--selected");
  else if (related?.has(cellKey) === true) classes.push("figure--related");
  const face = (
    <>
      <span class="figure__value">{shown}</span>
      {severity === undefined ? null : <span class="figure__mark">{SEVERITY_MARKS[severity]}</span>}
    </>
  );
  return (
    <td class={classes.join(" ")} colSpan={span}>
      {onOpen === undefined ? (
        <span class="figure__face" id={cellId(name, cellKey)} tabIndex={-1}>
          <span aria-hidden="true">{face}</span>
          <span class="visually-hidden">{spoken.slice(spoken.indexOf("：") + 1)}</span>
        </span>
      ) : (
        <button
          type="button"
          class="figure__face"
          id={cellId(name, cellKey)}
          tabIndex={stop ? 0 : -1}
          aria-label={spoken}
          aria-pressed={selected === cellKey}
          onFocus={() => onFocus(cellKey)}
          onClick={() => onOpen(cellKey)}
        >
          {face}
        </button>
      )}
    </td>
  );
}
