/**
 * Shares looks at something that moves: whoever asks is given what a look found that began after they asked, and one
 * look at a time serves all who wait for it. A look that fails fails for those who waited for it, not for the next.
 */
export function sharedLook<T>(look: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  return () => {
    next ??= running.then(() => {
      next = null;
      const mine = look();
      running = mine.catch(() => undefined);
      return mine;
    });
    return next;
  };
}
