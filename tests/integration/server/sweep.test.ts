/** What expires is deleted by the worker: no table of logins, codes, sessions or launches grows for ever. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSweepTask } from '../../../server/delivery/sweep-expired.ts';
import { createSessions, type Sessions } from '../../../server/launches/sessions.ts';
import { createPageUrl } from '../../../server/launches/page-url.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { org, sampleLaunch, sampleLoginState } from '../../contract/storage/sample-rows.ts';
import { openTestStorage } from '../../support/test-storage.ts';

const hourMs = 3_600_000;
const startedAt = 1_700_000_000_000;
let now = startedAt;
let storage: Storage;
let close: () => Promise<void>;
let sessions: Sessions;

const clock = (): number => now;
const randomToken = (): string => randomBytes(32).toString('base64url');

beforeEach(async () => {
  now = startedAt;
  ({ storage, close } = await openTestStorage());
  sessions = createSessions({ storage, clock, randomId: randomUUID, randomToken, tokenKey: randomBytes(32) });
});
afterEach(() => close());

/** Returns a function that does one round of the task. */
function openSweep(): () => Promise<boolean> {
  const task = createSweepTask({ storage, clock });
  return () => task.run(new AbortController().signal);
}

async function launch(id: string): Promise<string> {
  const launched = sampleLaunch({ id, createdAt: now });
  await storage.launches.insert(launched);
  const page = await createPageUrl(
    { storage, publicUrl: 'https://tool.example', clock, randomToken },
    launched,
    { platformRef: 'r', browser: null },
  );
  return new URLSearchParams(new URL(page).hash.slice(1)).get('code') ?? '';
}

it('a launch is deleted once none of its sessions can be alive, and not before', async () => {
  const sweep = openSweep();
  const code = await launch('launch-kept');
  await launch('launch-unopened');
  now += 59_000;
  let { refreshToken } = await sessions.open(code);
  // A person at work all day: the longest possible session.
  while (now < startedAt + 9 * hourMs - 59_000) {
    now += 3 * hourMs - 1;
    await sweep();
    ({ refreshToken } = await sessions.refresh(refreshToken));
  }
  now = startedAt + 12 * hourMs - 1;
  await sweep();
  expect((await sessions.refresh(refreshToken)).page).toBe('play');
  now += 2 * hourMs;
  await sweep();
  expect(await storage.launches.find(org, 'launch-kept')).toBeUndefined();
  expect(await storage.launches.find(org, 'launch-unopened')).toBeUndefined();
});

it('a large cleanup runs in several parts, then rests for a minute', async () => {
  const sweep = openSweep();
  for (let count = 0; count < 501; count += 1) {
    await storage.loginStates.insert(sampleLoginState({ stateHash: `state-${count}`, expiresAt: now }));
  }
  expect(await sweep()).toBe(true);
  expect(await sweep()).toBe(false);
  expect(await storage.loginStates.deleteExpired(now, 10)).toBe(0);
  await storage.loginStates.insert(sampleLoginState({ stateHash: 'early', expiresAt: now }));
  now += 59_999;
  await sweep();
  expect(await storage.loginStates.consume('early', startedAt - 1)).toBeDefined();
  await storage.loginStates.insert(sampleLoginState({ stateHash: 'late', expiresAt: startedAt }));
  now += 1;
  await sweep();
  expect(await storage.loginStates.consume('late', startedAt - 1)).toBeUndefined();
});
