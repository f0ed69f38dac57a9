/**
 * Whether rows may have changed since they were read. SQLite tells of what other connections wrote (`data_version`); what this
 * one writes is counted. Knows no table.
 */
export interface ChangeWatch {
  /**
   * The same number as before where nobody wrote since, besides quiet work. Others are asked for once until the event loop has come
   * round: what they write meanwhile is heard of then.
   */
  readonly version: () => number;
  /** The same without asking: what was heard of so far. */
  readonly heard: () => number;
  /** A statement of this connection has changed rows. */
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
    heard: () => version,
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
