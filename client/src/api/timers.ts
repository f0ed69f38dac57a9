export interface Timers {
  /** The device's clock, milliseconds since 1970 UTC: informative only. */
  now(): number;
  /** Whole milliseconds, monotonic, since page load. */
  monotonicMs(): number;
  /** In [0, 1). */
  random(): number;
  /** Returns a function that cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

export const pageTimers: Timers = {
  now: () => Date.now(),
  monotonicMs: () => Math.round(performance.now()),
  random: () => Math.random(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Waits at most `timeoutMs`; the work goes on. Returns whether it was in time. */
export async function atMost(timers: Timers, timeoutMs: number, work: Promise<unknown>): Promise<boolean> {
  let cancel = (): void => undefined;
  const late = new Promise<false>((resolve) => {
    cancel = timers.after(timeoutMs, () => {
      resolve(false);
    });
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    cancel();
  }
}
