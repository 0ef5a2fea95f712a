import { Button } from "antd";
import { saveSheet, type SheetColumn } from "../lib/export-sheet.ts";

interface ExportButtonProps<Row> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  /** What is exported, where it is not the whole of the list. */
  readonly hint?: string;
}

/** The list as it is filtered now, as a workbook. */
export function ExportButton<Row>({ name, columns, rows, hint = "按现在的筛选条件导出" }: ExportButtonProps<Row>) {
  return (
    <Button disabled={rows.length === 0} title={hint} onClick={() => saveSheet(name, columns, rows)}>
      导出 xlsx
    </Button>
  );
}
