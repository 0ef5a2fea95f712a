import type { OfficePackage } from "./office-package.ts";
import { scanXml } from "./scan-xml.ts";
import { isTrue } from "./xlsx-sheet.ts";

export interface Workbook {
  readonly is1904: boolean;
  readonly sheets: readonly WorkbookSheet[];
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Part that holds the sheet. */
  readonly part: string;
}

/** Reads the workbook part: its sheets in order. Chart sheets hold no cells and are left out. */
export function readWorkbook(source: string, { related }: OfficePackage): Workbook | "damaged" {
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  const outcome = scanXml(
    source,
    {
      "x:workbookPr": { open: (a) => void (is1904 = isTrue(a.get("date1904"))) },
      "x:sheet": {
        open(attributes) {
          const target = related.get(attributes.get("id") ?? "");
          // One part is read once, however many sheets point to it.
          if (target?.type !== "worksheet" || sheets.some(({ part }) => part === target.target)) return;
          const state = attributes.get("state") ?? "visible";
          sheets.push({ name: attributes.get("name") ?? "", hidden: state !== "visible", part: target.target });
        },
      },
    },
    () => undefined,
  );
  return outcome === "damaged" ? "damaged" : { is1904, sheets };
}

/** Reads the shared strings: each item's text, formatting and reading aids (furigana) left out. */
export function readSharedStrings(source: string): string[] {
  const strings: string[] = [];
  let pieces: string[] | undefined;
  let inText = false;
  scanXml(
    source,
    {
      "x:si": {
        open: () => void (pieces = []),
        close() {
          strings.push(pieces?.join("") ?? "");
          pieces = undefined;
        },
      },
      "x:t": { open: () => void (inText = true), close: () => void (inText = false) },
      "x:rPh": { skip: true },
    },
    (text) => {
      if (inText) pieces?.push(text);
    },
  );
  return strings;
}
