/** The one place that turns refusals and broken assumptions into answers of RFC 9457. */
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type Problem, RefusalError } from "../../kernel/problems.ts";

type Language = "vi" | "en";

const TITLES: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { vi: "Yêu cầu không đúng", en: "The request is not right" },
  401: { vi: "Cần đăng nhập", en: "Signing in is needed" },
  403: { vi: "Không được phép", en: "Not allowed" },
  404: { vi: "Không tìm thấy", en: "Not found" },
  409: { vi: "Hồ sơ đã thay đổi", en: "The register has moved" },
  413: { vi: "Quá lớn", en: "Too large" },
  415: { vi: "Không đọc được loại tệp này", en: "This kind of file cannot be read" },
  422: { vi: "Nội dung không hợp lệ", en: "The content is not valid" },
  429: { vi: "Quá nhiều lần thử", en: "Too many tries" },
  503: { vi: "Tạm thời không phục vụ được", en: "Not available just now" },
};

/** The body of an answer that refuses, in the asked language. `extra` stands beside (e.g. a new preview). */
export function problemBody(
  problems: readonly [Problem, ...Problem[]],
  language: Language,
  extra: Readonly<Record<string, unknown>> = {},
) {
  const [first] = problems;
  return {
    type: `urn:khu:problem:${first.code}`,
    title: TITLES[first.status]?.[language] ?? first.code,
    status: first.status,
    detail: `${first.message[language]} ${first.remedy[language]}`,
    code: first.code,
    problems: problems.map((p) => ({
      code: p.code,
      field: p.field,
      message: p.message[language],
      remedy: p.remedy[language],
    })),
    ...extra,
  };
}

/** The language that a request asks for by its `lang`; Vietnamese unless English is named. */
export function languageOf(request: FastifyRequest): Language {
  return /[?&]lang=en(&|$)/.test(request.url) ? "en" : "vi";
}

/** Answers a refusal. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly [Problem, ...Problem[]],
  extra: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  return reply
    .status(problems[0].status)
    .type("application/problem+json")
    .serializer(JSON.stringify)
    .send(problemBody(problems, languageOf(request), extra));
}

/** What is wrong with the words of a request, each with the field's name. */
function validationProblems(error: FastifyError): readonly [Problem, ...Problem[]] | null {
  if (!hasZodFastifySchemaValidationErrors(error)) return null;
  const [first, ...rest] = error.validation.map((issue): Problem => {
    const field = issue.instancePath.replace(/^\//, "").replaceAll("/", ".");
    const reason = issue.message ?? "";
    const [vi, en] = field === "" ? ["Nội dung gửi", "What was sent"] : [`“${field}”`, `“${field}”`];
    return {
      code: "request.invalid",
      status: 400,
      field: field === "" ? null : field,
      message: {
        vi: `${vi} không hợp lệ: ${reason}.`,
        en: `${en} is not valid: ${reason}.`,
      },
      remedy: { vi: "Xem mô tả tại /api/openapi.json.", en: "See the description at /api/openapi.json." },
    };
  });
  return first === undefined ? null : [first, ...rest];
}

function statusOf(status: number): Problem["status"] {
  return status === 404 || status === 413 || status === 415 || status === 403 ? status : 400;
}

/** Every error ends here. What nobody foresaw is logged and told without its inside. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const known = error instanceof RefusalError ? error.problems : validationProblems(error);
  if (known !== null) {
    refuse(request, reply, known);
    return;
  }
  const status = error.statusCode ?? 500;
  if (status < 500) {
    refuse(request, reply, [
      {
        code: (error.code ?? "request.invalid").toLowerCase(),
        status: statusOf(status),
        field: null,
        message: {
          vi: `Yêu cầu không đúng: ${error.message}.`,
          en: `The request is not right: ${error.message}.`,
        },
        remedy: { vi: "Sửa yêu cầu rồi gửi lại.", en: "Mend the request, then send it again." },
      },
    ]);
    return;
  }
  request.log.error({ err: error }, "unforeseen");
  reply.status(500).type("application/problem+json").serializer(JSON.stringify).send({
    type: "urn:khu:problem:internal",
    title: "Lỗi hệ thống",
    status: 500,
    detail: "Có lỗi trong hệ thống; không có gì bị mất. An error in the system; nothing was lost.",
    code: "internal",
    problems: [],
  });
}
