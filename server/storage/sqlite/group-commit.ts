/**
 * Writes within a few turns of the event loop share one transaction, so that a classroom costs one disk
 * flush.
 */

/** A transaction inside another is a savepoint. */
interface Transactions {
  /** Runs in a transaction with the write lock, or in a savepoint of the current one. */
  run<Result>(work: () => Result): Result;
  /** False if the engine ended the transaction by itself, as on a full disk. */
  isOpen(): boolean;
}

export interface GroupCommit {
  /**
   * A throw undoes this work alone.
   * @param work reads and writes only the database: it may run twice
   */
  write<Result>(work: () => Result): Promise<Result>;
  /** Commits what is waiting; called before closing. */
  flush(): void;
}

interface Waiting {
  /** The returned function reports the result; call it once durable. */
  readonly run: () => Report;
  /** In a savepoint, so that a throw undoes it alone. */
  readonly attempt: () => Report;
  readonly reject: (error: unknown) => void;
}

type Report = () => void;

/** Writes per transaction; limits how long the event loop is blocked. */
const groupSize = 200;

/** A group waits while each turn of the event loop adds a write, for at most this many turns. */
const mostTurns = 8;

export function createGroupCommit(transactions: Transactions): GroupCommit {
  const waiting: Waiting[] = [];
  let gathered = { writes: 0, turns: 0 };
  const flush = (): void => {
    const group = waiting.splice(0, groupSize);
    if (group.length === 0) return;
    if (waiting.length > 0) setImmediate(flush);
    try {
      for (const report of runGroup(transactions, group)) report();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };
  const gather = (): void => {
    const { writes, turns } = gathered;
    if (waiting.length > writes && turns < mostTurns) {
      gathered = { writes: waiting.length, turns: turns + 1 };
      setImmediate(gather);
    } else {
      gathered = { writes: 0, turns: 0 };
      flush();
    }
  };
  return {
    write: <Result>(work: () => Result) =>
      new Promise<Result>((resolve, reject) => {
        const run = (): Report => {
          const result = work();
          return () => {
            resolve(result);
          };
        };
        waiting.push({ run, attempt: () => attempt(transactions, run, reject), reject });
        if (waiting.length === 1) setImmediate(gather);
      }),
    flush: () => {
      while (waiting.length > 0) flush();
    },
  };
}

/**
 * If one write throws, undoes all and repeats them, each in its savepoint; not if the transaction could not
 * begin or the disk refused it.
 */
function runGroup(transactions: Transactions, group: readonly Waiting[]): readonly Report[] {
  const thrown = { byWork: false };
  const run = (one: Waiting): Report => {
    try {
      return one.run();
    } catch (error) {
      thrown.byWork = transactions.isOpen();
      throw error;
    }
  };
  try {
    return transactions.run(() => group.map(run));
  } catch (error) {
    if (!thrown.byWork) throw error;
    return transactions.run(() => group.map((one) => one.attempt()));
  }
}

function attempt(transactions: Transactions, run: () => Report, reject: (error: unknown) => void): Report {
  try {
    return transactions.run(run);
  } catch (error) {
    // The engine has undone the whole group.
    if (!transactions.isOpen()) throw error;
    return () => {
      reject(error);
    };
  }
}
