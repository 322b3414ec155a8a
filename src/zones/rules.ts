/** Pure decisions about zones: the stage shown to people, what counts as founded, which moves are usual. */
import { COURSE_NAMES, type Course, type Stage, type ZoneAttributes } from "./vocabulary.ts";

export type Courses = Pick<ZoneAttributes, Course>;

/**
 * The stage shown to people, by one rule: what ended, else the furthest that is told of the ground, else the legal state.
 * A zone may operate without having been founded.
 */
export function stageOf(courses: Courses): Stage {
  if (courses.legal === "repealed") return "repealed";
  if (courses.operation === "operating") return "operating";
  if (courses.works === "accepted" || courses.works === "basicallyComplete") return "basicallyComplete";
  if (courses.works === "underWay") return "building";
  if (courses.clearance === "underWay") return "clearing";
  if (courses.clearance === "done") return "cleared";
  switch (courses.legal) {
    case "established":
    case "adjusted":
      return "established";
    case "policyApproved":
    case "proposed":
    case "planned":
      return courses.legal;
    case undefined:
      return "unknown";
  }
}

/** The course that `stageOf` reads the stage from; null where nothing is told. */
export function courseOfStage(courses: Courses): Course | null {
  const { legal, clearance, works, operation } = courses;
  if (legal === "repealed") return "legal";
  if (operation === "operating") return "operation";
  if (works === "accepted" || works === "basicallyComplete" || works === "underWay") return "works";
  if (clearance === "underWay" || clearance === "done") return "clearance";
  return legal === undefined ? null : "legal";
}

/** The stage of a park with phases: its own, or that of its furthest phase. */
export function stageOfParts(own: Courses, phases: readonly Courses[]): Stage {
  const order: readonly Stage[] = [
    "unknown",
    "planned",
    "proposed",
    "policyApproved",
    "established",
    "clearing",
    "cleared",
    "building",
    "basicallyComplete",
    "operating",
  ];
  const mine = stageOf(own);
  if (mine === "repealed") return mine;
  return phases.map(stageOf).reduce((best, s) => (order.indexOf(s) > order.indexOf(best) ? s : best), mine);
}

/** Legally founded and not repealed. A park is founded by its infrastructure policy (decree 35/2022, article 6.6). */
export function isFounded(zone: Pick<ZoneAttributes, "legal" | "phaseOf">): boolean {
  return zone.phaseOf === undefined && (zone.legal === "established" || zone.legal === "adjusted");
}

type Move = { readonly from: string; readonly to: string; readonly by: string };

/** The usual moves of each course, with what makes them. The first known state may be any. */
export const MOVES = {
  legal: [
    { from: "planned", to: "proposed", by: "Nghị định 32/2024, Đ.9" },
    { from: "planned", to: "policyApproved", by: "Nghị định 35/2022, Đ.6.6" },
    { from: "planned", to: "established", by: "Nghị định 32/2024, Đ.10, Đ.12" },
    { from: "proposed", to: "policyApproved", by: "Nghị định 35/2022, Đ.6.6" },
    { from: "proposed", to: "established", by: "Nghị định 32/2024, Đ.10, Đ.12" },
    { from: "policyApproved", to: "established", by: "Nghị định 35/2022, Đ.6.6" },
    { from: "established", to: "adjusted", by: "Nghị định 32/2024, Đ.12.2" },
    { from: "adjusted", to: "adjusted", by: "Nghị định 32/2024, Đ.12.2" },
    { from: "established", to: "repealed", by: "Nghị định 32/2024, Đ.12.2" },
    { from: "adjusted", to: "repealed", by: "Nghị định 32/2024, Đ.12.2" },
  ],
  planning: [{ from: "none", to: "approved", by: "Nghị định 32/2024, Đ.15" }],
  clearance: [
    { from: "notBegun", to: "underWay", by: "Luật Đất đai 2024, Đ.85" },
    { from: "underWay", to: "done", by: "Luật Đất đai 2024, Đ.87" },
    { from: "notBegun", to: "done", by: "Luật Đất đai 2024, Đ.87" },
  ],
  works: [
    { from: "notBegun", to: "choosingContractor", by: "Luật Đấu thầu 2023" },
    { from: "notBegun", to: "underWay", by: "Nghị định 32/2024, Đ.14" },
    { from: "choosingContractor", to: "underWay", by: "Nghị định 32/2024, Đ.14" },
    { from: "underWay", to: "basicallyComplete", by: "Nghị định 32/2024, Đ.14" },
    { from: "underWay", to: "accepted", by: "Nghị định 32/2024, Đ.14" },
    { from: "basicallyComplete", to: "accepted", by: "Nghị định 32/2024, Đ.14" },
  ],
  operation: [
    { from: "none", to: "tenantsInProcedures", by: "Nghị định 32/2024, Đ.20" },
    { from: "none", to: "operating", by: "Nghị định 32/2024, Đ.21" },
    { from: "tenantsInProcedures", to: "operating", by: "Nghị định 32/2024, Đ.21" },
  ],
} as const satisfies Record<Course, readonly Move[]>;

