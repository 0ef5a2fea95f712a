/**
 * Properties of paragraphs and characters, kept apart from the text: pages of 512 bytes, each with a list of the stretches of the
 * stream it is about (MS-DOC, PlcBtePapx and PlcBteChpx).
 */
export interface Properties {
  /** The list of changes that holds for a byte of the stream; empty where nothing is said of it. */
  at(offset: number): Buffer;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly changes: Buffer;
}

const PAGE_BYTES = 512;
const NONE = Buffer.alloc(0);
/** No document has more, and a damaged list must not be followed for ever. */
const MOST_STRETCHES = 500_000;

/** Reads the pages that a list names; `entryBytes` and `changesAt` say how a page tells where a stretch's changes stand. */
function readPages(stream: Buffer, list: Buffer, entryBytes: number, changesAt: (page: Buffer, offset: number) => Buffer): Properties {
  const count = Math.floor((list.length - 4) / 8);
  const stretches: Stretch[] = [];
  for (let index = 0; index < count && stretches.length < MOST_STRETCHES; index++) {
    const number = list.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff;
    const page = stream.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
    if (page.length < PAGE_BYTES) continue;
    const runs = page.readUInt8(PAGE_BYTES - 1);
    if ((runs + 1) * 4 + runs * entryBytes > PAGE_BYTES) continue;
    for (let run = 0; run < runs; run++) {
      const offset = page.readUInt8((runs + 1) * 4 + run * entryBytes) * 2;
      const changes = offset === 0 ? NONE : changesAt(page, offset);
      stretches.push({ from: page.readUInt32LE(run * 4), to: page.readUInt32LE(run * 4 + 4), changes });
    }
  }
  stretches.sort((a, b) => a.from - b.from);
  let last = 0; // texts are asked about in order, as a rule
  return {
    at(offset) {
      if ((stretches[last]?.from ?? 0) > offset) last = 0;
      while (last < stretches.length && (stretches[last]?.to ?? 0) <= offset) last++;
      const found = stretches[last];
      return found && found.from <= offset ? found.changes : NONE;
    },
  };
}

/**
 * Of paragraphs: the number of the style in two bytes, then the changes to it. What is too long for a page, as the widths of a
 * row of many cells, stands in the stream `data`.
 */
export function readParagraphProperties(stream: Buffer, list: Buffer, data: Buffer): Properties {
  return readPages(stream, list, 13, (page, offset) => {
    const half = page.readUInt8(offset);
    if (half > 0) return withChangesElsewhere(page.subarray(offset + 1, offset + 2 * half), data);
    if (offset + 1 >= PAGE_BYTES) return NONE;
    return withChangesElsewhere(page.subarray(offset + 2, offset + 2 + 2 * page.readUInt8(offset + 1)), data);
  });
}

function withChangesElsewhere(properties: Buffer, data: Buffer): Buffer {
  if (properties.length < 2) return NONE;
  for (const { code, value } of listChanges(properties.subarray(2))) {
    if (code !== CHANGES_ELSEWHERE && code !== CHANGES_ELSEWHERE_TOO) continue;
    const at = value.readUInt32LE(0);
    if (at + 2 <= data.length) return Buffer.concat([properties, data.subarray(at + 2, at + 2 + data.readUInt16LE(at))]);
  }
  return properties;
}

export function readCharacterProperties(stream: Buffer, list: Buffer): Properties {
  return readPages(stream, list, 1, (page, offset) => page.subarray(offset + 1, offset + 1 + page.readUInt8(offset)));
}

/** One change: what it changes, and to what. */
export interface Change {
  readonly code: number;
  readonly value: Buffer;
}

const TABLE_SHAPE = 0xd608;
const CHANGES_ELSEWHERE = 0x6646;
const CHANGES_ELSEWHERE_TOO = 0x6645;
/** Bytes of a value by the kind that the upper bits of its code tell; 6 says its own length. */
const VALUE_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

/** The changes of a list one by one; a list that ends in the middle of one ends there. */
export function* listChanges(changes: Buffer): Generator<Change> {
  let at = 0;
  while (at + 2 < changes.length) {
    const code = changes.readUInt16LE(at);
    at += 2;
    let length = VALUE_BYTES[code >> 13] ?? 0;
    if (length === 0) {
      const isLong = code === TABLE_SHAPE;
      if (at + 2 > changes.length) return;
      length = isLong ? changes.readUInt16LE(at) - 1 : changes.readUInt8(at);
      at += isLong ? 2 : 1;
    }
    if (length < 0 || at + length > changes.length) return;
    yield { code, value: changes.subarray(at, at + length) };
    at += length;
  }
}
