/** What was acknowledged is there: after closing, and after a process was killed in the middle of its work. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStorage } from '../../../server/storage/open-storage.ts';
import type { Subject } from '../storage.contract.ts';
import { createAttempt, sampleAppend, sampleDestination } from './sample-attempts.ts';
import { org } from './sample-rows.ts';

const script = fileURLToPath(new URL('appending-process.ts', import.meta.url));

/** Starts a process that appends to `attempt-1`, kills it after `count` acknowledgements; answers the last head. */
async function appendUntilKilled(url: string, count: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let acknowledged = 0;
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    lines += 1;
    if (lines === count) child.kill('SIGKILL');
  }
  const [, signal] = (await exit) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return acknowledged;
}

export function durabilityContract(current: () => Subject): void {
  describe('durability', () => {
    it('retains everything when it is closed and reopened', async () => {
      const { url, storage } = current();
      const attempt = await createAttempt(storage, {}, 3);
      await storage.deliveries.enqueueNew(sampleDestination(), 2);
      await storage.close();
      const again = await openStorage(url);
      expect((await again.attempts.find(org, attempt.id))?.progress.head).toBe(3);
      expect(await again.deliveries.enqueueNew(sampleDestination(), 10)).toBe(1);
      expect(await again.attempts.append(sampleAppend(attempt, 3, 1))).toBe(true);
      await again.close();
    });

    it('retains acknowledged appends of a killed process, and no partial one', async () => {
      const { url, storage } = current();
      const attempt = await createAttempt(storage);
      let made = 0;
      for (const count of [3, 40]) {
        const acknowledged = await appendUntilKilled(url, count);
        const again = await openStorage(url);
        const head = (await again.attempts.find(org, attempt.id))?.progress.head ?? 0;
        expect(head).toBeGreaterThanOrEqual(acknowledged);
        const page = { fromSeq: 1, limit: 10_000 };
        const expected = Array.from({ length: head }, (_, index) => index + 1);
        const entries = await again.attempts.listEntries(org, attempt.id, page);
        expect(entries.map(({ logSeq }) => logSeq)).toEqual(expected);
        const statements = await again.attempts.listStatements(org, attempt.id, page);
        expect(statements.map(({ logSeq }) => logSeq)).toEqual(expected);
        made += await again.deliveries.enqueueNew(sampleDestination(), 10_000);
        expect(made).toBe(head);
        expect(await again.attempts.append(sampleAppend(attempt, head, 1))).toBe(true);
        await again.close();
      }
    });
  });
}
