import { aroundDamages } from "./around.ts";
import { breakDamages } from "./breaks.ts";
import type { Damage } from "./damage.ts";
import { figureDamages } from "./figures.ts";
import { labelDamages } from "./labels.ts";
import { rowDamages } from "./rows.ts";

/** Every damage, in the order in which mixed ones are done. */
export const DAMAGES: readonly Damage[] = [...figureDamages, ...rowDamages, ...labelDamages, ...breakDamages, ...aroundDamages];
export type { Damage } from "./damage.ts";
