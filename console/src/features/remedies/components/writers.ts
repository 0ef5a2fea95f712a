import type { PostRole } from "@gongkai/server/contract";

/** Who enters remedies; the server decides again. */
export const WRITERS: readonly PostRole[] = ["registrar", "legalReviewer", "officeHead"];
