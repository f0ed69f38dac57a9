/** Attempts: created once, changed only by conditional appends, read in pages. */
import { describe, expect, it } from 'vitest';
import type { AttemptProgress, StoredEntry } from '../../../server/storage/ports/attempts.ts';
import type { SceneChoice } from '../../../scenarios/kit/log.ts';
import type { Subject } from '../storage.contract.ts';
import {
  asGradeRow,
  asNew,
  createAttempt,
  sampleAppend,
  sampleAttempt,
  sampleEntry,
  sampleGrade,
  sampleMeasure,
  sampleOutcome,
  sampleProgress,
  sampleStatement,
} from './sample-attempts.ts';
import { org } from './sample-rows.ts';

export function attemptsContract(current: () => Subject): void {
  describe('attempts', () => {
    it('creates one attempt, with the winner’s log, when several callers ask for the same number', async () => {
      const { storage, other } = current();
      const created = await Promise.all(
        Array.from({ length: 12 }, (_, index) => {
          const attempt = sampleAttempt({ id: `attempt-${index}`, seed: index });
          const { entries, statements } = sampleAppend(attempt, 0, 2);
          const first = { entries, statements, progress: sampleProgress(2), gradeIntents: [] };
          return (index % 2 ? storage : other).attempts.create(attempt, first);
        }),
      );
      const ids = new Set(created.map(({ attempt }) => attempt.id));
      expect(ids.size).toBe(1);
      const [id = ''] = ids;
      expect(await storage.attempts.find(org, id)).toEqual(created[0]);
      for (let index = 0; index < 12; index += 1) {
        const page = { fromSeq: 1, limit: 10 };
        const entries = await storage.attempts.listEntries(org, `attempt-${index}`, page);
        expect(entries).toHaveLength(`attempt-${index}` === id ? 2 : 0);
      }
    });

    it('returns an existing attempt unchanged, and the latest by number', async () => {
      const { attempts } = current().storage;
      const first = await createAttempt(current().storage, {}, 3);
      const { entries, statements } = sampleAppend(sampleAttempt({ id: 'late' }), 0, 1);
      const late = { entries, statements, progress: sampleProgress(1), gradeIntents: [] };
      const found = await attempts.create(sampleAttempt({ id: 'late', seed: 99 }), late);
      expect(found).toEqual({ attempt: first, progress: sampleProgress(3) });
      await createAttempt(current().storage, { id: 'attempt-10', number: 10 });
      await createAttempt(current().storage, { id: 'attempt-9', number: 9 });
      expect((await attempts.findLatest(org, 'person-1', 'link-1', false))?.attempt.id).toBe('attempt-10');
      expect(await attempts.findLatest(org, 'person-1', 'link-2', false)).toBeUndefined();
    });

    it('excludes practice from real attempts and from an activity’s list', async () => {
      const { attempts } = current().storage;
      const real = await createAttempt(current().storage, { createdAt: 1 });
      const practice = await createAttempt(current().storage, { id: 'practice-1', practice: true });
      expect((await attempts.findLatest(org, 'person-1', 'link-1', false))?.attempt).toEqual(real);
      expect((await attempts.findLatest(org, 'person-1', 'link-1', true))?.attempt).toEqual(practice);
      const other = await createAttempt(current().storage, { id: 'b', personId: 'person-2', createdAt: 2 });
      await createAttempt(current().storage, { id: 'c', resourceLinkId: 'link-2' });
      const first = await attempts.listByResourceLink(org, 'link-1', { limit: 1 });
      const rest = await attempts.listByResourceLink(org, 'link-1', { limit: 5, after: real.id });
      expect([...first, ...rest].map(({ attempt }) => attempt)).toEqual([real, other]);
    });

    it('stores the receipt with the end of an attempt, only if the append succeeds', async () => {
      const { attempts } = current().storage;
      const attempt = await createAttempt(current().storage, {}, 2);
      expect(await attempts.findReceipt(org, attempt.id)).toBeUndefined();
      const late = sampleAppend(attempt, 1, 1, { receipt: 'late' });
      expect(await attempts.append(late)).toBe(false);
      expect(await attempts.append(sampleAppend(attempt, 2, 1, { receipt: 'signed' }))).toBe(true);
      expect(await current().other.attempts.findReceipt(org, attempt.id)).toBe('signed');
      expect(await attempts.findReceipt('other', attempt.id)).toBeUndefined();
      // An attempt that was reopened ends once more.
      expect(await attempts.append(sampleAppend(attempt, 3, 1, { receipt: 'signed again' }))).toBe(true);
      expect(await attempts.findReceipt(org, attempt.id)).toBe('signed again');
    });

    it('lists a study’s attempts by age, without practice and without those of another study', async () => {
      const { attempts } = current().storage;
      await createAttempt(current().storage, { id: 'b', createdAt: 2 });
      await createAttempt(current().storage, { id: 'a', personId: 'person-2', createdAt: 1 });
      await createAttempt(current().storage, { id: 'c', resourceLinkId: 'link-2', createdAt: 3 });
      await createAttempt(current().storage, { id: 'practice', practice: true });
      await createAttempt(current().storage, { id: 'elsewhere', personId: 'person-3', studyId: 'study-2' });
      const list = async (page: { limit: number; after?: string }): Promise<string[]> =>
        (await attempts.listByStudy(org, 'study-1', page)).map(({ attempt }) => attempt.id);
      expect(await list({ limit: 2 })).toEqual(['a', 'b']);
      expect(await list({ limit: 2, after: 'b' })).toEqual(['c']);
    });

    it('lists a person’s own attempts of one activity, newest first and without practice', async () => {
      const { attempts } = current().storage;
      for (const number of [1, 10, 9]) {
        await createAttempt(current().storage, { id: `attempt-${number}`, number });
      }
      await createAttempt(current().storage, { id: 'practice', number: 11, practice: true });
      await createAttempt(current().storage, { id: 'elsewhere', resourceLinkId: 'link-2' });
      await createAttempt(current().storage, { id: 'of-another', personId: 'person-2' });
      const list = async (page: { limit: number; before?: number }): Promise<string[]> =>
        (await attempts.listByPerson(org, 'person-1', 'link-1', page)).map(({ attempt }) => attempt.id);
      expect(await list({ limit: 2 })).toEqual(['attempt-10', 'attempt-9']);
      expect(await list({ limit: 9, before: 9 })).toEqual(['attempt-1']);
      expect(await attempts.listByPerson('other', 'person-1', 'link-1', { limit: 9 })).toEqual([]);
    });

    it('lists idle attempts, longest idle first, without ended ones', async () => {
      const { attempts } = current().storage;
      const at = async (lastAt: number, number: number, status: AttemptProgress['status']): Promise<void> => {
        const attempt = sampleAttempt({ id: `attempt-${number}`, number });
        const { entries, statements } = sampleAppend(attempt, 0, 1);
        const progress = sampleProgress(1, { lastAt, status });
        await attempts.create(attempt, { entries, statements, progress, gradeIntents: [] });
      };
      await at(500, 1, 'paused');
      await at(400, 2, 'open');
      await at(501, 3, 'open');
      await at(1, 4, 'finished');
      await at(2, 5, 'abandoned');
      const list = async (limit: number): Promise<string[]> =>
        (await attempts.listIdle(500, limit)).map(({ attempt }) => attempt.id);
      expect(await list(10)).toEqual(['attempt-2', 'attempt-1']);
      expect(await list(1)).toEqual(['attempt-2']);
    });

    it('writes entries, progress, statements and grade of an append together', async () => {
      const { attempts, grades } = current().storage;
      const attempt = await createAttempt(current().storage);
      const progress = sampleProgress(3, { status: 'finished', score: 80, language: 'en' });
      const gradeIntent = sampleGrade(attempt);
      const entries = [sampleEntry(2, 'v1.sealed'), sampleEntry(3)];
      const batch = sampleAppend(attempt, 1, 2, { progress, gradeIntents: [gradeIntent], entries });
      expect(await attempts.append(batch)).toBe(true);
      expect((await attempts.find(org, attempt.id))?.progress).toEqual(progress);
      expect(await attempts.listEntries(org, attempt.id, { fromSeq: 2, limit: 9 })).toEqual(entries);
      expect(await attempts.listStatements(org, attempt.id, { fromSeq: 2, limit: 9 })).toEqual(
        [2, 3].map((logSeq) => sampleStatement(attempt, logSeq)),
      );
      await grades.collect(10);
      expect(await grades.findByAttempt(org, attempt.id)).toMatchObject({
        ...asGradeRow(gradeIntent),
        state: 'pending',
      });
    });

    it('stores the measure and the adaptations', async () => {
      const { attempts } = current().storage;
      const attempt = await createAttempt(current().storage);
      const progress = sampleProgress(2, {
        measure: sampleMeasure,
        adaptations: ['read-aloud', 'eased'],
        score: 59,
      });
      await attempts.append(sampleAppend(attempt, 1, 1, { progress }));
      const found = await attempts.find(org, attempt.id);
      expect(found?.progress).toEqual(progress);
      expect(await attempts.listByResourceLink(org, 'link-1', { limit: 9 })).toEqual([found]);
    });

    it('stores the pool of an adaptive attempt, why each scene was chosen and what its actions weigh', async () => {
      const { attempts } = current().storage;
      const attempt = await createAttempt(current().storage);
      const scene = {
        scenario: 's02-inbox',
        worldVersion: 1,
        scoringVersion: 1,
        fromSeq: 0,
        status: 'waiting' as const,
      };
      const choice: SceneChoice = {
        by: 'information',
        narrowedBy: ['win', 'balance'],
        best: [{ scenario: 's07-recycling', worth: 0.1234 }],
        draw: 0.25,
      };
      const progress = sampleProgress(2, {
        pool: ['s02-inbox', 's07-recycling'],
        scenes: [
          { ...scene, sceneId: '1', choice: { by: 'core' } },
          { ...scene, sceneId: '2', choice, spent: 12 },
        ],
      });
      await attempts.append(sampleAppend(attempt, 1, 1, { progress }));
      expect((await attempts.find(org, attempt.id))?.progress).toEqual(progress);
    });

    it('accepts only one of several appends to one head, and writes nothing of the others', async () => {
      const { storage, other } = current();
      const attempt = await createAttempt(storage);
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const entries = [sampleEntry(2, `from ${index}`)];
          const statements = [asNew(sampleStatement(attempt, 2, { id: `statement of ${index}` }))];
          const batch = sampleAppend(attempt, 1, 1, { entries, statements });
          return (index % 2 ? storage : other).attempts.append(batch);
        }),
      );
      expect(wins.filter(Boolean)).toHaveLength(1);
      const winner = wins.indexOf(true);
      const page = { fromSeq: 2, limit: 10 };
      const entries = await storage.attempts.listEntries(org, attempt.id, page);
      expect(entries).toEqual([sampleEntry(2, `from ${winner}`)]);
      const statements = await storage.attempts.listStatements(org, attempt.id, page);
      expect(statements.map(({ id }) => id)).toEqual([`statement of ${winner}`]);
    });

    it('refuses a head that is behind, ahead, or inside an earlier batch', async () => {
      const { attempts } = current().storage;
      const attempt = await createAttempt(current().storage, {}, 5);
      for (const head of [0, 3, 4, 6]) {
        expect(await attempts.append(sampleAppend(attempt, head, 2))).toBe(false);
      }
      expect(await attempts.append(sampleAppend(sampleAttempt({ id: 'nobody' }), 0, 1))).toBe(false);
      expect(await attempts.append(sampleAppend(attempt, 5, 1))).toBe(true);
    });

    it('refuses a batch that would break the log', async () => {
      const { attempts } = current().storage;
      const attempt = await createAttempt(current().storage);
      const stranger = sampleAttempt({ id: 'attempt-2' });
      const broken = [
        sampleAppend(attempt, 1, 0),
        sampleAppend(attempt, 1, 2, { entries: [sampleEntry(2), sampleEntry(4)] }),
        sampleAppend(attempt, 1, 1, { progress: sampleProgress(3) }),
        sampleAppend(attempt, 1, 1, { statements: [asNew(sampleStatement(stranger, 2))] }),
        sampleAppend(attempt, 1, 1, { statements: [asNew(sampleStatement(attempt, 1))] }),
        sampleAppend(attempt, 1, 1, { gradeIntents: [sampleGrade(stranger)] }),
      ];
      for (const batch of broken) await expect(attempts.append(batch)).rejects.toThrow(RangeError);
      expect((await attempts.find(org, attempt.id))?.progress.head).toBe(1);
    });

    it('finds results of scenes and rescorings among other entries', async () => {
      const { attempts } = current().storage;
      const attempt = await createAttempt(current().storage);
      const given = [3, 5].map((logSeq) => sampleOutcome(logSeq));
      const entries = [sampleEntry(2), given[0], sampleEntry(4), given[1], sampleEntry(6)].flatMap((entry) =>
        entry === undefined ? [] : [entry],
      );
      expect(await attempts.append(sampleAppend(attempt, 1, 5, { entries }))).toBe(true);
      const list = (fromSeq: number, limit: number): ReturnType<typeof attempts.listOutcomes> =>
        attempts.listOutcomes(org, attempt.id, { fromSeq, limit });
      expect(await list(1, 9)).toEqual(given);
      expect(await list(1, 1)).toEqual(given.slice(0, 1));
      expect(await list(4, 9)).toEqual(given.slice(1));
    });

    it('returns statements byte for byte, in order of entry and part', async () => {
      const { attempts } = current().storage;
      const bytes = '{"b":1, "a":"é\u00a0\u2028🙂 \\ud800"}';
      const rows = [1, 0].map((part) => sampleStatement(sampleAttempt(), 1, { part, bytes, tier: 2 }));
      const statements = rows.map(asNew);
      const attempt = await createAttempt(current().storage, {}, 1, { statements });
      const list = (fromPart: number): ReturnType<typeof attempts.listStatements> =>
        attempts.listStatements(org, attempt.id, { fromSeq: 1, fromPart, limit: 9 });
      expect(await list(0)).toEqual(rows.toReversed());
      expect(await list(1)).toEqual(rows.slice(0, 1));
    });

    it('lists a log of 2,000 entries in pages without a gap', async () => {
      const { attempts } = current().storage;
      const attempt = await createAttempt(current().storage);
      for (let head = 1; head < 2_001; head += 100) {
        expect(await attempts.append(sampleAppend(attempt, head, 100))).toBe(true);
      }
      const entries: StoredEntry[] = [];
      for (;;) {
        const page = { fromSeq: (entries.at(-1)?.logSeq ?? 0) + 1, limit: 300 };
        const found = await attempts.listEntries(org, attempt.id, page);
        entries.push(...found);
        if (found.length < 300) break;
      }
      expect(entries).toEqual(Array.from({ length: 2_001 }, (_, index) => sampleEntry(index + 1)));
    });

    it('lists a log of many small appends in pages without a gap', async () => {
      const { attempts } = current().storage;
      const attempt = await createAttempt(current().storage);
      for (let head = 1; head < 101; head += 1) await attempts.append(sampleAppend(attempt, head, 1));
      const numbers = async (fromSeq: number, limit: number): Promise<number[]> =>
        (await attempts.listEntries(org, attempt.id, { fromSeq, limit })).map(({ logSeq }) => logSeq);
      const all = Array.from({ length: 101 }, (_, index) => index + 1);
      expect(await numbers(1, 500)).toEqual(all);
      expect(await numbers(3, 90)).toEqual(all.slice(2, 92));
    });
  });
}
