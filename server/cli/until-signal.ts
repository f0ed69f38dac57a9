/** Waits for the operator, and ends when told to. */

/** Resolves at SIGTERM or SIGINT, from the call on; a second signal ends the process the hard way. */
export function untilSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    const told = (): void => {
      resolve(undefined);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, told);
  });
}

/** Ends the process after an orderly stop: a call to a silent record store or LMS must not hold it back. */
export function endProcess(): void {
  process.exit();
}
