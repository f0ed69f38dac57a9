/** Rows of the protocol engine: found by fields, unique by key, never after their end. */
import { describe, expect, it } from 'vitest';
import type { LtiRow } from '../../../lti/engine/database-plugin.ts';
import type { Subject } from '../storage.contract.ts';

function sampleRow(change: Partial<LtiRow> = {}): LtiRow {
  return {
    collection: 'platform',
    index: { platformUrl: 'https://lms.example', clientId: '1' },
    uniqueKey: '',
    value: '{"é":1}',
    createdAt: 100,
    expiresAt: 0,
    ...change,
  };
}

const duplicate: unknown = expect.objectContaining({ code: 'storage.duplicate' });

export function ltiRowsContract(current: () => Subject): void {
  describe('rows of the LTI engine', () => {
    it('finds rows that match every field of the query in their collection', async () => {
      const { ltiRows } = current().storage;
      const first = sampleRow();
      const second = sampleRow({ index: { platformUrl: 'https://lms.example', clientId: '2' } });
      const elsewhere = sampleRow({ collection: 'publickey' });
      for (const row of [first, second, elsewhere]) await ltiRows.insert(row);
      const find = (query: Record<string, string>): Promise<LtiRow[]> => ltiRows.find('platform', query, 1);
      expect(await find({})).toEqual([first, second]);
      expect(await find({ platformUrl: 'https://lms.example' })).toEqual([first, second]);
      expect(await find({ platformUrl: 'https://lms.example', clientId: '2' })).toEqual([second]);
      expect(await find({ clientId: '2', kid: '' })).toEqual([]);
      expect(await find({ platformUrl: 'https://lms' })).toEqual([]);
    });

    it('treats names and values with a meaning to a database as plain text', async () => {
      const { ltiRows } = current().storage;
      const index = { "a') OR 1=1 --": '$ne', '$where.x': "';DROP TABLE", __proto: '%' };
      await ltiRows.insert(sampleRow({ index }));
      expect(await ltiRows.find('platform', index, 1)).toHaveLength(1);
      expect(await ltiRows.find('platform', { '$where.x': '%' }, 1)).toEqual([]);
      expect(await ltiRows.find("' OR ''='", {}, 1)).toEqual([]);
    });

    it('accepts a unique key from only one of several inserts, per collection', async () => {
      const { storage, other } = current();
      const tries = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? storage : other).ltiRows.insert(sampleRow({ collection: 'nonce', uniqueKey: 'n' })),
        ),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const failed = tries.filter((one) => one.status === 'rejected');
      expect(failed.map(({ reason }): unknown => reason)).toEqual(Array.from({ length: 9 }, () => duplicate));
      await storage.ltiRows.insert(sampleRow({ collection: 'state', uniqueKey: 'n' }));
    });

    it('finds no expired row, and frees its key', async () => {
      const { ltiRows } = current().storage;
      const row = sampleRow({ uniqueKey: 'n', expiresAt: 200 });
      await ltiRows.insert(row);
      expect(await ltiRows.find('platform', {}, 199)).toEqual([row]);
      expect(await ltiRows.find('platform', {}, 200)).toEqual([]);
      await expect(ltiRows.insert(sampleRow({ uniqueKey: 'n', createdAt: 199 }))).rejects.toEqual(duplicate);
      const next = sampleRow({ uniqueKey: 'n', createdAt: 200, expiresAt: 300 });
      await ltiRows.insert(next);
      expect(await ltiRows.find('platform', {}, 201)).toEqual([next]);
    });

    it('replaces all matches with one row, or inserts it', async () => {
      const { ltiRows } = current().storage;
      const token = sampleRow({ value: 'new' });
      await ltiRows.replace({ clientId: '1' }, sampleRow({ value: 'first' }));
      await ltiRows.insert(sampleRow({ value: 'twin' }));
      const bystander = sampleRow({ index: { clientId: '2' }, uniqueKey: 'taken' });
      await ltiRows.insert(bystander);
      await ltiRows.replace({ clientId: '1' }, token);
      expect(await ltiRows.find('platform', { clientId: '1' }, 1)).toEqual([token]);
      await expect(ltiRows.replace({ clientId: '1' }, { ...token, uniqueKey: 'taken' })).rejects.toEqual(
        duplicate,
      );
      expect(await ltiRows.find('platform', { clientId: '1' }, 1)).toEqual([token]);
      expect(await ltiRows.find('platform', { clientId: '2' }, 1)).toEqual([bystander]);
    });

    it('stores one row when several callers replace a key at once, and a reader always finds it', async () => {
      const { storage, other } = current();
      const row = (value: string): LtiRow => sampleRow({ uniqueKey: 'token', value });
      await storage.ltiRows.insert(row('first'));
      const seen: number[] = [];
      await Promise.all(
        Array.from({ length: 10 }, async (_, index) => {
          await (index % 2 ? storage : other).ltiRows.replace({ clientId: '1' }, row(`value ${index}`));
          seen.push((await storage.ltiRows.find('platform', { clientId: '1' }, 1)).length);
        }),
      );
      expect(seen).toEqual(Array.from({ length: 10 }, () => 1));
      const changed = sampleRow({ index: { clientId: '1', kid: 'k' }, uniqueKey: 'other key' });
      await storage.ltiRows.replace({ clientId: '1' }, changed);
      expect(await storage.ltiRows.find('platform', {}, 1)).toEqual([changed]);
    });

    it('stores one row when several callers replace an absent one', async () => {
      const { storage, other } = current();
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? storage : other).ltiRows.replace({ clientId: '1' }, sampleRow({ uniqueKey: 'token' })),
        ),
      );
      expect(await storage.ltiRows.find('platform', {}, 1)).toEqual([sampleRow({ uniqueKey: 'token' })]);
    });

    it('removes matches, and deletes expired rows', async () => {
      const { ltiRows } = current().storage;
      await ltiRows.insert(sampleRow());
      await ltiRows.insert(sampleRow({ index: { clientId: '2' } }));
      await ltiRows.remove('platform', { clientId: '1' });
      expect(await ltiRows.find('platform', {}, 1)).toHaveLength(1);
      for (const expiresAt of [200, 201, 202]) await ltiRows.insert(sampleRow({ expiresAt }));
      expect(await ltiRows.deleteExpired(201, 1)).toBe(1);
      expect(await ltiRows.deleteExpired(201, 5)).toBe(1);
      expect(await ltiRows.find('platform', {}, 201)).toHaveLength(2);
    });
  });
}
