/** Two windows of a person at once: every gate follows the last answer, and what was sent in between is voided. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import type { Answer } from '../../../server/studies/consent.ts';
import { giveAnswer } from '../../../server/studies/gates.ts';
import type { Participant } from '../../../server/studies/participant.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();

interface Visit {
  readonly learner: ApiLearner;
  readonly who: Participant;
}

function racesOver(name: string, nameUrl: () => string): void {
  describe(`answers that meet over ${name}`, () => {
    let bench: DeliveryBench;
    let storage: Storage;
    let organisationId: string;
    beforeAll(async () => {
      bench = await DeliveryBench.start(Date.now(), { DATABASE_URL: nameUrl() });
      ({ storage } = bench.context);
      organisationId = (await storage.organisations.list({ limit: 1 }))[0]?.id ?? '';
    });
    afterAll(() => bench.close());

    async function enter(lmsId: number): Promise<Visit> {
      const learner = new ApiLearner(bench);
      await learner.begin(lmsId);
      const found = await storage.attempts.find(organisationId, learner.attempt.id);
      if (found === undefined) throw new Error('no attempt');
      const { studyId, personId } = found.attempt;
      return { learner, who: { organisationId, studyId, personId } };
    }

    /** @param meeting what another window does before this one goes on: `at` that call to storage */
    async function say(
      { who }: Visit,
      answer: Answer['answer'],
      meeting?: { readonly at: 'answer' | 'gate'; readonly does: () => Promise<void> },
    ): Promise<void> {
      bench.wait(1_000);
      let does = meeting?.does;
      const meet = async (): Promise<void> => {
        const now = does;
        does = undefined;
        await now?.();
      };
      const { attempts, consents } = storage;
      const met: Storage = {
        ...storage,
        ...(meeting?.at === 'gate' && {
          attempts: {
            ...attempts,
            setResearch: (...args) => meet().then(() => attempts.setResearch(...args)),
          },
        }),
        ...(meeting?.at === 'answer' && {
          consents: { ...consents, find: (...args) => meet().then(() => consents.find(...args)) },
        }),
      };
      const given = { version: '3.1', language: 'fr', answer, future: false } as const;
      await giveAnswer({ ...bench.context, storage: met }, who, given);
    }

    const gateOf = async (attemptId: string) =>
      (await storage.attempts.find(organisationId, attemptId))?.progress.research;
    async function isVoided({ who }: Visit, attemptId: string): Promise<boolean> {
      const due = (await storage.erasures.listDue(bench.now, 99)).orders;
      const own = due.filter(({ subject }) => subject?.personId === who.personId);
      return own.some(({ subject }) => subject?.attempts.some(({ id }) => id === attemptId));
    }

    /** Something happens between what the start reads and what it stores. */
    async function startWhile({ learner }: Visit, does: () => Promise<void>): Promise<string> {
      await learner.act({ app: 'frame', type: 'end' });
      const create = storage.attempts.create.bind(storage.attempts);
      const held = vi.spyOn(storage.attempts, 'create').mockImplementationOnce(async (...args) => {
        await does();
        return create(...args);
      });
      await learner.startAttempt();
      held.mockRestore();
      expect(learner.attempt.number).toBe(2);
      return learner.attempt.id;
    }

    it('closes the gate of an attempt that started during a withdrawal', async () => {
      const visit = await enter(4);
      await say(visit, 'given');
      const started = await startWhile(visit, () => say(visit, 'withdrawn'));
      expect(await gateOf(started)).toBe('not-asked');
      expect(await isVoided(visit, started)).toBe(true);
    });

    it('opens the gate of an attempt that started during a yes', async () => {
      const visit = await enter(5);
      const started = await startWhile(visit, () => say(visit, 'given'));
      expect(await gateOf(started)).toBe('given');
    });

    it('closes the gates that a slow yes opens after a withdrawal', async () => {
      const visit = await enter(6);
      await say(visit, 'given', { at: 'gate', does: () => say(visit, 'withdrawn') });
      expect(await gateOf(visit.learner.attempt.id)).toBe('not-asked');
      expect(await isVoided(visit, visit.learner.attempt.id)).toBe(true);
    });

    it('voids what was sent after a yes that came while a withdrawal was being stored', async () => {
      const visit = await enter(7);
      await say(visit, 'withdrawn', { at: 'answer', does: () => say(visit, 'given') });
      expect(await gateOf(visit.learner.attempt.id)).toBe('not-asked');
      expect(await isVoided(visit, visit.learner.attempt.id)).toBe(true);
    });

    it('opens the gates again that a slow withdrawal closes after a yes', async () => {
      const visit = await enter(8);
      await say(visit, 'given');
      await say(visit, 'withdrawn', { at: 'gate', does: () => say(visit, 'given') });
      expect(await gateOf(visit.learner.attempt.id)).toBe('given');
    });
  });
}

racesOver('SQLite', nameFile);
if (absence === undefined) racesOver('MongoDB', nameDatabase);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
