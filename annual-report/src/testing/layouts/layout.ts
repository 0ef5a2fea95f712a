import type { Doc } from "@gongkai/document";
import type { Draft } from "../draft.ts";
import type { Random } from "../random.ts";

/** A way to write a document down: as text, or as a tree for a writer of office files. */
export interface Layout {
  readonly name: string;
  readonly extension: "txt" | "md" | "html" | "docx" | "xlsx" | "pdf";
  /** False where figures stand in sentences only, so that damages to tables mean nothing. */
  readonly hasTables: boolean;
  /** Damages that would leave nothing a careful person could settle in this layout. */
  readonly unfit?: readonly string[];
  render(draft: Draft, random: Random): string | Doc;
}
