/**
 * Sends the statements of one transaction ahead of their answers: while the database works on one, the next is being
 * made. A connection opened with `pipeline` takes them all at once, and so answers after one round trip.
 */
import type pg from "pg";

export type Sending = {
  /** Sends after everything sent before. The answer need not be waited for: a failure is told by `settled`. */
  readonly send: <R extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<pg.QueryResult<R>>;
  /** Waits until few statements are under way, so that a large batch does not stand in memory as text. */
  readonly room: () => Promise<void>;
  /** Waits for all; throws what the first that failed was told. */
  readonly settled: () => Promise<void>;
  /** Waits for what is under way, however it ends, and sends nothing more: else it might run after a rollback. */
  readonly close: () => Promise<void>;
};

/** Statements under way at most, before more are made. */
const UNDER_WAY = 4;

/** Sends on a connection that nobody else uses meanwhile. */
export function sendingOn(client: pg.ClientBase): Sending {
  const pipelined = "pipeline" in client && client.pipeline === true;
  let last: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  let closed = false;

  function send<R extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    if (closed) return Promise.reject(new Error("nothing is sent any more"));
    const before = last;
    // Without a pipeline each waits for the one before, and is not sent at all once one has failed.
    const answer = pipelined ? client.query<R>(query) : before.then(() => client.query<R>(query));
    underWay += 1;
    const finish = () => {
      underWay -= 1;
    };
    answer.then(finish, finish);
    last = before.then(() => answer);
    // Whoever waits is told; where nobody does yet, it is no unhandled rejection.
    last.catch(() => undefined);
    return answer;
  }

  const settled = async () => {
    await last;
  };
  const close = async () => {
    closed = true;
    await last.catch(() => undefined);
  };
  return { send, close, room: () => (underWay > UNDER_WAY ? settled() : Promise.resolve()), settled };
}
