/** What every adapter promises to the commands of an operator (server/storage/ports/upkeep.ts). */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../server/base/secrets.ts';
import { openStorage } from '../../server/storage/open-storage.ts';
import { openUpkeep, restoreDatabase } from '../../server/upkeep/open-upkeep.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { sealedKinds, type Upkeep } from '../../server/storage/ports/upkeep.ts';
import { rotateSecret } from '../../server/upkeep/rotate-secret.ts';
import { countSealed } from '../../server/upkeep/sealed-values.ts';
import { createAttempt, sampleAppend, sampleDestination, sampleGrade } from './storage/sample-attempts.ts';
import { org, samplePerson } from './storage/sample-rows.ts';
import { plainLtiRows, putSealed, readSealed, sealedCounts } from './storage/sample-sealed.ts';

const oldKey = 'an old key of at least 32 characters';
const newKey = 'a new key of at least 32 characters!';

const quiet = { restart: false, progress: () => () => undefined };

const refusal = (reason: string): unknown =>
  expect.objectContaining({
    code: 'storage.unavailable',
    params: expect.objectContaining({ reason }) as unknown,
  });

/** Where a database of this kind, and one of another, may be made; each call names a new one. */
export interface Places {
  readonly own: () => string;
  readonly other: (() => string) | undefined;
}

