import { scanXml } from "./scan-xml.ts";
import { builtInFormat } from "./xlsx-number-format.ts";

/** How cells of one style look, as far as reading cares. */
export interface CellStyle {
  readonly format: string;
  /** Has a line on some side: an empty cell in a grid is a blank to fill, one outside is nothing. */
  readonly bordered: boolean;
}

/** Reads `xl/styles.xml`: the styles cells point to, by index. */
export function readCellStyles(source: string): CellStyle[] {
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  const styles: CellStyle[] = [];
  let inBorder = false;
  let inCellStyles = false;
  const side = {
    open(attributes: { get(name: string): string | undefined }): void {
      const line = attributes.get("style");
      if (inBorder && line !== undefined && line !== "none") borders[borders.length - 1] = true;
    },
  };
  scanXml(
    source,
    {
      "x:numFmt": { open: (a) => void formats.set(Number(a.get("numFmtId")), a.get("formatCode") ?? "General") },
      "x:dxfs": { skip: true },
      "x:cellStyleXfs": { skip: true },
      "x:border": {
        open() {
          borders.push(false);
          inBorder = true;
        },
        close: () => void (inBorder = false),
      },
      "x:left": side,
      "x:right": side,
      "x:top": side,
      "x:bottom": side,
      "x:cellXfs": { open: () => void (inCellStyles = true), close: () => void (inCellStyles = false) },
      "x:xf": {
        open(attributes) {
          if (!inCellStyles) return;
          const id = Number(attributes.get("numFmtId") ?? 0);
          styles.push({
            format: formats.get(id) ?? builtInFormat(id),
            bordered: borders[Number(attributes.get("borderId") ?? 0)] ?? false,
          });
        },
      },
    },
    () => undefined,
  );
  return styles;
}
