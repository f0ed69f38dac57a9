/** The copy to read gives no figures while the report says that the result comes later; the data file keeps them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { ReportAnswer } from '../../../server/contract/report.ts';
import type { PersonCopy } from '../../../server/own-data/person-copy.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const teacherId = 3;
const activityId = 1902;
const done: WorldAction = { app: 'desk', type: 'done' };
const week = [
  ...['s01-first-login', 's02-inbox', 's03-tidy', 's04-schedule', 's05-parcel', 's06-hiring-form'],
  's07-recycling',
];
const figures = /\d (sur|out of) \d|niveau \d|level \d/;
const provisional = {
  fr: 'Des chiffres qui peuvent encore changer sont dans le fichier de données.',
  en: 'The data file has figures so far, which may still change.',
};

let bench: DeliveryBench;
let learner: ApiLearner;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now(), { EFFORT_FLAGS: 'on' });
  const custom = { numplus_form: 'first-week', numplus_scenes: week.join(',') };
  await bench.lms.control({
    command: 'addActivity',
    cmid: activityId,
    courseId: 2,
    title: 'Semaine',
    custom,
  });
  learner = new ApiLearner(bench);
  await learner.begin(4, activityId);
});
afterAll(() => bench.close());

/** Closed at once: the attempt is held if all of it is so. */
async function close(sceneId: string): Promise<void> {
  expect((await learner.scene(sceneId)).status).toBe(200);
  bench.wait(1_500);
  await learner.send(learner.number([done]).map((action) => ({ ...action, sceneId })));
}

async function readPage(language: 'fr' | 'en'): Promise<string> {
  const response = await fetch(`${bench.tool.localUrl}/api/own-data/copy?form=page&language=${language}`, {
    headers: { authorization: `Bearer ${learner.token}` },
  });
  return response.text();
}

async function gradesInFile(): Promise<number> {
  const path = '/api/own-data/copy?form=data&language=fr';
  const { body } = await learner.request<PersonCopy>('GET', path);
  return body.attempts.flatMap(({ grades }) => grades).length;
}

describe('the copy to read', () => {
  it('speaks of no figures when there are none yet', async () => {
    await close('1');
    expect(await gradesInFile()).toBe(0);
    const page = await readPage('fr');
    expect(page).toContain('Votre résultat viendra à la fin de l’essai.');
    expect(page).not.toContain(provisional.fr);
  });

  it('gives no grade when the attempt is not over, and says where the figures are', async () => {
    for (const place of ['2', '3', '4', '5', '6']) await close(place);
    expect(learner.attempt.status).toBe('open');
    expect(await gradesInFile()).toBe(1);
    const page = await readPage('fr');
    expect(page).toContain('Votre résultat viendra à la fin de l’essai.');
    expect(page).toContain(provisional.fr);
    expect(page).not.toMatch(figures);
  });

  it('gives neither grade, level nor points when somebody looks first', async () => {
    await close('7');
    const { body } = await learner.request<ReportAnswer>('GET', '/api/report');
    expect(body.report?.result).toEqual({ kind: 'held' });
    expect(await gradesInFile()).toBe(1);
    const page = await readPage('en');
    expect(page).toContain('Someone will look at your attempt first.');
    expect(page).toContain(provisional.en);
    expect(page).not.toMatch(figures);
    // What the person did stays told.
    expect(page).toContain('1 action.');
  });

  it('gives them all when staff count the attempt', async () => {
    const teacher = new ApiLearner(bench);
    await teacher.launch(teacherId, activityId);
    const path = `/api/activity/attempts/${learner.attempt.id}/validity`;
    expect((await teacher.request('POST', path, { state: 'valid' })).status).toBe(200);
    const page = await readPage('en');
    expect(page).not.toContain(provisional.en);
    expect(page).toMatch(/\d out of \d+ points/);
    expect(page).toMatch(/\d out of 100/);
    expect(page).toMatch(/level \d/);
  });
});
