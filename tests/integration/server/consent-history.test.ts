/** What somebody answered about research often: the yes that holds stays known, and so does one that was replaced. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyTakenBack } from '../../../server/erasure/apply-taken-back.ts';
import type { Erasure } from '../../../server/storage/ports/erasures.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { type Answer, lastAnswer, listAnswers } from '../../../server/studies/consent.ts';
import { giveAnswer } from '../../../server/studies/gates.ts';
import type { Participant } from '../../../server/studies/participant.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();
/** More than are kept. */
const often = 50;

function answersOver(name: string, nameUrl: () => string): void {
  describe(`answers about research over ${name}`, () => {
    let bench: DeliveryBench;
    let storage: Storage;
    beforeAll(async () => {
      bench = await DeliveryBench.start(Date.now(), { DATABASE_URL: nameUrl() });
      ({ storage } = bench.context);
    });
    afterAll(() => bench.close());

    async function enter(lmsId: number): Promise<{ who: Participant; attemptId: string }> {
      const learner = new ApiLearner(bench);
      await learner.begin(lmsId);
      const [organisation] = await storage.organisations.list({ limit: 1 });
      const found = await storage.attempts.find(organisation?.id ?? '', learner.attempt.id);
      if (found === undefined) throw new Error('no attempt');
      const { organisationId, studyId, personId, id } = found.attempt;
      return { who: { organisationId, studyId, personId }, attemptId: id };
    }

    async function say(
      who: Participant,
      answer: Answer['answer'],
      { version = '3.1', future = false }: { version?: string; future?: boolean } = {},
    ): Promise<void> {
      bench.wait(1_000);
      await giveAnswer(bench.context, who, { version, language: 'fr', answer, future });
    }

    const said = async (who: Participant) =>
      (await listAnswers(bench.context, who)).map(({ answer, future }) => (future ? 'future' : answer));
    const gateOf = async ({ organisationId }: Participant, attemptId: string) =>
      (await storage.attempts.find(organisationId, attemptId))?.progress.research;
    const orders = async ({ personId }: Participant): Promise<Erasure[]> =>
      (await storage.erasures.listDue(bench.now, 99)).orders.filter(
        ({ subject }) => subject?.personId === personId,
      );

    it('keeps one of repeated answers, and no « later » after a real one', async () => {
      const { who } = await enter(4);
      await say(who, 'later');
      await say(who, 'later');
      await say(who, 'later');
      await say(who, 'given');
      await say(who, 'given');
      await say(who, 'later');
      await say(who, 'given', { future: true });
      expect(await said(who)).toEqual(['later', 'later', 'given', 'future']);
    });

    it('voids what was sent after a yes, however many « later » came between', async () => {
      const { who, attemptId } = await enter(5);
      await say(who, 'given');
      // Each changed question can be put off.
      for (let edition = 2; edition < often; edition += 1)
        await say(who, 'later', { version: `2.${edition}` });
      expect(lastAnswer(await listAnswers(bench.context, who))?.answer).toBe('given');
      expect(await gateOf(who, attemptId)).toBe('given');
      await say(who, 'withdrawn');
      expect(await gateOf(who, attemptId)).toBe('not-asked');
      expect(await orders(who)).toHaveLength(1);
    });

    it('takes back again a yes of a restored copy that later changes had pushed out', async () => {
      const { who, attemptId } = await enter(6);
      await say(who, 'given');
      const { organisationId, studyId, personId } = who;
      const copy = await storage.consents.find(organisationId, studyId, personId);
      if (copy === undefined) throw new Error('no answer');
      for (let change = 0; change < often; change += 1) await say(who, 'given', { future: change % 2 === 0 });
      await say(who, 'withdrawn');
      await storage.consents.remove(organisationId, copy.id);
      await storage.consents.put({ ...copy, revision: 1 });
      await storage.attempts.setResearch(organisationId, attemptId, 'given');
      expect(await applyTakenBack(bench.context)).toBe(1);
      expect(await said(who)).toEqual(['given', 'withdrawn']);
      expect(await gateOf(who, attemptId)).toBe('not-asked');
    });
  });
}

answersOver('SQLite', nameFile);
if (absence === undefined) answersOver('MongoDB', nameDatabase);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
