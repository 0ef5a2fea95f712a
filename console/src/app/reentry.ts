/** The question to sign in again, asked from wherever a sign-in was found to have ended; several ask, one dialog answers. */
export interface Reentry {
  /** Resolves once the person has signed in again (true) or would rather not (false). */
  readonly ask: () => Promise<boolean>;
  readonly isAsked: () => boolean;
  readonly answer: (signedIn: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createReentry(): Reentry {
  let waiting: ((signedIn: boolean) => void)[] = [];
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  return {
    ask: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
        tell();
      }),
    isAsked: () => waiting.length > 0,
    answer(signedIn) {
      const answered = waiting;
      waiting = [];
      tell();
      for (const resolve of answered) resolve(signedIn);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
