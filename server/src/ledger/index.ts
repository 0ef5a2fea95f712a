export type { Actor, Json, NewEvent, Payload, StoredEvent, StreamKind, StreamName } from "./event.ts";
export type { Ledger } from "./ledger.ts";
export { loadSealingKeys } from "./load-keys.ts";
export type { ProjectedRow, Projection } from "./projection.ts";
export { readChain, readHistory } from "./read-history.ts";
export { rebuildProjections } from "./rebuild.ts";
export { type CommandCall, type CommonRefusal, runCommand, type Turn } from "./run-command.ts";
export { eraseSealed, openSealed, openSecret, sealSecret, type SealingKeys } from "./seal.ts";
export { type ChainFault, verifyLedger } from "./verify.ts";
