/** Something found wrong in an organ's ledger. */
export interface LedgerFault {
  readonly agencyId: number;
  /** The event it concerns, or would follow; 0 when it is about no event. */
  readonly sequence: number;
  readonly fault:
    | "altered"
    | "missing"
    | "broken-link"
    | "stream-gap"
    | "head-mismatch"
    | "number-gap"
    | "number-mismatch"
    | "file-unknown"
    | "file-missing"
    | "file-altered"
    | "file-not-erased"
    | "key-missing"
    | "projection-mismatch";
  /** What was found, in Chinese. */
  readonly message: string;
}
