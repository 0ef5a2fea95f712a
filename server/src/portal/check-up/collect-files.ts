const READABLE = /\.(docx|pdf|xlsx|html?|xhtml|mht|mhtml|eml|md|markdown|txt|doc|wps|xls|et|rtf|jpe?g|png|tiff?)$/i;

/**
 * The files of a drop, folders walked to the bottom. Within folders only files that could be meant as a report are
 * taken; old and picture formats among them, because a person must be told that those cannot be read.
 */
export async function collectDropped(transfer: DataTransfer): Promise<File[]> {
  // All entries must be asked for before the first wait: the list is emptied when the event is over.
  const entries = [...transfer.items].flatMap((item) => (item.kind === "file" ? (item.webkitGetAsEntry() ?? []) : []));
  if (entries.length === 0) return [...transfer.files];
  const files = await Promise.all(
    entries.map((entry) => (entry.isFile ? readFile(entry as FileSystemFileEntry) : walk(entry as FileSystemDirectoryEntry))),
  ); // isFile tells which
  return files.flat();
}

/** The files of a chosen folder that could be meant as reports, in natural order. */
export function collectChosen(files: Iterable<File>, { fromFolder }: { fromFolder: boolean }): File[] {
  return [...files].filter((file) => !fromFolder || isMeant(file.name)).sort(byName);
}

const collator = new Intl.Collator("zh-CN", { numeric: true });
const byName = (a: File, b: File) => collator.compare(a.webkitRelativePath || a.name, b.webkitRelativePath || b.name);

function isMeant(name: string): boolean {
  return READABLE.test(name) && !name.startsWith("~$") && !name.startsWith(".");
}

async function walk(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // The reader hands out a hundred at a time, and nothing when it is at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
    if (some.length === 0) break;
    entries.push(...some);
  }
  const files = await Promise.all(
    entries.map(async (entry) => {
      if (entry.isDirectory) return walk(entry as FileSystemDirectoryEntry); // isDirectory tells which
      return isMeant(entry.name) ? readFile(entry as FileSystemFileEntry) : []; // and here
    }),
  );
  return files.flat().sort(byName);
}

async function readFile(entry: FileSystemFileEntry): Promise<File[]> {
  return new Promise((resolve) =>
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  );
}
