import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance, type RawServerDefault } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Settings } from "../settings.ts";
import { requireAudience, type RouteEntry } from "./audience.ts";
import type { Logger } from "./log.ts";
import { PLAIN_STYLE, PLAIN_STYLE_PATH } from "./plain-page.ts";
import { answerFault, answerNotFound } from "./problems.ts";

/** The server as slices see it: routes are described with zod schemas, and each says for whom it is. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

declare module "fastify" {
  interface FastifyInstance {
    /** Every route with its audience, in order of registration. */
    readonly routeList: readonly RouteEntry[];
  }
}

/** Nothing from outside, nothing inline: every script, style, font and picture is a file of ours. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", "data:"],
    manifestSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    workerSrc: ["'self'"],
  },
};

const MEGABYTE = 1024 * 1024;

/** A hundred megabytes over a village's line take minutes; who is slower than this only holds the connection open. */
const SLOWEST_REQUEST_MILLISECONDS = 300_000;

/** A server with everything every route shares: log, request ids, safety headers, limits, audiences, faults in Chinese. */
export async function createHttp(settings: Settings, log: Logger): Promise<App> {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger, // pino's own type asks for the level names fastify leaves open
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }), // one line for each request, below, instead of two
    trustProxy: trustedProxies(settings.trustProxy),
    bodyLimit: settings.uploadMaxMb * MEGABYTE,
    forceCloseConnections: "idle",
    requestTimeout: SLOWEST_REQUEST_MILLISECONDS,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (fault, request, reply) => {
      answerFault(fault, request, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorate("routeList", requireAudience(app));
  app.setErrorHandler<FastifyError>((fault, request, reply) => answerFault(fault, request, reply));

  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    crossOriginEmbedderPolicy: false, // no shared memory here, and it would keep other sites from showing our pictures
    // A promise of HTTPS is kept only where people come by HTTPS.
    strictTransportSecurity: settings.baseUrl?.startsWith("https:") === true ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "same-origin" },
  });
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    request.log.info({ req: request, res: reply, responseTime: Math.round(reply.elapsedTime * 10) / 10 }, "request");
  });
  if (settings.rateLimitPerMinute > 0) {
    await app.register(rateLimit, {
      max: settings.rateLimitPerMinute,
      timeWindow: "1 minute",
      allowList: (request) => isProbe(request.url),
    });
    app.setNotFoundHandler({ preHandler: app.rateLimit() }, answerNotFound);
  } else {
    app.setNotFoundHandler(answerNotFound);
  }

  app.get(PLAIN_STYLE_PATH, { config: { audience: "public" }, schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(PLAIN_STYLE),
  );
  return app;
}

/** A number is how many proxies stand in front: the hop count from the connection inwards. */
function trustedProxies(trusted: Settings["trustProxy"]): boolean | string | ((address: string, hop: number) => boolean) {
  return typeof trusted === "number" ? (_address, hop) => hop < trusted : trusted;
}

/** Those who watch over the server ask often, and must be answered even while it is under siege. */
function isProbe(url: string): boolean {
  return url === "/healthz" || url === "/readyz";
}
