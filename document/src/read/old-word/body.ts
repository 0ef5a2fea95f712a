import { raiseDigits } from "../raise-digits.ts";
import { listChanges, type Properties } from "./properties.ts";
import type { TextPiece } from "./text-pieces.ts";

/** A paragraph with what its own mark says of it. */
export interface OldParagraph {
  readonly text: string;
  /** The end of a cell, of a row, or of neither. */
  readonly ends: "cell" | "row" | "paragraph" | "page";
  readonly inTable: boolean;
  /** Style and changes, as the file has them. */
  readonly properties: Buffer;
}

export interface OldBody {
  readonly paragraphs: readonly OldParagraph[];
  readonly hasTrackedChanges: boolean;
  readonly hasHidden: boolean;
}

const CELL_MARK = 0x07;
const PARAGRAPH_MARK = 0x0d;
const PAGE_BREAK = 0x0c;
const LINE_BREAK = 0x0b;
const TAB = 0x09;
const HARD_HYPHEN = 0x1e;
const FIELD_BEGIN = 0x13;
const FIELD_RESULT = 0x14;
const FIELD_END = 0x15;

const IN_TABLE = 0x2416;
const ENDS_ROW = 0x2417;
const DELETED = 0x0800;
const INSERTED = 0x0801;
const STRUCK = 0x0837;
const STRUCK_TWICE = 0x2a53;
const HIDDEN = 0x083c;
const RAISED = 0x2a48;

/** Cuts the text into paragraphs. Deleted, hidden and struck-out text is left out, and so are the instructions of fields. */
export function readBody(pieces: readonly TextPiece[], paragraphsAt: Properties, charactersAt: Properties): OldBody {
  const paragraphs: OldParagraph[] = [];
  let text = "";
  let hasTrackedChanges = false;
  let hasHidden = false;
  let instructions = 0; // fields whose instruction is being passed over
  let known: Buffer | undefined;
  let look = lookOf(Buffer.alloc(0));

  for (const { text: characters, offset, bytesPerCharacter } of pieces) {
    for (let index = 0; index < characters.length; index++) {
      const code = characters.charCodeAt(index);
      const place = offset + index * bytesPerCharacter;
      if (code === PARAGRAPH_MARK || code === CELL_MARK || code === PAGE_BREAK) {
        const properties = paragraphsAt.at(place);
        const { inTable, endsRow } = placeOf(properties);
        const ends = code === PAGE_BREAK ? "page" : code === CELL_MARK && inTable ? (endsRow ? "row" : "cell") : "paragraph";
        paragraphs.push({ text, ends, inTable, properties });
        text = "";
        continue;
      }
      if (code === FIELD_BEGIN) instructions++;
      else if ((code === FIELD_RESULT || code === FIELD_END) && instructions > 0) instructions--;
      if (instructions > 0) continue;
      const changes = charactersAt.at(place);
      if (changes !== known) look = lookOf((known = changes));
      hasTrackedChanges ||= look.isDeleted || look.isInserted;
      if (look.isDeleted) continue;
      const shown = shownAs(code, characters.charAt(index));
      if (look.isHidden) hasHidden ||= shown.trim() !== "";
      else text += look.isRaised ? raiseDigits(shown) : shown;
    }
  }
  if (text !== "") paragraphs.push({ text, ends: "paragraph", inTable: false, properties: Buffer.alloc(0) });
  return { paragraphs, hasTrackedChanges, hasHidden };
}

function shownAs(code: number, character: string): string {
  if (code >= 32 || code === TAB) return character;
  if (code === LINE_BREAK) return "\n";
  return code === HARD_HYPHEN ? "-" : ""; // the rest stands for pictures, notes and the like
}

function placeOf(properties: Buffer): { inTable: boolean; endsRow: boolean } {
  let inTable = false;
  let endsRow = false;
  for (const { code, value } of listChanges(properties.subarray(2))) {
    if (code === IN_TABLE) inTable = value[0] === 1;
    else if (code === ENDS_ROW) endsRow = value[0] === 1;
  }
  return { inTable: inTable || endsRow, endsRow };
}

interface Look {
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
  readonly isHidden: boolean;
  readonly isRaised: boolean;
}

function lookOf(changes: Buffer): Look {
  const on = new Map<number, boolean>();
  for (const { code, value } of listChanges(changes)) on.set(code, value[0] === 1);
  const is = (code: number): boolean => on.get(code) === true;
  return {
    isDeleted: is(DELETED),
    isInserted: is(INSERTED),
    isHidden: is(HIDDEN) || is(STRUCK) || is(STRUCK_TWICE),
    isRaised: is(RAISED),
  };
}