export function upkeepContract(name: string, places: () => Places): void {
  describe(`upkeep of ${name}`, () => {
    let folder: string;
    let url: string;
    let storage: Storage;
    const opened: Upkeep[] = [];
    let copies = 0;

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'numplus-upkeep-'));
    });
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });
    beforeEach(async () => {
      url = places().own();
      storage = await openStorage(url);
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((upkeep) => upkeep.close()));
      await storage.close();
    });

    async function open(of = url): Promise<Upkeep> {
      const upkeep = await openUpkeep(of);
      opened.push(upkeep);
      return upkeep;
    }

    function nameCopy(): string {
      copies += 1;
      return join(folder, 'copies', `${copies}.db`);
    }

    it('refuses an address without a database, and creates none', async () => {
      const none = places().own();
      await expect(openUpkeep(none)).rejects.toEqual(refusal('absent'));
      await expect(openUpkeep(none)).rejects.toEqual(refusal('absent'));
    });

    it('reports versions and row counts of an intact database', async () => {
      await storage.persons.ensure(samplePerson());
      await createAttempt(storage, {}, 3);
      const upkeep = await open();
      const { version, knownVersion, bytes, rows } = await upkeep.inspect();
      expect(version).toBe(knownVersion);
      expect(bytes).toBeGreaterThan(0);
      expect(rows).toMatchObject({ persons: 1, attempts: 1 });
      expect(await upkeep.checkIntegrity()).toEqual([]);
    });

    it('copies an open database into a file for its owner only, and never over an existing one', async () => {
      await storage.persons.ensure(samplePerson());
      await createAttempt(storage, {}, 3);
      const copy = nameCopy();
      const upkeep = await open();
      const state = await upkeep.copyTo(copy);
      expect(state.rows).toMatchObject({ persons: 1, attempts: 1, entries: 3, statements: 3 });
      expect(statSync(copy).mode & 0o777).toBe(0o600);
      for (const end of ['-wal', '-shm', '-journal', '.part'])
        expect(existsSync(`${copy}${end}`)).toBe(false);
      const before = readFileSync(copy);
      await expect(upkeep.copyTo(copy)).rejects.toEqual(refusal('taken'));
      expect(readFileSync(copy).equals(before)).toBe(true);
      expect(existsSync(`${copy}.part`)).toBe(false);
    });

    it.each(['own', 'other'] as const)(
      'restores a copy into an empty database of its %s kind, which then works, and refuses one with rows',
      async (kind) => {
        const place = places()[kind]?.();
        // The suite that has both kinds runs it.
        if (place === undefined) return;
        const attempt = await createAttempt(storage, {}, 2);
        const destination = sampleDestination();
        await storage.destinations.put(destination);
        await storage.deliveries.enqueueNew(destination, 1);
        const intent = sampleGrade(attempt);
        await storage.attempts.append(
          sampleAppend(attempt, 2, 1, { gradeIntents: [intent], receipt: 'signed' }),
        );
        const copy = nameCopy();
        await (await open()).copyTo(copy);
        const bytes = readFileSync(copy);
        const rows = await restoreDatabase(place, copy, quiet);
        expect(rows).toMatchObject({ attempts: 1, entries: 3, statements: 3, receipts: 1, grades: 1 });
        expect(readFileSync(copy).equals(bytes)).toBe(true);
        await expect(restoreDatabase(place, copy, quiet)).rejects.toEqual(refusal('taken'));
        const restored = await openStorage(place);
        try {
          const { attempts, deliveries, grades } = restored;
          expect(await attempts.append(sampleAppend(attempt, 3, 1))).toBe(true);
          expect(await attempts.listEntries(org, attempt.id, { fromSeq: 1, limit: 9 })).toHaveLength(4);
          expect(await attempts.findReceipt(org, attempt.id)).toBe('signed');
          // One had its delivery before the copy.
          expect(await deliveries.enqueueNew(destination, 100)).toBe(3);
          expect(await deliveries.summary(org, destination.id)).toMatchObject({ pending: 4, sent: 0 });
          expect(await grades.findByAttempt(org, attempt.id)).toMatchObject({
            id: intent.id,
            state: 'pending',
          });
        } finally {
          await restored.close();
        }
      },
    );

    it('lists sealed values in pages, and replaces a value only if it has not changed since', async () => {
      for (const id of ['person-2', 'person-1', 'person-3']) {
        await storage.persons.ensure(samplePerson({ id, subject: id, sealedKey: `sealed ${id}` }));
      }
      const upkeep = await open();
      const [first, second] = await upkeep.listSealed('person', { limit: 2 });
      expect(first).toEqual({ id: 'person-1', context: 'person-1', sealed: 'sealed person-1' });
      const rest = await upkeep.listSealed('person', { limit: 2, after: second?.id ?? '' });
      expect(rest.map(({ id }) => id)).toEqual(['person-3']);
      const changes = [
        { id: 'person-1', from: 'sealed person-1', to: 'anew' },
        { id: 'person-2', from: 'another', to: 'anew' },
        { id: 'person-9', from: 'sealed', to: 'anew' },
      ];
      expect(await upkeep.replaceSealed('person', changes)).toBe(1);
      expect(await upkeep.replaceSealed('person', [])).toBe(0);
      const now = await upkeep.listSealed('person', { limit: 9 });
      expect(now.map(({ sealed }) => sealed)).toEqual(['anew', 'sealed person-2', 'sealed person-3']);
      expect(await storage.persons.find(org, 'person-2')).toEqual(
        samplePerson({ id: 'person-2', subject: 'person-2', sealedKey: 'sealed person-2' }),
      );
    });

    it('lists each row of the LTI engine once, in pages', async () => {
      await putSealed(storage, createSecrets(oldKey));
      const upkeep = await open();
      const ids: string[] = [];
      for (let after = {}; ; after = { after: ids.at(-1) }) {
        const page = await upkeep.listSealed('lti-row', { limit: 5, ...after });
        ids.push(...page.map(({ id }) => id));
        if (page.length < 5) break;
      }
      expect(ids).toHaveLength(sealedCounts['lti-row'] + plainLtiRows);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('seals every kind once under a new key, after which that key alone opens everything', async () => {
      const old = createSecrets(oldKey);
      await putSealed(storage, old);
      const before = await readSealed(storage, old);
      const both = createSecrets(newKey, oldKey);
      const upkeep = await open();
      expect(await countSealed(upkeep, both)).toEqual(countsOf('previous'));
      const resealed = (await rotateSecret({ upkeep, secrets: both }, true)).map((row) => row.resealed);
      expect(resealed).toEqual(sealedKinds.map((kind) => sealedCounts[kind]));
      const again = await rotateSecret({ upkeep, secrets: both }, true);
      expect(again.map((row) => row.resealed)).toEqual(sealedKinds.map(() => 0));
      const alone = createSecrets(newKey);
      expect(await countSealed(upkeep, alone)).toEqual(countsOf('current'));
      expect(await readSealed(storage, alone)).toEqual(before);
      await expect(readSealed(storage, old)).rejects.toMatchObject({ code: 'secret.unreadable' });
    });
  });
}

/** All under one key; what is not sealed at all is not counted. */
function countsOf(standing: 'current' | 'previous'): unknown {
  return Object.fromEntries(
    sealedKinds.map((kind) => [
      kind,
      { current: 0, previous: 0, unreadable: 0, [standing]: sealedCounts[kind] },
    ]),
  );
}
