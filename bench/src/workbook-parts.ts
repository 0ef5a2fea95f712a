import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Results of formulas by place, e.g. `sheet2!K21` → `7`; an empty text is an empty result. */
export type Formulas = ReadonlyMap<string, string>;

const CELL = /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu;

/** Every formula of a workbook with the result that is stored beside it; `?` where none is. */
export function readFormulas(bytes: Uint8Array): Formulas {
  const results = new Map<string, string>();
  for (const [sheet, xml] of sheetsOf(bytes))
    for (const [, place = "", , inner = ""] of xml.matchAll(CELL))
      if (/<f[ >]/u.test(inner))
        results.set(`${sheet}!${place}`, /<v>(.*?)<\/v>/su.exec(inner)?.[1] ?? (/<v\/>|<v [^>]*\/>/u.test(inner) ? "" : "?"));
  return results;
}

/** The workbook without any stored result: whoever shows one has worked it out. */
export function dropResults(bytes: Uint8Array): Uint8Array {
  return changeSheets(bytes, (xml) =>
    xml.replaceAll(CELL, (cell, place: string, attributes: string, inner: string | undefined) =>
      inner === undefined || !/<f[ >]/u.test(inner)
        ? cell
        : `<c r="${place}"${attributes.replace(/ t="\w+"/u, "")}>${inner.replace(/<v>.*?<\/v>|<v\/>/su, "")}</c>`,
    ),
  );
}

/** The workbook with the figures of another of the same layout; formulas stay, and their stored results with them. */
export function putFigures(bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const figures = new Map(
    sheetsOf(other).flatMap(([sheet, xml]) =>
      [...xml.matchAll(CELL)].flatMap(([, place = "", attributes = "", inner = ""]): [string, string][] => {
        const value = /<v>(.*?)<\/v>/su.exec(inner)?.[1];
        return value === undefined || / t="/u.test(attributes) ? [] : [[`${sheet}!${place}`, value]];
      }),
    ),
  );
  return changeSheets(bytes, (xml, sheet) =>
    xml.replaceAll(CELL, (cell, place: string, attributes: string, inner: string | undefined) => {
      const figure = figures.get(`${sheet}!${place}`);
      if (figure === undefined || inner === undefined || /<f[ >]/u.test(inner) || / t="/u.test(attributes)) return cell;
      return cell.replace(/<v>.*?<\/v>/su, `<v>${figure}</v>`);
    }),
  );
}

const SHEET = /^xl\/worksheets\/(sheet\d+)\.xml$/u;

function sheetsOf(bytes: Uint8Array): [string, string][] {
  return Object.entries(unzipSync(bytes)).flatMap(([path, content]): [string, string][] => {
    const sheet = SHEET.exec(path)?.[1];
    return sheet === undefined ? [] : [[sheet, strFromU8(content)]];
  });
}

function changeSheets(bytes: Uint8Array, change: (xml: string, sheet: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [sheet, xml] of sheetsOf(bytes)) parts[`xl/worksheets/${sheet}.xml`] = strToU8(change(xml, sheet));
  return zipSync(parts);
}
