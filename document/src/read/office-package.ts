import { openArchive, type Archive } from "./archive.ts";
import { refuse, type ReadResult } from "./result.ts";
import { scanXml } from "./scan-xml.ts";

type Refused = ReadResult & { ok: false };

/** An Office Open XML file: what it is, by content, and where its parts stand. */
export interface OfficePackage {
  readonly ok: true;
  readonly kind: "docx" | "xlsx";
  readonly archive: Archive;
  /** Name of the main part, e.g. `word/document.xml`. */
  readonly main: string;
  /** Parts the main part points to: relationship id → type (its last word, e.g. `styles`) and part name. */
  readonly related: ReadonlyMap<string, Related>;
}

export interface Related {
  readonly type: string;
  readonly target: string;
}

const MESSAGES = {
  oldWord: "这是旧版 Word 文档（doc 格式），不是 docx 文件，请用 Word 或 WPS 另存为 docx 后再试。",
  oldExcel: "这是旧版 Excel 工作簿（xls 格式），暂不支持，请用 Excel 或 WPS 另存为 xlsx 后再试。",
  oldOffice: "这是旧版 Office 文件，暂不支持，请用 Word 或 WPS 另存为 docx 或 xlsx 后再试。",
  binaryExcel: "这是二进制的 Excel 工作簿（xlsb 格式），暂不支持，请另存为 xlsx 后再试。",
  slides: "这是演示文稿，不是年度报告，请提供 docx、pdf 或 xlsx 格式的报告。",
  openDocument: "这是 OpenDocument 文件（odt、ods 等），暂不支持，请另存为 docx 或 xlsx 后再试。",
  otherZip: "这是压缩包，不是 Word 或 Excel 文件，请先解压再选择其中的报告。",
} as const;

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens a docx or xlsx file and tells which it is; old, encrypted and other files are refused with what to do about them. */
export function openOfficePackage(bytes: Uint8Array): OfficePackage | Refused {
  if (bytes.length === 0) return refuse("empty");
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) return refuseCompound(bytes);
  if (!ZIP.every((byte, index) => bytes[index] === byte)) return refuse("mislabelled");
  const archive = openArchive(bytes);
  if (!archive.ok) return archive;

  const start = readRelated(archive, "");
  if (!(start instanceof Map)) return start;
  const main = [...start.values()].find(({ type }) => type === "officeDocument")?.target ?? guessMain(archive);
  if (main === undefined) return refuseOther(archive);
  const contentTypes = archive.readText("[Content_Types].xml");
  if (typeof contentTypes === "object") return contentTypes;
  const kind = kindOf(contentTypes ?? "", main);
  if (typeof kind === "object") return kind;
  const related = readRelated(archive, main);
  if (!(related instanceof Map)) return related;
  return { ok: true, kind, archive, main, related };
}

/** The old compound format holds the old Office files, and also the new ones once a password is set. */
function refuseCompound(bytes: Uint8Array): Refused {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string): boolean => content.includes(Buffer.from(stream, "utf16le"));
  if (has("EncryptedPackage") || has("EncryptionInfo")) return refuse("encrypted");
  if (has("WordDocument")) return refuse("unsupported", MESSAGES.oldWord);
  if (has("Workbook")) return refuse("unsupported", MESSAGES.oldExcel);
  return refuse("unsupported", MESSAGES.oldOffice);
}

function refuseOther(archive: Archive): Refused {
  const mimetype = archive.readText("mimetype");
  if (typeof mimetype === "string" && mimetype.includes("opendocument")) return refuse("unsupported", MESSAGES.openDocument);
  return refuse("unsupported", MESSAGES.otherZip);
}

function guessMain(archive: Archive): string | undefined {
  return archive.names.find((name) => /^(?:word\/document|xl\/workbook)\.xml$/i.test(name));
}

function kindOf(contentTypes: string, main: string): "docx" | "xlsx" | Refused {
  let type = "";
  const visit = (name: string | undefined, value: string | undefined): void => {
    if (name !== undefined && partName(name, "").toLowerCase() === main.toLowerCase()) type = value ?? "";
  };
  scanXml(contentTypes, { "ct:Override": { open: (a) => visit(a.get("PartName"), a.get("ContentType")) } }, () => undefined);
  if (type.includes("sheet.binary")) return refuse("unsupported", MESSAGES.binaryExcel);
  if (type.includes("presentation") || /^ppt\//i.test(main)) return refuse("unsupported", MESSAGES.slides);
  if (/wordprocessingml|ms-word/.test(type)) return "docx";
  if (/spreadsheetml|ms-excel/.test(type)) return "xlsx";
  if (/^word\//i.test(main)) return "docx";
  if (/^xl\//i.test(main)) return "xlsx";
  return refuse("unsupported");
}

/** Relationships of a part ("" for the package itself), or the refusal its file gives. */
export function readRelated(archive: Archive, part: string): Map<string, Related> | Refused {
  const slash = part.lastIndexOf("/") + 1;
  const text = archive.readText(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const related = new Map<string, Related>();
  if (text === undefined) return related;
  if (typeof text === "object") return text;
  const outcome = scanXml(
    text,
    {
      "rel:Relationship": {
        open(attributes) {
          const target = attributes.get("Target");
          if (target === undefined || attributes.get("TargetMode") === "External") return;
          const type = attributes.get("Type") ?? "";
          related.set(attributes.get("Id") ?? "", {
            type: type.slice(type.lastIndexOf("/") + 1),
            target: partName(target, part.slice(0, slash)),
          });
        },
      },
    },
    () => undefined,
  );
  return outcome === "damaged" ? refuse("damaged") : related;
}

/** Part name a relationship target means: relative to the folder, or from the root when it begins with "/". */
function partName(target: string, folder: string): string {
  const path = target.replaceAll("\\", "/");
  const steps: string[] = [];
  for (const step of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
