/**
 * Group commit: the writes that arrive while the event loop turns share one transaction, so that a classroom costs one
 * flush of the disk for all of them, not one per write. Each write is all or nothing by itself, and is answered
 * only once the transaction is on the disk.
 */

/** What the engine must be able to do; SQLite's transactions nest as savepoints. */
interface Transactions {
  /** Runs work in a transaction that has the write lock, or in a savepoint of the one that runs. */
  run<Result>(work: () => Result): Result;
  /** Whether a transaction is open: a full disk ends it without being asked. */
  isOpen(): boolean;
}

export interface GroupCommit {
  /**
   * Answers what `work` answers, after it is durable; a throw undoes this work alone and rejects.
   * @param work reads and writes the database and does nothing else: it may run twice
   */
  write<Result>(work: () => Result): Promise<Result>;
  /** Commits what waits; for the end. */
  flush(): void;
}

interface Waiting {
  /** Runs the work; answers how to tell its result once that is durable. */
  readonly run: () => Tell;
  /** The same in a savepoint: a throw undoes this work alone, and is told as its outcome. */
  readonly attempt: () => Tell;
  readonly reject: (error: unknown) => void;
}

type Tell = () => void;

/** The loop is not held longer than so many writes take: reads and other requests come in between. */
const groupSize = 200;

/** A group is gathered as long as each turn of the loop brings it a write, and so many turns at most. */
const mostTurns = 8;

export function createGroupCommit(transactions: Transactions): GroupCommit {
  const waiting: Waiting[] = [];
  let gathered = { writes: 0, turns: 0 };
  const flush = (): void => {
    const group = waiting.splice(0, groupSize);
    if (group.length === 0) return;
    if (waiting.length > 0) setImmediate(flush);
    try {
      for (const tell of runGroup(transactions, group)) tell();
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
        const run = (): Tell => {
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
 * One transaction for all of them. Nearly always all go well; only where one throws is everything undone and done again, each
 * in a savepoint of its own. What could not begin, or what the disk refused, is not tried again.
 */
function runGroup(transactions: Transactions, group: readonly Waiting[]): readonly Tell[] {
  const thrown = { byWork: false };
  const run = (one: Waiting): Tell => {
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

function attempt(transactions: Transactions, run: () => Tell, reject: (error: unknown) => void): Tell {
  try {
    return transactions.run(run);
  } catch (error) {
    // The whole group went with it: nothing of it may be told as done.
    if (!transactions.isOpen()) throw error;
    return () => {
      reject(error);
    };
  }
}
