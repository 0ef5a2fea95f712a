/** The streams of a compound file (MS-CFB), which is a small file system within a file: the old Office formats are such. */
export interface CompoundFile {
  /** A stream of the outermost folder; undefined where there is none, or its sectors make no sense. */
  readStream(name: string): Buffer | undefined;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
/** Sectors beyond this number are marks: the end of a chain, free, used by the table itself. */
const LAST_SECTOR = 0xfffffffa;
const NOTHING = 0xffffffff;
const STREAM = 2;
const ROOT = 5;
/** In the header; more of them stand in sectors of their own. */
const TABLE_SECTORS_IN_HEADER = 109;
const TABLE_SECTORS_OFFSET = 76;

/** Undefined for a file that is none, or is damaged where its streams are listed. Every walk ends: none is longer than the file. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < HEADER_BYTES || !file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectorBytes = 1 << shift;
  const sectorCount = Math.floor((file.length - 1) / sectorBytes); // the header takes the room of one; the last may be cut short
  const sector = (index: number): Buffer => file.subarray((index + 1) * sectorBytes, (index + 2) * sectorBytes);

  const tables = listTableSectors(file, sector, sectorCount, sectorBytes);
  const next = numbersOf(Buffer.concat(tables.map(sector)));
  const read = (start: number): Buffer | undefined => {
    const chain = follow(start, next, sectorCount);
    return chain && Buffer.concat(chain.map(sector));
  };
  const directory = read(file.readUInt32LE(48));
  const entries = directory ? readEntries(directory) : [];
  const root = entries.find(({ type }) => type === ROOT);
  if (!root) return undefined;
  const streams = listChildren(entries, root).filter(({ type }) => type === STREAM);
  const smallest = file.readUInt32LE(56); // shorter streams stand in the root's own, in small sectors
  const miniTable = read(file.readUInt32LE(60));
  const miniNext = miniTable ? numbersOf(miniTable) : new Uint32Array();

  function readSmall({ start, size }: Entry, { start: rootStart }: Entry): Buffer | undefined {
    const mini = read(rootStart);
    const chain = mini && follow(start, miniNext, Math.ceil(mini.length / MINI_SECTOR_BYTES));
    const parts = chain?.map((index) => mini?.subarray(index * MINI_SECTOR_BYTES, (index + 1) * MINI_SECTOR_BYTES) ?? Buffer.alloc(0));
    return parts && Buffer.concat(parts).subarray(0, size);
  }

  return {
    readStream(name) {
      const entry = streams.find((stream) => stream.name === name);
      if (!entry) return undefined;
      return entry.size < smallest ? readSmall(entry, root) : read(entry.start)?.subarray(0, entry.size);
    },
  };
}

/** The sectors that hold the table of which sector follows which. */
function listTableSectors(file: Buffer, sector: (index: number) => Buffer, sectorCount: number, sectorBytes: number): number[] {
  const listed: number[] = [];
  for (let index = 0; index < TABLE_SECTORS_IN_HEADER; index++) listed.push(file.readUInt32LE(TABLE_SECTORS_OFFSET + index * 4));
  const seen = new Set<number>();
  for (let at = file.readUInt32LE(68); at < sectorCount && !seen.has(at);) {
    seen.add(at);
    const numbers = numbersOf(sector(at));
    listed.push(...numbers.subarray(0, sectorBytes / 4 - 1));
    at = numbers[sectorBytes / 4 - 1] ?? NOTHING;
  }
  return [...new Set(listed)].filter((index) => index < sectorCount);
}

/** The sectors of a stream, or undefined where they lead in a circle or out of the file. */
function follow(start: number, next: Uint32Array, count: number): number[] | undefined {
  const chain: number[] = [];
  for (let at = start; at < LAST_SECTOR; at = next[at] ?? NOTHING) {
    if (at >= count || chain.length > count) return undefined;
    chain.push(at);
  }
  return chain;
}

function numbersOf(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}

function readEntries(directory: Buffer): Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) => {
    const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    const nameBytes = Math.min(62, Math.max(0, entry.readUInt16LE(64) - 2)); // counted with the zero at its end
    return {
      name: entry.toString("utf16le", 0, nameBytes),
      type: entry.readUInt8(66),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}

/** The entries of a folder, which hang together as a tree: each is met once, however they are linked. */
function listChildren(entries: readonly Entry[], folder: Entry): Entry[] {
  const found = new Set<Entry>();
  const open = [folder.child];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    open.push(entry.left, entry.right);
  }
  return [...found];
}
