/** Lines of a text with separators (RFC 4180), each with the line it begins at; quotes may hold breaks. Tabs, when the first line has any. */
export function readCsv(text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const plain = text.replace(/^\uFEFF/, "");
  const first = plain.slice(0, plain.search(/[\r\n]|$/));
  const separator = first.includes("\t") ? "\t" : first.includes(";") && !first.includes(",") ? ";" : ",";
  const rows: { line: number; cells: string[] }[] = [];
  let row = { line: 1, cells: [] as string[] };
  let cell = "";
  let isQuoted = false;
  let line = 1;
  const endCell = () => {
    row.cells.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = { line, cells: [] };
  };
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at];
    if (sign === "\n") line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') cell += plain[(at += 1)];
      else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === separator) endCell();
    else if (sign === "\n") endRow();
    else if (sign !== "\r") cell += sign;
  }
  if (cell !== "" || row.cells.length > 0) endRow();
  return rows;
}
