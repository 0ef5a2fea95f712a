/** What may fail for a reason the administrator can act on: a value, or that reason as one sentence. */
export type Attempt<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };
