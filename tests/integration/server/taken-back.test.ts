/** An older copy is restored: what people had taken back meanwhile stays taken back (ADR 62). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BackgroundAnswers, noBackground } from '../../../server/contract/background.ts';
import type { ResearchAnswer } from '../../../server/contract/research.ts';
import { applyTakenBack } from '../../../server/erasure/apply-taken-back.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { findBackground } from '../../../server/studies/background.ts';
import { lastAnswer, listAnswers } from '../../../server/studies/consent.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findFirstStudy } from '../../support/first-study.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();
const some: BackgroundAnswers = { ...noBackground, ageGroup: '65-and-over' };

interface Participant {
  readonly organisationId: string;
  readonly studyId: string;
  readonly personId: string;
}

function restoreOver(name: string, nameUrl: () => string): void {
  describe(`after a restore over ${name}`, () => {
    let bench: DeliveryBench;
    let storage: Storage;
    beforeAll(async () => {
      bench = await DeliveryBench.start(Date.now(), { DATABASE_URL: nameUrl() });
      ({ storage } = bench.context);
      const study = await findFirstStudy(storage);
      await changeTexts(bench.context, study, sampleFacts);
    });
    afterAll(() => bench.close());

    /** Has played to the end and agreed to everything. */
    async function agree(lmsId: number): Promise<{ learner: ApiLearner; who: Participant }> {
      const learner = new ApiLearner(bench);
      await learner.begin(lmsId);
      await say(learner, 'given', true);
      await learner.act({ app: 'frame', type: 'end' });
      await tell(learner, some);
      const organisationId = (await storage.organisations.list({ limit: 1 }))[0]?.id ?? '';
      const found = await storage.attempts.find(organisationId, learner.attempt.id);
      if (found === undefined) throw new Error('no attempt');
      const { studyId, personId } = found.attempt;
      return { learner, who: { organisationId, studyId, personId } };
    }

    async function say(learner: ApiLearner, answer: 'given' | 'withdrawn', future = false): Promise<void> {
      bench.wait(1_000);
      const { body } = await learner.request<ResearchAnswer>('GET', '/api/research');
      const said = { version: body.question?.version ?? '', language: 'fr', answer, future };
      expect((await learner.request('POST', '/api/research', said)).status).toBe(200);
    }

    async function tell(learner: ApiLearner, answers: BackgroundAnswers): Promise<void> {
      bench.wait(1_000);
      expect((await learner.request('POST', '/api/background', { answers })).status).toBe(200);
    }

    /** Returns what puts rows and gate back as they are now. */
    async function copy({ learner, who }: { learner: ApiLearner; who: Participant }) {
      const { organisationId, studyId, personId } = who;
      const id = `${studyId}/${personId}`;
      const consent = await storage.consents.find(organisationId, studyId, personId);
      const background = await storage.backgrounds.find(organisationId, studyId, personId);
      if (consent === undefined || background === undefined) throw new Error('no rows');
      return async () => {
        await storage.consents.remove(organisationId, id);
        await storage.backgrounds.remove(organisationId, id);
        await storage.consents.put({ ...consent, revision: 1 });
        await storage.backgrounds.put({ ...background, revision: 1 });
        await storage.attempts.setResearch(organisationId, learner.attempt.id, 'given');
      };
    }

    const read = async (who: Participant) => {
      const { answer, future } = lastAnswer(await listAnswers(bench.context, who)) ?? {};
      return [answer, future, (await findBackground(bench.context, who))?.answers ?? null];
    };
    const gateOf = async ({ organisationId }: Participant, learner: ApiLearner) =>
      (await storage.attempts.find(organisationId, learner.attempt.id))?.progress.research;

    it('takes back again a yes that was withdrawn, with the answers about the person, once', async () => {
      const { learner, who } = await agree(4);
      const restore = await copy({ learner, who });
      // Another yes comes between: the copy has an earlier one.
      await say(learner, 'given');
      await say(learner, 'withdrawn');
      await restore();
      expect(await read(who)).toEqual(['given', true, some]);
      expect(await applyTakenBack(bench.context)).toBe(1);
      expect(await read(who)).toEqual(['withdrawn', false, null]);
      expect(await gateOf(who, learner)).toBe('not-asked');
      const due = (await storage.erasures.listDue(bench.now, 9)).orders;
      expect(due).toContainEqual(expect.objectContaining({ kind: 'withdrawal', requestedBy: 'worker' }));
      expect(await applyTakenBack(bench.context)).toBe(0);
    });

    it('keeps a yes that nobody took back, and one that followed a withdrawal', async () => {
      const staying = await agree(5);
      const again = await agree(6);
      await say(again.learner, 'withdrawn');
      await say(again.learner, 'given');
      expect(await applyTakenBack(bench.context)).toBe(0);
      expect(await read(staying.who)).toEqual(['given', true, some]);
      expect(await read(again.who)).toEqual(['given', false, null]);
      expect(await gateOf(again.who, again.learner)).toBe('given');
    });

    it('keeps the yes to this study of whoever took back later research only', async () => {
      const { learner, who } = await agree(7);
      const restore = await copy({ learner, who });
      await say(learner, 'given', false);
      await restore();
      expect(await applyTakenBack(bench.context)).toBe(1);
      expect(await read(who)).toEqual(['given', false, some]);
      expect(await gateOf(who, learner)).toBe('given');
    });

    it('removes again answers about the person that they changed or removed', async () => {
      const { learner, who } = await agree(8);
      const restore = await copy({ learner, who });
      await tell(learner, { ...some, ageGroup: '25-34' });
      await tell(learner, noBackground);
      await restore();
      expect(await applyTakenBack(bench.context)).toBe(1);
      expect(await read(who)).toEqual(['given', true, null]);
    });
  });
}

restoreOver('SQLite', nameFile);
if (absence === undefined) restoreOver('MongoDB', nameDatabase);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
