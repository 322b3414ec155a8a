/** Lets at most so many work at a time; the others wait for their turn, in the order in which they came. */
export type Turns = {
  /** Waits for a turn. What it answers must be called when the work is done, once. */
  readonly take: () => Promise<() => void>;
};

export function turns(atMost: number): Turns {
  const waiting: Array<() => void> = [];
  let working = 0;
  const give = () => {
    const next = waiting.shift();
    if (next === undefined) working -= 1;
    else next();
  };
  return {
    take: async () => {
      if (working < atMost) working += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let given = false;
      return () => {
        if (given) return;
        given = true;
        give();
      };
    },
  };
}
