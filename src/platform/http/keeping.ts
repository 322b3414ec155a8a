/**
 * Answers kept until the register moves, and worked out a few at a time. What a route that says `kept` answers follows from its address and a state (the
 * register's last commit, the day, what the asker may see), so the same question in the same state is answered from
 * memory, and several that ask it at once wait for one answer. What must be worked out waits for its turn: of hundreds that
 * ask at once the first are answered soon, instead of all at the end; who has gone meanwhile is not answered at all.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { turns } from "../../kernel/turns.ts";
import type { Http } from "./server.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether the answer to this request depends on its address and the state alone. Where it says no, it waits for its turn. */
    readonly kept?: (request: FastifyRequest) => boolean;
  }
  interface FastifyRequest {
    /** Set while this request works out an answer that others wait for. */
    keptAs: Working | null;
    /** Gives the turn back; null where none was taken. */
    endTurn: (() => void) | null;
  }
}

/** All that answers depend on besides their address, as text. */
export type StateOf = (request: FastifyRequest) => string;

/** What a log calls a request whose asker did not wait for the answer; nobody is there to read it. */
const CLIENT_GONE = 499;

/** For routes whose every answer is kept. */
export const KEPT = { kept: () => true };

/** For routes of which no answer is kept and which read much: they wait for their turn, too, so that they leave room for others. */
export const IN_TURN = { kept: () => false };

/** `packed`: the body in gzip, made when a browser first asks for it so. */
type Kept = {
  readonly body: Buffer;
  readonly type: string;
  readonly tag: string;
  packed: Promise<Buffer> | null;
};
type Working = { readonly key: string; readonly finish: (kept: Kept | null) => void };

/** Bytes that are kept at most, of all answers and of one. */
const ALL = 64 * 1024 * 1024;
const ONE = 4 * 1024 * 1024;
/** Answers that are worked out at a time: enough to keep the database busy while another is being written out. */
const AT_A_TIME = 6;

function tagOf(key: string, body: Buffer): string {
  return `"${createHash("sha256").update(key).update(body).digest("base64url").slice(0, 22)}"`;
}

/** What is sent, in bytes; null where it flows and never stands anywhere as a whole. */
function bodyOf(payload: unknown): Buffer | null {
  if (typeof payload === "string") return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : null;
}

const pack = promisify(gzip);
/** Bytes below which packing saves less than it costs. */
const WORTH_PACKING = 1_000;

/** The body as the browser takes it best. */
async function bodyFor(request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<Buffer> {
  const { body } = kept;
  if (body.length < WORTH_PACKING) return body;
  reply.header("vary", "accept-encoding");
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return body;
  kept.packed ??= pack(body);
  reply.header("content-encoding", "gzip");
  return kept.packed;
}

/** Answers from memory, or says to the browser that what it has is still so. */
async function send(request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<FastifyReply> {
  const { type, tag } = kept;
  // What an account sees is told to no browser to keep; that was said when it became known who asks.
  if (reply.getHeader("cache-control") === undefined)
    reply.header("cache-control", "no-cache").header("etag", tag);
  if (reply.hasHeader("etag") && request.headers["if-none-match"] === tag) return reply.code(304).send();
  return reply.type(type).send(await bodyFor(request, reply, kept));
}

/** Keeps the answers of all routes that are added after it and say so. */
export function keepAnswers(app: Http, stateOf: StateOf): void {
  const kept = new LRUCache<string, Kept>({
    maxSize: ALL,
    sizeCalculation: ({ body }) => Math.ceil(body.length * 1.3) + 500,
  });
  const underWay = new Map<string, Promise<Kept | null>>();
  const { take } = turns(AT_A_TIME);
  app.decorateRequest("keptAs", null);
  app.decorateRequest("endTurn", null);

  /** Makes others wait for this request's answer, until it is sent or will not come. */
  function lead(request: FastifyRequest, reply: FastifyReply, key: string): void {
    const answer = new Promise<Kept | null>((resolve) => {
      const finish = (found: Kept | null) => {
        if (underWay.get(key) === answer) underWay.delete(key);
        resolve(found);
      };
      request.keptAs = { key, finish };
      reply.raw.once("close", () => finish(null));
    });
    underWay.set(key, answer);
  }

  /**
   * Waits for a turn, which ends when the answer is worked out: who then reads it slowly holds up nobody. Refused where
   * who asked has gone meanwhile.
   */
  async function waitForTurn(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> {
    const end = await take();
    if (reply.raw.destroyed || reply.raw.closed) {
      end();
      return reply.code(CLIENT_GONE).send();
    }
    request.endTurn = end;
    reply.raw.once("close", end);
    return undefined;
  }

  app.addHook("onRequest", async (request, reply) => {
    const keeps = request.routeOptions.config.kept;
    if (request.method !== "GET" || keeps === undefined) return undefined;
    if (!keeps(request)) return waitForTurn(request, reply);
    const key = `${stateOf(request)} ${request.url}`;
    const awaited = underWay.get(key);
    // Without a pause between looking and leading: of those who ask at once only one may lead.
    const found = kept.get(key) ?? (awaited === undefined ? null : await awaited);
    if (found !== null) return send(request, reply, found);
    if (!underWay.has(key)) lead(request, reply, key);
    return waitForTurn(request, reply);
  });
  app.addHook("onSend", async (request, reply, payload: unknown) => {
    request.endTurn?.();
    const working = request.keptAs;
    if (working === null) return payload;
    const body = bodyOf(payload);
    if (reply.statusCode !== 200 || body === null || body.length > ONE) {
      working.finish(null);
      return payload;
    }
    const type = String(reply.getHeader("content-type"));
    const found: Kept = { body, type, tag: tagOf(working.key, body), packed: null };
    kept.set(working.key, found);
    working.finish(found);
    if (reply.getHeader("cache-control") === undefined)
      reply.header("cache-control", "no-cache").header("etag", found.tag);
    return bodyFor(request, reply, found);
  });
}
