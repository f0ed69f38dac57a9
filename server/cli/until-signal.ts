/** Processes that stay: they wait for the operator, and end when told to. */
import { keepHeapModest } from './modest-heap.ts';

/** Resolves at SIGTERM or SIGINT, from the call on; a second signal ends the process the hard way. */
export function untilSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    const told = (): void => {
      resolve(undefined);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, told);
  });
}

/** Starts what runs until a signal, stops it in good order and ends the process. */
export async function runUntilTold(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  keepHeapModest();
  const told = untilSignal();
  const running = await Promise.race([start(), told]);
  await told;
  // A start that is told to end is left where it stands, as a kill would leave it.
  await running?.stop();
  // A call to a silent record store or LMS must not hold it back.
  process.exit();
}
