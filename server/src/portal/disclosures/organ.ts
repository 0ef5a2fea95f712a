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
}
