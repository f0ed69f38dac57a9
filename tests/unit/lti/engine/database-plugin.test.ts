import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabasePlugin } from '../../../../lti/engine/database-plugin.ts';
import type { LtiRow, LtiRows, LtijsDatabase } from '../../../../lti/engine/database-plugin.ts';
import { openTestStorage } from '../../../support/test-storage.ts';

const oldKey = randomBytes(32);
const key = randomBytes(32);
let rows: LtiRows;
let close: () => Promise<void>;
let database: LtijsDatabase;
let now: number;
let launchKey: object | undefined;

beforeEach(async () => {
  const opened = await openTestStorage();
  rows = opened.storage.ltiRows;
  close = opened.close;
  now = 5_000;
  launchKey = undefined;
  database = makePlugin([key, oldKey]);
});

afterEach(() => close());

const collections = [
  'platform',
  'platformStatus',
  'privatekey',
  'publickey',
  'nonce',
  'idtoken',
  'contexttoken',
  'state',
];

async function listRows(): Promise<LtiRow[]> {
  return (await Promise.all(collections.map((collection) => rows.find(collection, {}, now)))).flat();
}

const makePlugin = (encryptionKeys: readonly [Uint8Array, ...Uint8Array[]]): LtijsDatabase =>
  createDatabasePlugin({ rows, encryptionKeys, clock: () => now, findLaunchKey: () => launchKey });

const platform = {
  platformUrl: 'https://a',
  clientId: 'c',
  kid: 'k',
  authConfig: { method: 'JWK_SET', key: 'u' },
};

describe('the ltijs database plugin', () => {
  it('returns what was stored, with its time as a number, and false if nothing is found', async () => {
    await database.Insert(false, 'platform', platform);
    expect(await database.Get(false, 'platform', { kid: 'k' })).toEqual([{ ...platform, createdAt: 5000 }]);
    expect(await database.Get(false, 'platform')).toHaveLength(1);
    expect(await database.Get(false, 'platform', { kid: 'other' })).toBe(false);
  });

  it('changes only the fields that Modify names', async () => {
    await database.Insert(false, 'platform', platform);
    await database.Modify(false, 'platform', { kid: 'k' }, { clientId: 'c2' });
    expect(await database.Get(false, 'platform', { clientId: 'c2' })).toEqual([
      { ...platform, clientId: 'c2', createdAt: 5000 },
    ]);
    expect(await database.Get(false, 'platform', { clientId: 'c' })).toBe(false);
  });

  it('replaces or inserts, and deletes only with a condition', async () => {
    await database.Replace(false, 'platformStatus', { id: 'k' }, { id: 'k', active: false });
    await database.Replace(false, 'platformStatus', { id: 'k' }, { id: 'k', active: true });
    expect(await database.Get(false, 'platformStatus', { id: 'k' })).toMatchObject([{ active: true }]);
    await database.Delete('platformStatus', {});
    expect(await listRows()).toHaveLength(1);
    await database.Delete('platformStatus', { id: 'k' });
    expect(await listRows()).toHaveLength(0);
  });

  it('encrypts keys and tokens, each differently, and decrypts them with an earlier key too', async () => {
    const index = { kid: 'k', platformUrl: 'https://a', clientId: 'c' };
    await makePlugin([oldKey]).Insert('x', 'privatekey', { key: 'SECRET', kid: 'k' }, index);
    await database.Insert('x', 'privatekey', { key: 'SECRET', kid: 'k2' }, { ...index, kid: 'k2' });
    expect(JSON.stringify(await listRows())).not.toContain('SECRET');
    expect(await database.Get('x', 'privatekey')).toMatchObject([{ key: 'SECRET' }, { key: 'SECRET' }]);
    expect(await makePlugin([randomBytes(32)]).Get('x', 'privatekey')).toBe(false);
  });

  it('does not decrypt a value that was moved or changed', async () => {
    await database.Insert('x', 'privatekey', { key: 'SECRET', kid: 'k' }, { kid: 'k' });
    const [row] = await listRows();
    if (row === undefined) throw new Error('no row');
    await rows.insert({ ...row, collection: 'publickey' });
    expect(await database.Get('x', 'publickey')).toBe(false);
    await rows.replace(row.index, { ...row, value: `${row.value.slice(0, -4)}AAAA` });
    expect(await database.Get('x', 'privatekey')).toBe(false);
  });

  it('accepts a nonce once, and deletes it when it expires', async () => {
    await database.Insert(false, 'nonce', { nonce: 'n' });
    await expect(database.Insert(false, 'nonce', { nonce: 'n' })).rejects.toMatchObject({
      code: 'storage.duplicate',
    });
    now += 15 * 60_000 + 1;
    expect(await database.Get(false, 'nonce', { nonce: 'n' })).toBe(false);
  });

  it('stores nothing about persons and sessions', async () => {
    for (const collection of ['idtoken', 'contexttoken', 'state']) {
      expect(await database.Insert(false, collection, { user: '4', name: 'Ada' })).toBe(true);
      expect(await database.Replace(false, collection, { user: '4' }, { user: '4', name: 'Ada' })).toBe(true);
      expect(await database.Get(false, collection, { user: '4' })).toBe(false);
    }
    expect(await listRows()).toHaveLength(0);
  });

  it.each([{ kid: { $ne: '' } }, { kid: ['k'] }, { kid: 7 }, { kid: null }, 'kid', 7, []])(
    'finds nothing for the odd query %j, and does not throw',
    async (query) => {
      await database.Insert(false, 'platform', platform);
      expect(await database.Get(false, 'platform', query)).toBe(false);
      expect(await database.Delete('platform', query)).toBe(true);
      expect(await database.Modify(false, 'platform', query, { kid: 'x' })).toBe(true);
      expect(await listRows()).toHaveLength(1);
    },
  );

  it('gives ltijs the platform’s key only during a launch', async () => {
    await database.Insert(false, 'platform', platform);
    launchKey = { kty: 'RSA' };
    expect(await database.Get(false, 'platform')).toMatchObject([
      { authConfig: { method: 'RSA_KEY', key: { kty: 'RSA' } } },
    ]);
    launchKey = undefined;
    expect(await database.Get(false, 'platform')).toMatchObject([{ authConfig: { method: 'JWK_SET' } }]);
  });
});
