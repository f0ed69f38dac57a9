/** A disk that becomes full while people play. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findDiskAbsence, runScriptOnDisk } from '../../support/broken-disk.ts';

const absence = findDiskAbsence();

interface Seen {
  readonly acknowledged: number;
  readonly stored: number;
  readonly statements: number;
  readonly different: number;
}

it('a full disk refuses what it cannot store; with room, all continues from what was acknowledged', async (context) => {
  if (absence !== undefined) return context.skip(absence);
  const script = fileURLToPath(new URL('full-disk/play.ts', import.meta.url));
  const { stdout, stderr } = await runScriptOnDisk('3m', script);
  if (stdout === '') throw new Error(stderr);
  const seen = JSON.parse(stdout) as Seen;
  expect(seen).toMatchObject({
    refusal: { status: 503, code: 'storage.unavailable', params: { reason: 'full' } },
    alive: 200,
    unready: { status: 503, database: 'unavailable', reason: 'full' },
    ready: 200,
    after: 200,
    attempt: 'finished',
  });
  expect(seen.acknowledged).toBeGreaterThan(0);
  expect(seen.stored).toBe(seen.acknowledged);
  expect(seen.statements).toBeGreaterThan(10);
  expect(seen.different).toBe(seen.statements);
}, 240_000);
