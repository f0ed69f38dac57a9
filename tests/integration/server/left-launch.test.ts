/** A session that opens while another window of its launch is left, between the steps of both. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPageUrl } from '../../../server/launches/page-url.ts';
import { createSessions, type Sessions, type SessionsDeps } from '../../../server/launches/sessions.ts';
import type { Launch } from '../../../server/storage/ports/launches.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { sampleLaunch } from '../../contract/storage/sample-rows.ts';
import { openTestStorage } from '../../support/test-storage.ts';

const launched: Launch = sampleLaunch({ createdAt: 1_700_000_000_000 });
const clock = (): number => launched.createdAt;
const randomToken = (): string => randomBytes(32).toString('base64url');
const expired = { code: 'session.expired' };

let storage: Storage;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ storage, close } = await openTestStorage());
  await storage.launches.insert(launched);
});
afterEach(() => close());

const tokenKey = randomBytes(32);

function sessionsOver(own: SessionsDeps['storage']): Sessions {
  return createSessions({ storage: own, clock, randomId: randomUUID, randomToken, tokenKey });
}

async function makeCode(): Promise<string> {
  const deps = { storage, publicUrl: 'https://tool.example', clock, randomToken };
  const page = await createPageUrl(deps, launched, { platformRef: 'r', browser: null });
  return new URLSearchParams(new URL(page).hash.slice(1)).get('code') ?? '';
}

it('is refused, and stays ended', async () => {
  const sessions = sessionsOver(storage);
  const first = await sessions.open(await makeCode());
  let opening = '';
  const late = sessionsOver({
    ...storage,
    sessions: {
      ...storage.sessions,
      async insert(session) {
        await sessions.leave(`Bearer ${first.accessToken}`);
        await storage.sessions.insert(session);
        opening = session.accessHash;
      },
    },
  });
  await expect(late.open(await makeCode())).rejects.toMatchObject(expired);
  expect((await storage.sessions.findByAccess(opening))?.revoked).toBe(true);
  await expect(sessions.authenticate(`Bearer ${first.accessToken}`)).rejects.toMatchObject(expired);
});
