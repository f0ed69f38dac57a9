/**
 * Whether rows may have changed since they were read. SQLite tells of what other connections wrote (`data_version`); what this
 * one writes is counted. Knows no table.
 */
export interface ChangeWatch {
  /**
   * The same number as before where nobody wrote since, besides quiet work. Of other connections it hears once in each turn of the
   * event loop: what they write during a turn is seen by the next.
   */
  readonly version: () => number;
  /** A statement of this connection is about to write. */
  readonly note: () => void;
  /** Runs work whose writes are not noted: the caller says what becomes of rows that are kept. */
  readonly quietly: <Result>(work: () => Result) => Result;
}

/** @param readOthers answers another value once another connection has written */
export function createChangeWatch(readOthers: () => unknown): ChangeWatch {
  let version = 0;
  let others: unknown;
  let askedThisTurn = false;
  let quiet = false;
  return {
    version: () => {
      if (!askedThisTurn) {
        const now = readOthers();
        if (now !== others) version += 1;
        others = now;
        askedThisTurn = true;
        setImmediate(() => {
          askedThisTurn = false;
        });
      }
      return version;
    },
    note: () => {
      if (!quiet) version += 1;
    },
    quietly: (work) => {
      const before = quiet;
      quiet = true;
      try {
        return work();
      } finally {
        quiet = before;
      }
    },
  };
}
