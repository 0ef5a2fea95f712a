import { type ApplicationCase, type CaseEvent, type Channel, EVENT_TYPES } from "@gongkai/statute";
import type { StoredEvent } from "../ledger/index.ts";

const MOVING: ReadonlySet<string> = new Set(EVENT_TYPES);

/**
 * An application's history as statute folds it. Events that statute knows keep their type and details; every other event of
 * the stream (assignments, steps of review, notes) becomes a note of its name and moves no clock.
 */
export function toCase(history: readonly StoredEvent[]): Pick<ApplicationCase, "channel" | "events"> {
  return { channel: channelOf(history), events: history.map(toCaseEvent) };
}

function toCaseEvent({ type, on, payload }: StoredEvent): CaseEvent {
  if (!MOVING.has(type)) return { type: "noted", on, name: type };
  return { ...payload, type, on } as CaseEvent; // written by makeEvents or checked by parseCases before it was appended
}

function channelOf([first]: readonly StoredEvent[]): Channel {
  return (first?.payload["channel"] ?? "internet") as Channel; // `submitted` carries it, checked at the door
}

/** The event by which an application was set aside as none (advertising, machines); undefined when it is not, or was brought back. */
export function findSetAside(history: readonly StoredEvent[]): StoredEvent | undefined {
  const last = findLast(history, "setAside", "broughtBack", "confirmed");
  return last?.type === "setAside" ? last : undefined;
}

/** The last event of a type; undefined when it never happened. */
export function findLast(history: readonly StoredEvent[], ...types: readonly string[]): StoredEvent | undefined {
  return history.findLast(({ type }) => types.includes(type));
}
