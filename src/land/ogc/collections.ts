/** What every collection of `/ogc` tells of itself, and how its features are asked for. */
import type { FigureContext, Question } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import type { Extent } from "../../kernel/geometry.ts";
import type { Outcome, Sentence } from "../../kernel/problems.ts";
import type { Feature } from "./features.ts";
import type { Field } from "./vocabulary.ts";

/** Who asks, with what rights, on which today. */
export type Given = FigureContext & { readonly today: PlainDate };

export type PageAsked = {
  readonly question: Question;
  /** One of them must be touched; null: anywhere. */
  readonly extents: readonly Extent[] | null;
  /** Properties by which the features are narrowed. */
  readonly narrowed: Readonly<Record<string, string>>;
  readonly limit: number;
  readonly after: string | null;
};

/** `matched`: on all pages together; null where it is not known without reading what who asks may not see. */
export type Page = {
  readonly matched: number | null;
  readonly features: readonly Feature[];
  /** The id after which the next page begins; null: there is none. */
  readonly next: string | null;
};

export const COLLECTION_IDS = ["zones", "plots"] as const;
export type CollectionId = (typeof COLLECTION_IDS)[number];

export type Collection = {
  readonly id: CollectionId;
  readonly title: Sentence;
  readonly description: Sentence;
  readonly fields: Readonly<Record<string, Field>>;
  readonly list: (asked: PageAsked, given: Given) => Promise<Page>;
  readonly find: (id: string, question: Question, given: Given) => Promise<Feature | null>;
  /** The ground (degrees) on which what may be seen lies on the day; null: nothing lies anywhere. */
  readonly groundOf: (question: Question, given: Given) => Promise<Extent | null>;
  /** The screen that shows a feature. */
  readonly screenOf: (id: string) => string;
};

export type Asked = Outcome<{ readonly question: Question; readonly given: Given }>;

/** Fields that any collection has, and what they mean. */
export const POSITION_ACCURACY: Field = {
  title: {
    vi: "Vị trí biết tới đâu: survey (theo tọa độ đo), commune (chỉ biết xã, không có hình)",
    en: "How well the position is known: survey (surveyed corners), commune (the commune alone, no geometry)",
  },
  type: "string",
};
export const HIDDEN: Field = {
  title: {
    vi: "Những mục dựa vào văn bản mà người hỏi không được xem",
    en: "What rests on papers that who asks may not read",
  },
  type: "string",
};
