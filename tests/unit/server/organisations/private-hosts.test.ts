import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPrivateHostLookup } from '../../../../server/organisations/private-hosts.ts';
import type { Storage } from '../../../../server/storage/ports/storage.ts';
import { samplePlatform, sampleRegistration } from '../../../contract/storage/sample-rows.ts';
import { openTestStorage } from '../../../support/test-storage.ts';

let storage: Storage;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
  const { platforms } = storage;
  await platforms.insert(samplePlatform({ privateHosts: ['moodle.intranet.example'] }));
  await platforms.insertRegistration(sampleRegistration({ issuer: 'https://moodle.intranet.example' }));
  await platforms.insert(samplePlatform({ id: 'platform-2', ref: 'ref-2', privateHosts: [] }));
  const other = { id: 'registration-2', platformId: 'platform-2', issuer: 'https://lms.example' };
  await platforms.insertRegistration(sampleRegistration(other));
});
afterAll(() => close());

it('allows a private host for the platform it was allowed for, and for no other', async () => {
  const find = createPrivateHostLookup(storage.platforms);
  const { clientId } = sampleRegistration();
  expect(await find({ issuer: 'https://moodle.intranet.example', clientId })).toEqual([
    'moodle.intranet.example',
  ]);
  expect(await find({ issuer: 'https://lms.example', clientId })).toEqual([]);
  expect(await find({ issuer: 'https://moodle.intranet.example', clientId: 'another' })).toEqual([]);
  expect(await find(null)).toEqual([]);
});
