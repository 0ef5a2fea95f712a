import type { Result } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import { officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import { CATALOGUE_REFUSALS, type CatalogueRefusal } from "./catalogue-refusals.ts";

/** What a command on catalogue, pages and transfers is called with. */
export function callOf<Given>(request: FastifyRequest, given: Given) {
  const officer = officerOf(request);
  return { agencyId: officer.agencyId, officer, given, commandKey: commandKeyOf(request) };
}

/** The value of a command, or its refusal in words. */
export function answer<Value>(request: FastifyRequest, reply: FastifyReply, done: Result<Value, CatalogueRefusal>) {
  return done.ok ? done.value : answerRefusal(request, reply, done.refusal, CATALOGUE_REFUSALS[done.refusal]);
}

/** A file to be saved, under a name. */
export function sendFile(reply: FastifyReply, bytes: Uint8Array, mediaType: string, name: string): FastifyReply {
  return reply
    .header("content-type", mediaType)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header("cache-control", "no-store")
    .send(Buffer.from(bytes));
}
