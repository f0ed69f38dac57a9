import { keepHeapModest } from './modest-heap.ts';

/** Resolves at the first SIGTERM or SIGINT; a second one kills the process. */
export function untilSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    const stopWaiting = (): void => {
      resolve(undefined);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopWaiting);
  });
}

export async function runUntilSignal(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  keepHeapModest();
  const signalled = untilSignal();
  const running = await Promise.race([start(), signalled]);
  await signalled;
  // A signal during the start exits at once, as a kill would.
  await running?.stop();
  // A pending call to a silent record store or LMS must not delay the exit.
  process.exit();
}
