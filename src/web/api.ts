/** Asks the HTTP API. Every answer is parsed by its schema; every refusal becomes an `ApiError` that a screen can show. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";

/** One thing wrong, as a screen shows it. The server's sentences come in the asked language. */
export type ShownProblem = {
  readonly code: string;
  readonly field: string | null;
  readonly message: string | Sentence;
  readonly remedy: string | Sentence;
};

const problemItem = z.object({
  code: z.string(),
  field: z.string().nullish(),
  message: z.string(),
  remedy: z.string().default(""),
});
const problemDetails = z.object({
  title: z.string(),
  detail: z.string().optional(),
  code: z.string().optional(),
  problems: z.array(problemItem).default([]),
});

/** An answer that is none: refused (RFC 9457), unreachable (status 0) or of a shape that this version does not know. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly status: number,
    readonly problems: readonly ShownProblem[],
    /** The parsed JSON of the refusal; a conflict carries more than its problems. */
    readonly body: unknown,
  ) {
    super(problems.map((p) => p.code).join(", "));
  }
}

const UNREACHABLE: ShownProblem = {
  code: "unreachable",
  field: null,
  message: { vi: "Không kết nối được với máy chủ.", en: "The server cannot be reached." },
  remedy: {
    vi: "Kiểm tra mạng và máy chủ Khu, rồi thử lại.",
    en: "Check the network and the Khu server, then try again.",
  },
};
const UNEXPECTED: ShownProblem = {
  code: "unexpectedAnswer",
  field: null,
  message: {
    vi: "Máy chủ trả lời theo cách mà trang này chưa hiểu.",
    en: "The server answered in a way that this page does not understand.",
  },
  remedy: {
    vi: "Tải lại trang để lấy bản mới. Nếu vẫn vậy, báo người quản trị.",
    en: "Reload the page to get its newest version. If that does not help, tell the administrator.",
  },
};

function refusalOf(status: number, body: unknown): ApiError {
  const parsed = problemDetails.safeParse(body);
  if (!parsed.success) return new ApiError(status, [UNEXPECTED], body);
  const { title, detail, code, problems } = parsed.data;
  const shown: ShownProblem[] = problems.map((p) => ({ ...p, field: p.field ?? null }));
  const alone: ShownProblem = {
    code: code ?? `status${status}`,
    field: null,
    message: detail ?? title,
    remedy: "",
  };
  return new ApiError(status, shown.length > 0 ? shown : [alone], body);
}

let writeToken: string | null = null;
/** The token of the session, which every write shows from now on; null: there is no session. */
export function setWriteToken(token: string | null): void {
  writeToken = token;
}

function writing(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return writeToken === null ? headers : { ...headers, "x-csrf-token": writeToken };
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new ApiError(0, [UNREACHABLE], null);
  }
}

async function ask<T>(schema: z.ZodType<T>, url: string, init: RequestInit): Promise<T> {
  const response = await reach(url, init);
  const body: unknown = await response.json().catch((cause: unknown) => {
    // Whoever asked went on before all of it came: that is no answer, and nothing is wrong with it.
    if (init.signal?.aborted === true) throw cause;
    return null;
  });
  if (!response.ok) {
    // A gateway that stands before a stopped server answers 502 to 504 without problem details.
    if (body === null && response.status >= 500) throw new ApiError(response.status, [UNREACHABLE], null);
    throw refusalOf(response.status, body);
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    console.error(`unexpected answer of ${url}`, z.prettifyError(parsed.error));
    throw new ApiError(response.status, [UNEXPECTED], body);
  }
  return parsed.data;
}

/** The parsed answer of a GET. Throws `ApiError` where there is none. */
export function get<T>(schema: z.ZodType<T>, url: string, signal?: AbortSignal): Promise<T> {
  return ask(schema, url, {
    headers: { accept: "application/json" },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** A file that the server makes, of what is posted where something is. Throws `ApiError` where there is none. */
export async function getFile(url: string, content?: object): Promise<Blob> {
  const init =
    content === undefined
      ? {}
      : {
          ...{ method: "POST", body: JSON.stringify(content) },
          headers: writing({ "content-type": "application/json" }),
        };
  const response = await reach(url, init);
  if (response.ok) return response.blob();
  throw refusalOf(response.status, await response.json().catch(() => null));
}

/** The parsed answer of a POST of JSON or of a form. Throws `ApiError` where there is none. */
export function post<T>(schema: z.ZodType<T>, url: string, content: object | FormData): Promise<T> {
  if (content instanceof FormData) {
    return ask(schema, url, { method: "POST", headers: writing(), body: content });
  }
  return ask(schema, url, {
    method: "POST",
    headers: writing({ "content-type": "application/json" }),
    body: JSON.stringify(content),
  });
}

/** The parsed answer of a PATCH of JSON. Throws `ApiError` where there is none. */
export function patch<T>(schema: z.ZodType<T>, url: string, content: object): Promise<T> {
  return ask(schema, url, {
    method: "PATCH",
    headers: writing({ "content-type": "application/json" }),
    body: JSON.stringify(content),
  });
}

/** The parsed answer of a PUT of JSON. Throws `ApiError` where there is none. */
export function put<T>(schema: z.ZodType<T>, url: string, content: object): Promise<T> {
  return ask(schema, url, {
    method: "PUT",
    headers: writing({ "content-type": "application/json" }),
    body: JSON.stringify(content),
  });
}

/** The parsed answer of a DELETE, with JSON where something must be shown besides. Throws `ApiError` where there is none. */
export function remove<T>(schema: z.ZodType<T>, url: string, content?: object): Promise<T> {
  if (content === undefined) return ask(schema, url, { method: "DELETE", headers: writing() });
  return ask(schema, url, {
    method: "DELETE",
    headers: writing({ "content-type": "application/json" }),
    body: JSON.stringify(content),
  });
}

/** An address with its query; parts without a value are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, value);
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
