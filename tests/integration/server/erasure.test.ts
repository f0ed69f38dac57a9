/** A person plays, agrees to research, withdraws and is erased: what is left of them, and what stores void. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../server/base/errors.ts';
import { listedHash } from '../../../server/base/listed-hash.ts';
import type { ResearchAnswer } from '../../../server/contract/research.ts';
import { applyErasedList } from '../../../server/erasure/apply-erased.ts';
import { findCertificate } from '../../../server/erasure/certificate.ts';
import { erasePerson } from '../../../server/erasure/erase-person.ts';
import { addDestination, describeDestination } from '../../../server/organisations/manage-destinations.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import type { Attempt } from '../../../server/storage/ports/attempts.ts';
import type { Destination } from '../../../server/storage/ports/destinations.ts';
import type { Study } from '../../../server/storage/ports/organisations.ts';
import { giveAnswer } from '../../../server/studies/gates.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { pseudonymOf } from '../../../xapi/statements.ts';
import { createVoider } from '../../../xapi/voiding.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findFirstStudy } from '../../support/first-study.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();
const canary = 'zyxwquokka';
const settledMs = 120_000;

function erasureOver(name: string, nameUrl: () => string): void {
  describe(`an erasure over ${name}`, () => {
    let bench: DeliveryBench;
    let study: Study;
    let research: Destination;
    let url: string;
    beforeAll(async () => {
      url = nameUrl();
      bench = await DeliveryBench.start(Date.now(), { DATABASE_URL: url });
      const { context } = bench;
      study = await findFirstStudy(context.storage);
      await changeTexts(context, study, sampleFacts);
      research = describeDestination(context, {
        study,
        endpoint: bench.store.endpoint,
        credentials: { key: 'key', secret: 'secret' },
        purpose: 'research',
        tier: 3,
        version: '1.0.3',
      });
      await addDestination(context, research);
    });
    afterAll(() => bench.close());

    async function play(
      personId: number,
      activityId = 2,
    ): Promise<{ learner: ApiLearner; attempt: Attempt }> {
      const learner = new ApiLearner(bench);
      await learner.begin(personId, activityId);
      await learner.act({ app: 'mail', type: 'write', typed: canary });
      const found = await bench.context.storage.attempts.find(study.organisationId, learner.attempt.id);
      if (found === undefined) throw new Error('no attempt');
      return { learner, attempt: found.attempt };
    }

    async function say(learner: ApiLearner, answer: 'given' | 'withdrawn'): Promise<void> {
      const { body } = await learner.request<ResearchAnswer>('GET', '/api/research');
      const version = body.question?.version ?? '';
      await learner.request('POST', '/api/research', { version, language: 'fr', answer, future: false });
    }

    async function sendToStore(statements: readonly string[]): Promise<void> {
      const { LRS_KEY = '', LRS_SECRET = '' } = bench.settings;
      const { status } = await fetch(`${bench.store.endpoint}statements`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${LRS_KEY}:${LRS_SECRET}`).toString('base64')}`,
          'content-type': 'application/json',
          'x-experience-api-version': '1.0.3',
        },
        body: `[${statements.join(',')}]`,
      });
      expect(status).toBe(200);
    }

    /** Erasures are carried out every ten seconds. */
    async function settle(ms = 10_000): Promise<void> {
      bench.wait(ms);
      await bench.work();
    }

    const erase = ({ personId, organisationId }: Attempt) =>
      erasePerson(bench.context, { organisationId, personId }, 'operator', bench.now);
    const namesOf = (attempt: Attempt): string[] =>
      bench.store
        .statements()
        .map((statement) => JSON.stringify(statement))
        .filter((text) => text.includes(attempt.id));
    const isVoiding = (text: string): boolean => text.includes('verbs/voided');

    it('voids at the research store what was sent once somebody withdraws, and nothing elsewhere', async () => {
      const { learner, attempt } = await play(5);
      await say(learner, 'given');
      await bench.work();
      const own = { organisationId: study.organisationId, attemptId: attempt.id };
      const place = { fromSeq: 1, limit: 100 };
      const { deliveries } = bench.context.storage;
      const sent = await deliveries.listByAttempt(own.organisationId, research.id, attempt.id, place);
      expect(sent.length).toBeGreaterThan(0);
      expect(sent.filter(({ state }) => state !== 'sent')).toEqual([]);
      await say(learner, 'withdrawn');
      await settle();
      const voided = namesOf(attempt).filter(isVoiding);
      expect(voided).toHaveLength(sent.length);
      for (const { statementId } of sent) expect(voided.join()).toContain(statementId);
      await settle(settledMs);
      expect(namesOf(attempt).filter(isVoiding)).toHaveLength(sent.length);
    });

    it('finishes a withdrawal that an interruption cut off before the gates closed', async () => {
      const { learner, attempt } = await play(4);
      await say(learner, 'given');
      await bench.work();
      const { context } = bench;
      const { organisationId, studyId, personId } = attempt;
      const version = (await learner.request<ResearchAnswer>('GET', '/api/research')).body.question?.version;
      const attempts = { ...context.storage.attempts, setResearch: () => Promise.reject(new Error('cut')) };
      const cut = { ...context, storage: { ...context.storage, attempts } };
      const request = { version: version ?? '', language: 'fr', answer: 'withdrawn', future: false } as const;
      await expect(giveAnswer(cut, { organisationId, studyId, personId }, request)).rejects.toThrow('cut');
      await settle();
      const found = await context.storage.attempts.find(organisationId, attempt.id);
      expect(found?.progress.research).toBe('not-asked');
      expect(namesOf(attempt).filter(isVoiding).length).toBeGreaterThan(0);
      await erase(attempt);
      await settle(settledMs);
    });

    it('closes the pages of the person, and writes nothing more', async () => {
      const { learner, attempt } = await play(6);
      await erase(attempt);
      const answer = await learner.act({ app: 'mail', type: 'write', typed: 'more' });
      expect([answer.status, answer.body.code]).toEqual([401, 'session.expired']);
      expect(await bench.context.storage.attempts.find(study.organisationId, attempt.id)).toBeUndefined();
    });

    it('voids what every store has, and the certificate tells it without saying who', async () => {
      const { attempt } = await play(7);
      await bench.work();
      const before = namesOf(attempt).length;
      expect(before).toBeGreaterThan(0);
      const certificate = await erase(attempt);
      expect(certificate).toMatchObject({ kind: 'person', requestedBy: 'operator', isFinal: false });
      expect(certificate.rows).toMatchObject({ persons: 1, attempts: 1 });
      expect(certificate.stores).toMatchObject([{ voided: 0, waiting: before, refused: 0 }]);
      await settle();
      await settle(settledMs);
      const now = await findCertificate(bench.context, study.organisationId, certificate.id);
      expect(now).toMatchObject({ isFinal: true, stores: [{ voided: before, waiting: 0, refused: 0 }] });
      expect(JSON.stringify(now)).not.toContain(attempt.personId);
      expect(namesOf(attempt).filter(isVoiding)).toHaveLength(before);
      const rows = await bench.context.storage.audit.list(study.organisationId, { limit: 1_000 });
      expect(rows.filter(({ action }) => action === 'person.erased').length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(attempt.personId);
    });

    it('waits for a store that is away, and voids once it is back', async () => {
      const { attempt } = await play(4);
      await bench.work();
      const sent = namesOf(attempt).length;
      bench.store.control.set({ down: '503' });
      const { id } = await erase(attempt);
      await settle();
      const find = async () => (await findCertificate(bench.context, study.organisationId, id))?.stores;
      expect(await find()).toMatchObject([{ voided: 0, waiting: sent }]);
      bench.store.control.reset();
      await settle(3_600_000);
      expect(await find()).toMatchObject([{ voided: sent, waiting: 0 }]);
    });

    it('is in the audit record once, also if it was cut off before the row', async () => {
      const { attempt } = await play(8, 3);
      const { organisationId, personId, id: attemptId, studyId } = attempt;
      const { storage } = bench.context;
      const rowsOf = async (id: string): Promise<unknown[]> =>
        (await storage.audit.listBySubject(organisationId, `erasure:${id}`, { limit: 9 })).map(
          ({ actor, action, details }) => [actor.split(':')[0], action, details.attempts],
        );
      await storage.erasures.put({
        id: 'cut-off',
        organisationId,
        kind: 'person',
        requestedBy: 'person',
        counts: {},
        at: bench.now,
        sweepAt: bench.now + settledMs,
        subject: { personId, attempts: [{ id: attemptId, studyId }] },
      });
      const whole = await erase((await play(4, 3)).attempt);
      await settle(settledMs + 10_000);
      await settle();
      expect(await rowsOf('cut-off')).toEqual([['learner', 'person.erased', 1]]);
      expect(await rowsOf(whole.id)).toEqual([['operator', 'person.erased', 1]]);
    });

    it('is repeated for whom an older copy brings back', async () => {
      const { attempt } = await play(5, 3);
      const { storage } = bench.context;
      const { organisationId, personId } = attempt;
      const person = await storage.persons.find(organisationId, personId);
      if (person === undefined) throw new Error('no person');
      await erase(attempt);
      await storage.persons.ensure(person);
      expect(await applyErasedList(bench.context)).toBe(1);
      expect(await storage.persons.find(organisationId, personId)).toBeUndefined();
      expect(await applyErasedList(bench.context)).toBe(0);
    });

    it('goes on at a start where the study’s key does not open, and the log has what no store was told', async () => {
      const { attempt } = await play(6, 3);
      await bench.work();
      const { context } = bench;
      const { organisationId, personId } = attempt;
      await context.storage.erasedList.add([listedHash(organisationId, personId)]);
      const refuse = (): never => {
        throw new AppError('secret.unreadable');
      };
      const logged: object[] = [];
      const log = { ...context.log, error: (details: object) => void logged.push(details) };
      const secrets = { ...context.secrets, unwrapKey: refuse };
      expect(await applyErasedList({ ...context, log, secrets })).toBe(1);
      expect(await context.storage.attempts.find(organisationId, attempt.id)).toBeUndefined();
      const statements = namesOf(attempt).length;
      expect(statements).toBeGreaterThan(0);
      expect(logged).toMatchObject([{ organisationId, statements }]);
      await settle(settledMs);
      expect(namesOf(attempt).filter(isVoiding)).toEqual([]);
    });

    it('refuses the start while somebody is left, with how many, and erases the others', async () => {
      const [stuck, other] = [(await play(7, 3)).attempt, (await play(8, 3)).attempt];
      const { context } = bench;
      const { storage } = context;
      const { organisationId } = study;
      await storage.erasedList.add(
        [stuck, other].map(({ personId }) => listedHash(organisationId, personId)),
      );
      const logged: string[] = [];
      const log = { ...context.log, error: (_: object, message: string) => void logged.push(message) };
      const failing = (change: Partial<typeof storage.erasures>) =>
        applyErasedList({
          ...context,
          log,
          storage: { ...storage, erasures: { ...storage.erasures, ...change } },
        });
      const cut = (): Promise<never> => Promise.reject(new AppError('storage.unavailable'));
      const refusal = { code: 'erasure.unfinished', params: { people: 1 } };
      const listAttempts: typeof storage.erasures.listAttempts = (organisation, personId, limit) =>
        personId === stuck.personId ? cut() : storage.erasures.listAttempts(organisation, personId, limit);
      await expect(failing({ listAttempts })).rejects.toMatchObject(refusal);
      expect(await storage.attempts.find(organisationId, other.id)).toBeUndefined();
      // Now the person goes, and the attempts stay.
      await expect(failing({ eraseAttempt: cut })).rejects.toMatchObject(refusal);
      expect(await storage.persons.find(organisationId, stuck.personId)).toBeUndefined();
      await expect(failing({ eraseAttempt: cut })).rejects.toMatchObject(refusal);
      expect(logged).toEqual(['erasure.not-applied', 'erasure.not-applied', 'erasure.not-applied']);
      await applyErasedList(context);
      expect(await storage.attempts.find(organisationId, stuck.id)).toBeUndefined();
    });

    it('is done once a store says that everything was voided before, as after a restore', async () => {
      const { learner, attempt } = await play(6, 3);
      for (const typed of 'abcdefgh') await learner.act({ app: 'mail', type: 'write', typed });
      await bench.work();
      const { storage } = bench.context;
      const { organisationId, id: attemptId } = attempt;
      const sent = await storage.erasures.listSent(organisationId, attemptId, 'operational');
      // So many refusals look as if the store refused everything.
      expect(sent.length).toBeGreaterThanOrEqual(10);
      const voider = createVoider({ attemptId, actor: pseudonymOf('earlier', 'somebody') });
      const earlier = sent.map(({ statementId }) => voider(statementId, { logSeq: 0, at: 5 }));
      await sendToStore(earlier.map(({ bytes }) => bytes));
      const { id } = await erase(attempt);
      await settle();
      expect((await findCertificate(bench.context, organisationId, id))?.stores).toMatchObject([
        { voided: sent.length, waiting: 0, refused: 0 },
      ]);
    });

    if (name === 'SQLite') {
      it('leaves no byte of the person in the files, once the worker has looked again', async () => {
        const { attempt } = await play(8);
        const { organisationId, personId } = attempt;
        const person = await bench.context.storage.persons.find(organisationId, personId);
        const traces = [personId, attempt.id, person?.subject ?? '', person?.sealedKey ?? '', canary];
        await erase(attempt);
        await settle();
        await settle(settledMs);
        const folder = dirname(url.slice('sqlite:'.length));
        const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
        // A subject is a short number in this LMS.
        const long = traces.filter((trace) => trace.length > 8);
        expect(long.filter((trace) => bytes.includes(trace))).toEqual([]);
      });
    }
  });
}

erasureOver('SQLite', nameFile);
if (absence === undefined) erasureOver('MongoDB', nameDatabase);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
