/** Waits for the operator. */

/** Resolves at SIGTERM or SIGINT; a second signal ends the process the hard way. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
}
