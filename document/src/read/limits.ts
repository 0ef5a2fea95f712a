/** Largest file taken at all, in bytes. Office files with scanned pages reach some tens of megabytes. */
export const LARGEST_FILE_BYTES = 100 * 1024 * 1024;

/** Longest text read, in UTF-16 units: fifty megabytes of one-byte text with room to spare. */
export const LONGEST_TEXT = 60_000_000;

/** Most cells of all tables of a document together. A report has some 250, a large register 100,000. */
export const MOST_CELLS = 500_000;

/** Most headings and paragraphs of a document. */
export const MOST_PARAGRAPHS = 1_000_000;

/** Time one file may take in the pool, in milliseconds. */
export const READ_TIMEOUT_MS = 20_000;

/** Memory one worker of the pool may use, in megabytes of JavaScript heap. */
export const READ_MEMORY_MB = 512;

/**
 * Thrown deep inside a reader when a document outgrows a limit; `readDocument` turns it into the refusal "too-large".
 * `message` is the Chinese sentence for the user.
 */
export class LimitExceeded extends Error {
  override readonly name = "LimitExceeded";
}

/** Stops a reader that has met more cells or paragraphs than a document may have. */
export function checkCounts(cells: number, paragraphs: number): void {
  if (cells > MOST_CELLS) throw new LimitExceeded(`表格单元格超过 ${MOST_CELLS} 个，超出系统能够读取的范围，请拆分后再试。`);
  if (paragraphs > MOST_PARAGRAPHS) throw new LimitExceeded(`段落超过 ${MOST_PARAGRAPHS} 个，超出系统能够读取的范围，请拆分后再试。`);
}

/** Stops a reader that is handed more text than it may take. */
export function checkLength(text: string): void {
  if (text.length > LONGEST_TEXT)
    throw new LimitExceeded(`文字超过 ${LONGEST_TEXT / 10_000} 万字符，超出系统能够读取的范围，请拆分后再试。`);
}
