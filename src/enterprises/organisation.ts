/** Organisations as subjects: under the name as printed until an enterprise code is known; only a person joins two. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import {
  type AttributeWords,
  decidingProblemsBy,
  type SubjectDefinition,
  sharedTimeline,
} from "../register/public.ts";

export const organisationAttributes = z
  .object({
    name: z.string().min(1),
    /** Ten digits, or ten and three (a branch). */
    enterpriseCode: z.string().regex(/^\d{10}(-\d{3})?$/),
    /** Id of the organisation that a person found to be the same. */
    sameAs: z.uuid(),
  })
  .partial();

/** Business registration stands in the department of planning and investment, since 2025 in that of finance. */
const REGISTRAR =
  /^(Phòng Đăng ký kinh doanh|Cơ quan đăng ký kinh doanh|Sở (Kế hoạch và Đầu tư|Tài chính))(?!\p{L})/iu;

/**
 * Who may decide what of an organisation: its registration certificate gives it name and code (Luật Doanh nghiệp 59/2020,
 * Đ.28, Đ.29). That two are one is what a person found; no paper decides it.
 */
const DECIDED_BY = {
  name: [REGISTRAR],
  enterpriseCode: [REGISTRAR],
} as const satisfies Partial<Record<keyof typeof organisationAttributes.shape, readonly RegExp[]>>;

const deciders = new Map<string, readonly RegExp[]>(Object.entries(DECIDED_BY));

const CHOOSE_REGISTRATION: Sentence = {
  vi: "Ghi là “theo văn bản đưa tin”, hoặc chọn giấy chứng nhận đăng ký của cơ quan đăng ký kinh doanh.",
  en: "Record it as said, or choose the certificate of the business registration office.",
};
const SAY_SAME: Sentence = {
  vi: "Ghi là “theo văn bản đưa tin”: hai tên là một thì do người đối chiếu tìm ra, không văn bản nào quyết định.",
  en: "Record it as said: that two names are one is found by a person, no paper decides it.",
};

export const organisationSubject: SubjectDefinition = {
  kind: "organisation",
  attributes: organisationAttributes,
  decidingProblems: (attributes, document) =>
    decidingProblemsBy(deciders, attributes, document).map((problem) => ({
      ...problem,
      remedy: problem.field === "sameAs" ? SAY_SAME : CHOOSE_REGISTRATION,
    })),
  timeline: sharedTimeline("organisation"),
  totals: [],
};

export const organisationWords = {
  kind: { vi: "Tổ chức", en: "Organisation" },
  labels: {
    name: { vi: "Tên", en: "Name" },
    enterpriseCode: { vi: "Mã số doanh nghiệp", en: "Enterprise code" },
    sameAs: { vi: "Cùng là", en: "The same as" },
  },
  shapes: { name: "text", enterpriseCode: "text", sameAs: "subject" },
} as const satisfies AttributeWords<keyof z.infer<typeof organisationAttributes>>;
