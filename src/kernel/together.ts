/** Does the same work for many things, some at a time: what waits for the database then waits together. */

/** The outcomes in the order of the things. The first that fails fails all. */
export async function together<Thing, Made>(
  things: readonly Thing[],
  atATime: number,
  work: (thing: Thing) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let start = 0; start < things.length; start += atATime) {
    made.push(...(await Promise.all(things.slice(start, start + atATime).map(work))));
  }
  return made;
}
