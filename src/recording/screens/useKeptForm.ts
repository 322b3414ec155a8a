/** A form whose draft the browser keeps, until something was recorded. */
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { DoneWith } from "./done.tsx";
import { dropDraft, type draft as frameSchema } from "./draft.ts";

type Framed = { readonly frame: z.infer<typeof frameSchema> };

export type KeptForm<T> = {
  readonly draft: T;
  readonly setDraft: (draft: T) => void;
  /** Keeps it now, before it is sent. */
  readonly keep: (draft: T) => void;
  /** When the draft that was there was kept, or null: it begins anew. */
  readonly restored: string | null;
  /** What was recorded, or null: not yet. */
  readonly done: DoneWith | null;
  readonly finish: (done: DoneWith) => void;
  readonly discard: () => void;
};

/** What is kept under a key in a form's own shape, or null. */
function findKept<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps a draft with the moment; where the browser keeps nothing, the form still stands on the screen. */
function keepWithFrame<T extends Framed>(key: string, d: T): void {
  try {
    const frame = { ...d.frame, savedAt: new Date().toISOString() };
    localStorage.setItem(key, JSON.stringify({ ...d, frame }));
  } catch {
    // A full or forbidden store must not take the form away.
  }
}

/** The draft of before where somebody had begun it, else what `begin` gives. `again` begins anew. */
export function useKeptForm<T extends Framed>(of: {
  readonly storage: string;
  readonly schema: z.ZodType<T>;
  readonly isTouched: (draft: T) => boolean;
  readonly begin: () => T;
  readonly again: () => void;
}): KeptForm<T> {
  const { storage, schema, isTouched, begin, again } = of;
  const [first] = useState(() => {
    const kept = findKept(storage, schema);
    const touched = kept !== null && isTouched(kept) ? kept : null;
    return { draft: touched ?? begin(), restored: touched?.frame.savedAt ?? null };
  });
  const [draft, setDraft] = useState(first.draft);
  const [done, setDone] = useState<DoneWith | null>(null);
  useEffect(() => {
    if (draft !== first.draft && done === null) keepWithFrame(storage, draft);
  }, [draft, first, storage, done]);
  return {
    ...{ draft, setDraft, done, restored: first.restored },
    keep: (next) => keepWithFrame(storage, next),
    finish: (d) => {
      dropDraft(storage);
      setDone(d);
    },
    discard: () => {
      dropDraft(storage);
      again();
    },
  };
}
