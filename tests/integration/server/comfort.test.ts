/** Comfort settings stay with the person, in any browser and any activity. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComfortAnswer, KeptComfort } from '../../../server/contract/comfort.ts';
import type { Problem } from '../../../server/contract/session.ts';
import type { PracticeAnswer } from '../../../server/contract/teach.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { type Answer, ApiLearner, launch } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();
const [teacherId, fatou, rejean, thiLan, mikona] = [3, 4, 5, 6, 7] as const;

const large = {
  'text-size': '200',
  contrast: 'high',
  motion: 'system',
  voice: 'on',
  'voice-pace': 'slow',
} as const;
const usual = { ...large, 'text-size': '100', contrast: 'system' } as const;

function keep(learner: ApiLearner, body: unknown): Promise<Answer<ComfortAnswer & Problem>> {
  return learner.request('POST', '/api/comfort', body);
}

/** What the address of a launched page brings. */
function readGiven(page: URL): KeptComfort | null {
  return JSON.parse(new URLSearchParams(page.hash.slice(1)).get('comfort') ?? 'null') as KeptComfort | null;
}

function comfortOver(name: string, nameUrl: () => string): void {
  describe(`comfort settings over ${name}`, () => {
    let bench: DeliveryBench;
    beforeAll(async () => {
      bench = await DeliveryBench.start(Date.now(), { DATABASE_URL: nameUrl() });
    });
    afterAll(async () => {
      await bench.close();
    });

    async function enter(personId: number, activityId = 2): Promise<ApiLearner> {
      const learner = new ApiLearner(bench);
      await learner.launch(personId, activityId);
      return learner;
    }

    async function launchAgain(personId: number, activityId = 2): Promise<KeptComfort | null> {
      return readGiven(await launch(bench, personId, `/mod/lti/launch.php?id=${activityId}`));
    }

    it('come with the next launch, of every activity', async () => {
      expect(await launchAgain(fatou)).toBeNull();
      const { status, body } = await keep(await enter(fatou), { settings: large, revision: 0 });
      expect([status, body]).toEqual([200, { settings: large, revision: 1, isStored: true }]);
      expect(await launchAgain(fatou)).toEqual({ settings: large, revision: 1 });
      expect(await launchAgain(fatou, 3)).toEqual({ settings: large, revision: 1 });
      expect(await launchAgain(rejean)).toBeNull();
    });

    it('come with a report that the person opens in the gradebook, and not if staff open it', async () => {
      const review = `/mod/lti/review.php?course=2&item=2&user=${fatou}`;
      expect(readGiven(await launch(bench, fatou, review))).toEqual({ settings: large, revision: 1 });
      expect(readGiven(await launch(bench, teacherId, review))).toBeNull();
    });

    it('stay the newer ones if an older page sends its own late', async () => {
      const [frame, phone] = [await enter(rejean), await enter(rejean)];
      await keep(phone, { settings: large, revision: 0 });
      const late = await keep(frame, { settings: usual, revision: 0 });
      expect(late.body).toEqual({ settings: large, revision: 1, isStored: false });
      const pressed = await keep(frame, { settings: usual, revision: 1 });
      expect(pressed.body).toEqual({ settings: usual, revision: 2, isStored: true });
      expect(await launchAgain(rejean)).toEqual({ settings: usual, revision: 2 });
    });

    it('are stored once if two pages send at the same moment', async () => {
      const pages = [await enter(thiLan), await enter(thiLan)];
      const answers = await Promise.all(pages.map((page) => keep(page, { settings: large, revision: 0 })));
      expect(answers.map(({ body }) => body.isStored).sort()).toEqual([false, true]);
      expect(answers.map(({ body }) => body.revision)).toEqual([1, 1]);
    });

    it('go on if the database was restored from an earlier copy', async () => {
      const learner = await enter(mikona);
      expect((await keep(learner, { settings: usual, revision: 7 })).body).toMatchObject({
        revision: 1,
        isStored: true,
      });
    });

    it('take known values only', async () => {
      const learner = await enter(mikona);
      const before = await launchAgain(mikona);
      const bodies = [
        {},
        { settings: large },
        { settings: { ...large, 'text-size': '900' }, revision: 1 },
        { settings: { ...large, voice: ['on'] }, revision: 1 },
        { settings: { ...large, note: 'diabetes' }, revision: 1 },
        { settings: large, revision: -1 },
        { settings: large, revision: 1e12 },
        { settings: large, revision: 1, personId: 'another' },
      ];
      for (const body of bodies) expect((await keep(learner, body)).body.code).toBe('request.invalid');
      expect(await launchAgain(mikona)).toEqual(before);
    });

    it('are not kept from a preview, and do not come with it', async () => {
      const teacher = await enter(teacherId);
      expect((await keep(teacher, { settings: large, revision: 0 })).body.code).toBe('session.forbidden');
      const practise = async (): Promise<URL> =>
        new URL((await teacher.request<PracticeAnswer>('POST', '/api/practice', {})).body.pageUrl);
      const trial = new ApiLearner(bench);
      await trial.follow(await practise());
      expect((await keep(trial, { settings: large, revision: 0 })).body.code).toBe('session.forbidden');
      expect(readGiven(await practise())).toBeNull();
    });

    it('are refused beyond 120 a minute', async () => {
      const learner = await enter(thiLan);
      const first = (await keep(learner, { settings: large, revision: 1 })).body.revision;
      for (let sent = 1; sent < 120; sent += 1) await keep(learner, { settings: large, revision: 0 });
      expect((await keep(learner, { settings: usual, revision: first })).body.code).toBe('request.too-many');
      expect(await launchAgain(thiLan)).toEqual({ settings: large, revision: first });
    });
  });
}

comfortOver('SQLite', nameFile);
if (absence === undefined) comfortOver('MongoDB', nameDatabase);
else {
  describe('comfort settings over MongoDB', () => {
    it('is not run', (context) => {
      context.skip(absence);
    });
  });
}
