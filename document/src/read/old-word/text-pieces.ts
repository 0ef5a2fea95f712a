/** A stretch of the text and where it stands in the stream. */
export interface TextPiece {
  readonly text: string;
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
}

const windows1252 = new TextDecoder("windows-1252");
const CHANGES = 1;
const PIECES = 2;
const PIECE_BYTES = 8;
const IS_ONE_BYTE = 0x40000000;

/** The text of the body in its order, from the list of pieces it was put together of (MS-DOC, Clx). Undefined where that is damaged. */
export function readPieces(stream: Buffer, list: Buffer, length: number): TextPiece[] | undefined {
  let at = 0;
  while (list[at] === CHANGES && at + 3 <= list.length) at += 3 + list.readUInt16LE(at + 1);
  if (list[at] !== PIECES || at + 5 > list.length) return undefined;
  const table = list.subarray(at + 5, at + 5 + list.readUInt32LE(at + 1));
  const count = Math.floor((table.length - 4) / (4 + PIECE_BYTES));
  const pieces: TextPiece[] = [];
  for (let index = 0, told = 0; index < count && told < length; index++) {
    const characters = Math.min(length, table.readUInt32LE((index + 1) * 4)) - table.readUInt32LE(index * 4);
    const place = table.readUInt32LE((count + 1) * 4 + index * PIECE_BYTES + 2);
    const bytesPerCharacter = (place & IS_ONE_BYTE) === 0 ? 2 : 1;
    const offset = bytesPerCharacter === 2 ? place : (place & ~IS_ONE_BYTE) / 2;
    const end = offset + characters * bytesPerCharacter;
    // Pieces share no text: together they are no longer than the stream.
    if (characters < 0 || end > stream.length || (told += characters) > stream.length) return undefined;
    const bytes = stream.subarray(offset, end);
    pieces.push({ text: bytesPerCharacter === 2 ? bytes.toString("utf16le") : windows1252.decode(bytes), offset, bytesPerCharacter });
  }
  return pieces;
}
