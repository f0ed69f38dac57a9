/** An activity moves to another study: a yes to the one before can still be taken back (ADR 63). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBackground } from '../../../server/contract/background.ts';
import type { OwnDataAnswer } from '../../../server/contract/own-data.ts';
import type { ResearchAnswer, ResearchRequest } from '../../../server/contract/research.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { addDestination, describeDestination } from '../../../server/organisations/manage-destinations.ts';
import {
  addStudy,
  changeTexts,
  closeStudy,
  placeStudy,
} from '../../../server/organisations/manage-studies.ts';
import type { Study } from '../../../server/storage/ports/organisations.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();

function moveOver(name: string, nameUrl: () => string): void {
  describe(`after a move to another study over ${name}`, () => {
    let bench: DeliveryBench;
    let storage: Storage;
    let organisationId: string;
    let place: { platformId: string; deploymentId: string };
    let moves = 0;
    beforeAll(async () => {
      bench = await DeliveryBench.start(Date.now(), { DATABASE_URL: nameUrl() });
      ({ storage } = bench.context);
      organisationId = (await storage.organisations.list({ limit: 1 }))[0]?.id ?? '';
      const [platform] = await storage.platforms.list(organisationId, { limit: 1 });
      const platformId = platform?.id ?? '';
      const [deployment] = await storage.platforms.listDeployments(organisationId, platformId, { limit: 1 });
      place = { platformId, deploymentId: deployment?.deploymentId ?? '' };
    });
    afterAll(() => bench.close());

    /** New attempts of activity 2 belong to it. */
    async function newStudy(): Promise<Study> {
      moves += 1;
      const { context } = bench;
      const study = await addStudy(context, { organisationId, name: `Étude ${moves}` });
      await changeTexts(context, study, sampleFacts);
      await placeStudy(context, study, { kind: 'activity', ...place, resourceLinkId: '1' });
      return study;
    }

    async function play(lmsId: number): Promise<ApiLearner> {
      const learner = new ApiLearner(bench);
      await learner.begin(lmsId);
      return learner;
    }

    const read = async (learner: ApiLearner) =>
      (await learner.request<ResearchAnswer>('GET', '/api/research')).body;
    function say(learner: ApiLearner, request: Partial<ResearchRequest>) {
      const rest = { version: '3.1', language: 'fr', future: false };
      return learner.request<ResearchAnswer & Problem>('POST', '/api/research', { ...rest, ...request });
    }
    const find = async (attemptId: string) => {
      const found = await storage.attempts.find(organisationId, attemptId);
      if (found === undefined) throw new Error('no attempt');
      return found;
    };
    const gateOf = async (attemptId: string) => (await find(attemptId)).progress.research;

    /** Agreed to a study, played to the end and answered about themselves; then the study closed and another came. */
    async function move(lmsId: number): Promise<{ learner: ApiLearner; first: Study; early: string }> {
      const first = await newStudy();
      const learner = await play(lmsId);
      const early = learner.attempt.id;
      expect((await say(learner, { answer: 'given' })).status).toBe(200);
      await learner.act({ app: 'frame', type: 'end' });
      const answers = { ...noBackground, ageGroup: '25-34' };
      expect((await learner.request('POST', '/api/background', { answers })).status).toBe(200);
      await closeStudy(bench.context, first);
      await newStudy();
      return { learner: await play(lmsId), first, early };
    }

    it('withdraws from the study that the activity has left, with all that hangs on the yes', async () => {
      const { learner, first, early } = await move(4);
      const { context } = bench;
      const credentials = { key: 'key', secret: 'secret' };
      const rest = { purpose: 'research', tier: 3, version: '1.0.3' } as const;
      const { endpoint } = bench.store;
      await addDestination(
        context,
        describeDestination(context, { study: first, endpoint, credentials, ...rest }),
      );
      await bench.work();
      const ofEarly = () =>
        bench.store
          .statements()
          .map((one) => JSON.stringify(one))
          .filter((text) => text.includes(early));
      expect(ofEarly().length).toBeGreaterThan(0);
      const { personId } = (await find(early)).attempt;
      expect(await storage.backgrounds.find(organisationId, first.id, personId)).toBeDefined();

      const others = [
        { id: first.id, name: { fr: first.name, en: first.name }, team: sampleFacts.research?.team },
      ];
      expect(await read(learner)).toMatchObject({ answer: null, others });
      const told = await learner.request<OwnDataAnswer>('GET', '/api/own-data');
      // Both studies keep as long.
      expect(JSON.stringify(told.body.sections.en)).not.toContain('The period is not the same everywhere.');
      await changeTexts(context, first, { ...sampleFacts, keptMonths: 7 });
      const apart = await learner.request<OwnDataAnswer>('GET', '/api/own-data');
      const words = JSON.stringify(apart.body.sections.en);
      expect(words).toContain('attempt 1: 7 months.');
      expect(words).toContain('attempt 2: 24 months.');
      // Two notices, though both studies count their editions alike.
      expect(words.match(/: edition 5\.1, on /g)).toHaveLength(2);
      const { status, body } = await say(learner, { answer: 'withdrawn', study: first.id });
      expect([status, body.answer, body.others]).toEqual([200, null, []]);
      expect(await gateOf(early)).toBe('not-asked');
      expect(await storage.backgrounds.find(organisationId, first.id, personId)).toBeUndefined();
      bench.wait(10_000);
      await bench.work();
      expect(ofEarly().filter((text) => text.includes('verbs/voided'))).not.toEqual([]);
      // A lost connection repeats it.
      expect((await say(learner, { answer: 'withdrawn', study: first.id })).status).toBe(200);
    });

    it('keeps the other yes of whoever withdraws from the study of the question', async () => {
      const { learner, first, early } = await move(5);
      await say(learner, { answer: 'given' });
      expect(await gateOf(learner.attempt.id)).toBe('given');
      const { body } = await say(learner, { answer: 'withdrawn' });
      expect(body).toMatchObject({ answer: 'withdrawn', others: [{ id: first.id }] });
      expect(await gateOf(learner.attempt.id)).toBe('not-asked');
      expect(await gateOf(early)).toBe('given');
    });

    it('withdraws from a study by an activity that never was in it', async () => {
      const { first, early } = await move(6);
      const learner = new ApiLearner(bench);
      await learner.launch(6, 3);
      expect((await read(learner)).others).toMatchObject([{ id: first.id }]);
      await say(learner, { answer: 'withdrawn', study: first.id });
      expect(await gateOf(early)).toBe('not-asked');
    });

    it('takes nothing but a withdrawal, from a study that the person answered', async () => {
      const { first, early } = await move(7);
      const stranger = await play(8);
      const refused = await say(stranger, { answer: 'withdrawn', study: first.id });
      expect([refused.status, refused.body.code]).toEqual([403, 'session.forbidden']);
      const { personId } = (await find(stranger.attempt.id)).attempt;
      expect(await storage.consents.find(organisationId, first.id, personId)).toBeUndefined();
      for (const answer of ['given', 'refused', 'later'] as const)
        expect((await say(stranger, { answer, study: first.id })).status).toBe(400);
      expect(await gateOf(early)).toBe('given');
    });
  });
}

moveOver('SQLite', nameFile);
if (absence === undefined) moveOver('MongoDB', nameDatabase);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
