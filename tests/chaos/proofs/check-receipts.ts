/** Proof (c): the receipt of every attempt that ended verifies against what was exported. */
import { z } from 'zod';
import type { Breach } from './breach.ts';

/** What `receipt verify --json` prints. */
export const verdicts = z.array(
  z.object({ attempt: z.string(), verdict: z.string(), found: z.number(), expected: z.number().nullable() }),
);

/** @param ended ids of the attempts that ended */
export function checkReceipts(rows: z.infer<typeof verdicts>, ended: readonly string[]): Breach[] {
  const byAttempt = new Map(rows.map((row) => [row.attempt, row]));
  return ended.flatMap((about) => {
    const row = byAttempt.get(about);
    if (row === undefined) return [{ about, what: 'ended and has no receipt' }];
    const { verdict, found, expected } = row;
    if (verdict === 'intact') return [];
    return [{ about, what: `receipt: ${verdict}, ${found} statements of ${String(expected)}` }];
  });
}