/** What makes a move of a course usual, or null where it is outside the table: it then needs a reason and is listed. */
export function moveBasis(course: Course, from: string, to: string): string | null {
  const moves: readonly Move[] = MOVES[course];
  return moves.find((m) => m.from === from && m.to === to)?.by ?? null;
}

/** Whether a change's attributes tell the state of a course. */
export function movesCourse(attributes: Readonly<Record<string, unknown>>): boolean {
  return COURSE_NAMES.some((course) => course in attributes);
}

/** A move that the table does not know: on which day, and which changes tell the two states. */
export type UnusualMove = {
  readonly course: Course;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  /** Ids of the changes that tell the state before and the one moved to. */
  readonly changes: { readonly from: string | null; readonly to: string | null };
};

/** A stretch of a zone's timeline, as far as its courses are concerned. */
export type CoursePeriod = {
  readonly from: string;
  readonly attributes: Courses;
  readonly sources: Readonly<Record<string, { readonly change: string }>>;
};

/** The moves through a zone's periods (in order of time) that lie outside the table. */
export function unusualMoves(periods: readonly CoursePeriod[]): readonly UnusualMove[] {
  return COURSE_NAMES.flatMap((course) => {
    let last: { readonly state: string; readonly change: string | null } | null = null;
    return periods.flatMap((p): UnusualMove[] => {
      const state = p.attributes[course];
      const before = last;
      if (state === undefined) return [];
      last = { state, change: p.sources[course]?.change ?? null };
      if (before === null || before.state === state || moveBasis(course, before.state, state) !== null)
        return [];
      const changes = { from: before.change, to: last.change };
      return [{ course, from: before.state, to: state, on: p.from, changes }];
    });
  });
}

/** A recorded change as far as it can give the reason for a move. */
type Reasoned = { readonly id: string; readonly kind: string; readonly note: string | null };

/**
 * The moves that come to lie outside the table with the added changes and for which those give no reason, each with
 * the change that should: the one that tells the new state, else the one that tells the state before it. A move that
 * only comes to light because something is taken back needs none.
 */
export function unreasonedMoves(growth: {
  readonly before: readonly CoursePeriod[];
  readonly after: readonly CoursePeriod[];
  readonly added: readonly Reasoned[];
}): ReadonlyArray<UnusualMove & { readonly change: string }> {
  const keyOf = ({ course, from, to, on }: UnusualMove) => `${course} ${from} ${to} ${on}`;
  const known = new Set(unusualMoves(growth.before).map(keyOf));
  const notes = new Map(growth.added.filter((c) => c.kind === "set").map((c) => [c.id, c.note]));
  return unusualMoves(growth.after)
    .filter((move) => !known.has(keyOf(move)))
    .flatMap((move) => {
      const change = [move.changes.to, move.changes.from].find((id) => id !== null && notes.has(id)) ?? null;
      return change === null || isReason(notes.get(change)) ? [] : [{ ...move, change }];
    });
}

function isReason(note: string | null | undefined): boolean {
  return note != null && note.trim() !== "";
}
