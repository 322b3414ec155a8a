/** The HTTP server: schemas that validate and describe, problem details, and who may reach it. */
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import { jsonSchemaTransform, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { answerError, refuse } from "./problems.ts";

/** Largest file that is taken, bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

export type HttpOptions = {
  readonly version: string;
  readonly logLevel: "info" | "warn" | "silent";
  /** The https address under which people reach the server through a proxy on this machine; null: this machine alone. */
  readonly publicUrl?: URL | null;
  /** Another server whose pictures pages may show, asked before each page; null: none. */
  readonly tileOrigin?: () => Promise<string | null>;
  /** Where log lines go; else to the standard output. */
  readonly logTo?: { readonly write: (line: string) => void };
};
export type Http = Awaited<ReturnType<typeof createHttp>>;

const LOCAL_HOSTS = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);

type Asked = Pick<FastifyRequest, "method" | "headers">;

const ANSWERS = /^\/(api|tiles|ogc)([/?]|$)/;

/** Whether an address asks the register for something: what is no such address is a screen or one of its files. */
export function isAnswer(url: string): boolean {
  return ANSWERS.test(url);
}

/** Whether a request may alter something. */
export function isWrite({ method }: Pick<FastifyRequest, "method">): boolean {
  return WRITES.has(method);
}

function notAllowed(field: string, publicUrl: URL | null): Problem {
  const home = publicUrl?.origin ?? "http://127.0.0.1";
  return {
    code: "request.foreign",
    status: 403,
    field,
    message: {
      vi: `Yêu cầu đến từ một địa chỉ khác; máy chủ này chỉ phục vụ tại ${home}.`,
      en: `The request comes from another address; this server serves at ${home} alone.`,
    },
    remedy: { vi: `Mở ${home}.`, en: `Open ${home}.` },
  };
}

/**
 * Why a request is not let in, or null: a foreign Host (names that are made to point here), or a write from a foreign
 * page. Without a public address the Host must name this machine.
 */
export function foreignField(
  { method, headers }: Asked,
  publicUrl: URL | null = null,
): "Host" | "Origin" | null {
  const { host, origin } = headers;
  const known = publicUrl === null ? LOCAL_HOSTS.test(host ?? "") : host === publicUrl.host;
  if (!known) return "Host";
  if (!isWrite({ method })) return null;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return "Origin";
  return origin === undefined || origin === (publicUrl?.origin ?? `http://${host}`) ? null : "Origin";
}

/** The name of the first value that holds a NUL, which no text of the database can hold; null: there is none. */
function nulField(value: unknown, name: string): string | null {
  if (typeof value === "string") return value.includes("\0") ? name : null;
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return null;
  for (const [key, part] of Object.entries(value)) {
    const inner = name === "" ? key : `${name}.${key}`;
    const found = key.includes("\0") ? inner.replaceAll("\0", "") : nulField(part, inner);
    if (found !== null) return found;
  }
  return null;
}

function unstorable(field: string): Problem {
  return {
    code: "request.unstorable",
    status: 400,
    field,
    message: {
      vi: `“${field}” có ký tự NUL, không lưu được.`,
      en: `“${field}” holds the character NUL, which can't be stored.`,
    },
    remedy: { vi: "Bỏ ký tự đó rồi gửi lại.", en: "Take it out, then send it again." },
  };
}

/**
 * What pages may load and do: scripts, styles, fonts and answers from here alone, nothing in a frame, nothing written
 * into the page's own text. Styles that scripts set one by one are not text and stay allowed.
 */
const pageRules = (tiles: () => string) => ({
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  "img-src": ["'self'", "data:", tiles],
  "connect-src": ["'self'", tiles],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
});

/** Log lines name the path without its query, where codes may stand, and of an error what says where it came from. */
const SERIALIZERS = {
  req: ({ method, url }: { readonly method: string; readonly url: string }) => ({
    method,
    path: url.split("?")[0],
  }),
  err: (error: { readonly name: string; readonly message: string; readonly stack?: string | undefined }) => ({
    type: error.name,
    message: error.message,
    stack: error.stack ?? "",
  }),
};

/** A server without routes of its own. */
export async function createHttp(options: HttpOptions) {
  const publicUrl = options.publicUrl ?? null;
  const app = Fastify({
    logger: {
      level: options.logLevel,
      serializers: SERIALIZERS,
      ...(options.logTo === undefined ? {} : { stream: options.logTo }),
    },
    // Only a proxy on this machine is believed when it says for whom it asks.
    trustProxy: publicUrl === null ? false : "loopback",
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    // An address that the router itself can't take is refused as everything else is.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  app.setErrorHandler(answerError);
  let tiles: string | null = null;
  app.addHook("onRequest", async (request) => {
    if (!/^\/(api|assets)\//.test(request.url)) tiles = (await options.tileOrigin?.()) ?? null;
  });
  await app.register(helmet, {
    // Where there is no such server, the rule says once more what it says before.
    contentSecurityPolicy: { useDefaults: false, directives: pageRules(() => tiles ?? "'self'") },
    strictTransportSecurity: publicUrl?.protocol === "https:",
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  app.addHook("onRequest", async (request, reply) => {
    const field = foreignField(request, publicUrl);
    return field === null ? undefined : refuse(request, reply, [notAllowed(field, publicUrl)]);
  });
  app.addHook("preValidation", async (request, reply) => {
    const { params, query, body } = request;
    const [field] = [params, query, body].flatMap((part) => nulField(part, "") ?? []);
    return field === undefined ? undefined : refuse(request, reply, [unstorable(field)]);
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: LARGEST_FILE, files: 1, fields: 10 } });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Khu",
        version: options.version,
        description:
          "The register of a province's industrial parks and clusters: every figure for any date, with its records and papers.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
      tags: [
        "figures",
        "zones",
        "land",
        "places",
        "organisations",
        "documents",
        "claims",
        "programme",
        "procedures",
        "imports",
        "people",
        "system",
      ].map((name) => ({ name })),
    },
    transform: jsonSchemaTransform,
  });
  return app;
}

/** Sends a good outcome, or refuses. */
export function answer<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome<T>,
): T | FastifyReply {
  return outcome.ok ? outcome.value : refuse(request, reply, outcome.problems);
}

/** The refusal for something that is not there. */
export function notFound(what: string, of: string): ReturnType<typeof refused> {
  return refused({
    code: `${what}.unknown`,
    status: 404,
    field: what,
    message: { vi: `Không có “${of}”.`, en: `There is no “${of}”.` },
    remedy: { vi: "Xem danh sách rồi chọn lại.", en: "Look at the list and choose again." },
  });
}
