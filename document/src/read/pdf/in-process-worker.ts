type Listener = (event: { data: unknown }) => void;

interface Port {
  postMessage(message: unknown): void;
  addEventListener(name: string, listener: Listener, options?: { signal?: AbortSignal }): void;
  removeEventListener(name: string, listener: Listener): void;
  terminate(): void;
}

/**
 * Two ends of a channel within this thread. pdf.js's own stand-in copies every message deeply, which costs as much as
 * the parsing; these hand objects over, and copy only the two lists the sender empties afterwards. An error a listener
 * throws would end the process; it goes to `onError`.
 */
export function createPorts(onError: (error: unknown) => void): [Port, Port] {
  const left = new Set<Listener>();
  const right = new Set<Listener>();
  return [createPort(left, right, onError), createPort(right, left, onError)];
}

function createPort(own: Set<Listener>, others: ReadonlySet<Listener>, onError: (error: unknown) => void): Port {
  return {
    postMessage(message) {
      const event = { data: withOwnLists(message) };
      // Not a microtask: timers must get their turn between messages, or no deadline would hold.
      setImmediate(() => {
        try {
          for (const listener of others) listener(event);
        } catch (error) {
          onError(error);
        }
      });
    },
    addEventListener(name, listener, options) {
      if (name !== "message") return;
      own.add(listener);
      options?.signal?.addEventListener("abort", () => own.delete(listener));
    },
    removeEventListener(_name, listener) {
      own.delete(listener);
    },
    terminate() {
      own.clear();
    },
  };
}

function withOwnLists(message: unknown): unknown {
  if (typeof message !== "object" || message === null || !("chunk" in message)) return message;
  const { chunk } = message;
  if (typeof chunk !== "object" || chunk === null || !("fnArray" in chunk) || !("argsArray" in chunk)) return message;
  if (!Array.isArray(chunk.fnArray) || !Array.isArray(chunk.argsArray)) return message;
  return { ...message, chunk: { ...chunk, fnArray: [...(chunk.fnArray as unknown[])], argsArray: [...(chunk.argsArray as unknown[])] } };
}
