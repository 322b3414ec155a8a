/** Keeps the last few answers that are costly and stay as they are: what was known at a commit never changes. */

/** Answers by what was asked, at most so many; one that fails is not kept. */
export function lastAnswers<T>(most: number): (asked: string, find: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (asked, find) => {
    const before = kept.get(asked);
    if (before !== undefined) return before;
    const found = find();
    kept.set(asked, found);
    found.catch(() => kept.delete(asked));
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return found;
  };
}
