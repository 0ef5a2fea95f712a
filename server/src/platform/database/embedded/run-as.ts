import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Whom a child process runs as; empty: as ourselves. Spread into the options of `spawn`. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** `nobody`: present on every system, so none need be created. A number without a name will not do: initdb asks for the name. */
const NOBODY = 65_534;

/** PostgreSQL refuses to run as root, so root lends it another user: the owner of the data if there is some, else nobody. */
export function chooseUser(dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid: owner.uid, gid: owner.gid };
}

/** Whether that user may pass through every folder above this path. Looks at permission bits only: when in doubt, no. */
export function canReach(path: string, { uid }: RunAs): boolean {
  if (uid === undefined) return true;
  const real = existsSync(path) ? dirname(realpathSync(path)) : realpathSync(dirname(path));
  for (let folder = real; ; folder = dirname(folder)) {
    const { mode, uid: owner } = statSync(folder);
    if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
