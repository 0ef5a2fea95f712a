/** An organ as public pages show it. */
export interface Organ {
  readonly agency_id: number;
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
  readonly kind: string;
  readonly parent_id: number | null;
  /** Everything of it is made up, and marked so. */
  readonly is_demo: boolean;
  readonly contact: unknown;
  /** Day it was abolished; what it published stays. */
  readonly closed_on: string | null;
}

export const isOpen = ({ closed_on: closedOn }: Organ): boolean => closedOn === null;

/** The name of an organ before that of a part of its site; 政府 is not said twice. */
export function nameWith({ name }: Pick<Organ, "name">, part: string): string {
  return name + (name.endsWith("政府") && part.startsWith("政府") ? part.slice(2) : part);
}
