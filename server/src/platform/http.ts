import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import proxyAddress from "@fastify/proxy-addr";
import fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance, type RawServerDefault } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Settings } from "../settings.ts";
import { requireAudience, type RouteEntry } from "./audience.ts";
import type { Clock } from "./clock.ts";
import { limitRate } from "./limit-rate.ts";
import { createRequestLine, createRequestLogs, type Logger } from "./log.ts";
import { PLAIN_STYLE, PLAIN_STYLE_PATH } from "./plain-page.ts";
import { answerFault, answerNotFound, answerTooMany } from "./problems.ts";
import { findRecalled, type Recall, recallingServer } from "./recall-answers.ts";
import { safetyHeaders } from "./safety-headers.ts";
import { sendFinished } from "./send-finished.ts";

/** The server as slices see it: routes are described with zod schemas, and each says for whom it is. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

declare module "fastify" {
  interface FastifyInstance {
    /** Every route with its audience, in order of registration. */
    readonly routeList: readonly RouteEntry[];
  }
}

const MEGABYTE = 1024 * 1024;

/** A hundred megabytes over a village's line take minutes; who is slower than this only holds the connection open. */
const SLOWEST_REQUEST_MILLISECONDS = 300_000;

/** A server with everything every route shares: log, request ids, safety headers, limits, audiences, faults in Chinese. */
export async function createHttp(settings: Settings, log: Logger, clock: Clock): Promise<App> {
  const safety = safetyHeaders(settings.baseUrl);
  const safetyList = Object.entries(safety).flat();
  const askPatience = settings.rateLimitPerMinute === 0 ? undefined : limitRate({ perMinute: settings.rateLimitPerMinute });
  const writeLine = createRequestLine(log, clock);
  const recalls: Recall[] = [];
  const trustProxy = trustedProxies(settings.trustProxy);
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger, // pino's own type asks for the level names fastify leaves open
    genReqId: () => randomUUID(),
    childLoggerFactory: createRequestLogs(log as FastifyBaseLogger),
    logController: new LogController({ disableRequestLogging: true }), // one line for each request, below, instead of two
    trustProxy,
    bodyLimit: settings.uploadMaxMb * MEGABYTE,
    forceCloseConnections: "idle",
    requestTimeout: SLOWEST_REQUEST_MILLISECONDS,
    serverFactory: (routes, { keepAliveTimeout, requestTimeout }) => {
      const server = recallingServer(routes, {
        recalls,
        safetyList,
        isTooOften: (ip) => askPatience?.(ip) !== undefined,
        trusts: trustProxy === false ? undefined : trustProxy,
        writeLine: (answered) => writeLine({ ...answered, level: log.level }),
      });
      return Object.assign(server, { keepAliveTimeout, requestTimeout });
    },
    routerOptions: { maxParamLength: 500 },
    // No hook runs where the address itself could not be read.
    frameworkErrors: (fault, request, reply) => {
      answerFault(fault, request, reply.headers(safety).header("x-request-id", request.id));
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorate("routeList", requireAudience(app));
  app.setErrorHandler<FastifyError>((fault, request, reply) => answerFault(fault, request, reply));

  app.decorate("safetyList", safetyList);
  app.decorate("recallFirst", (recall: Recall) => void recalls.push(recall));
  // By callback, not by promise: these run for every request.
  app.addHook("onRequest", (request, reply, next) => {
    const wait = askPatience === undefined || isUncounted(request.url) ? undefined : askPatience(request.ip);
    if (wait === undefined) return next();
    answerTooMany(request, reply, wait);
  });
  // What is asked in-process comes past no server.
  app.addHook("onRequest", (request, reply, next) => {
    const finished = findRecalled(recalls, request.method, request);
    if (finished === undefined) return next();
    sendFinished(reply, finished);
  });
  app.addHook("onSend", (request, reply, payload, next) => {
    // A file or a letter has a policy of its own, which lets in less.
    const own = reply.getHeader("content-security-policy");
    reply.headers(safety).header("x-request-id", request.id);
    if (own !== undefined) reply.header("content-security-policy", own);
    next(null, payload);
  });
  app.addHook("onResponse", (request, reply, next) => {
    const { id, method, url, ip } = request;
    writeLine({ id, method, url, ip, status: reply.statusCode, milliseconds: reply.elapsedTime, level: request.log.level });
    next();
  });
  app.setNotFoundHandler(answerNotFound);

  app.get(PLAIN_STYLE_PATH, { config: { audience: "public" }, schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(PLAIN_STYLE),
  );
  return app;
}

/** A number is how many proxies stand in front: the hop count from the connection inwards. Text: addresses and networks. */
function trustedProxies(trusted: Settings["trustProxy"]): false | ((address: string, hop: number) => boolean) {
  if (typeof trusted === "number") return (_address, hop) => hop < trusted;
  if (typeof trusted === "string") return proxyAddress.compile(trusted.split(",").map((one) => one.trim()));
  return trusted && (() => true);
}

/**
 * Those who watch over the server ask often, and must be answered even while it is under siege. The parts of the back office
 * come by the dozen, once: on the morning after an upgrade an office of thirty behind one address asks for thousands.
 */
function isUncounted(url: string): boolean {
  return url === "/healthz" || url === "/readyz" || url.startsWith("/console/assets/");
}
