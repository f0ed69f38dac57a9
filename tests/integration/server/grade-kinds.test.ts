/** What the gradebook gets and what learners see of it, over real HTTP: from the picker to the course page. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GradeKind, GradeKindAnswer } from '../../../server/contract/grade-kinds.ts';
import type { SelectChoice, SelectReply } from '../../../server/contract/select.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';

const teacherId = 3;
const aside = { state: 'invalid', reason: 'other-person', note: '' } as const;
const end = { app: 'frame', type: 'end' } as const;
const scenesForLevel = 6;

let folder: ContentFolder;
let bench: DeliveryBench;
let teacher: ApiLearner;

beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.lengthenDemo(scenesForLevel);
  bench = await DeliveryBench.start(Date.now(), { CONTENT_DIR: folder.directory });
  teacher = new ApiLearner(bench);
});
afterAll(async () => {
  await bench.close();
  await folder.remove();
});

async function readPage(path: string, personId: number): Promise<string> {
  const headers = { cookie: `bouleaux_person=${personId}` };
  return (await fetch(`${bench.lms.publicUrl}${path}`, { headers })).text();
}

/** A teacher adds an activity with the picker. */
async function addActivity(title: string, change: Partial<SelectChoice> = {}): Promise<number> {
  await teacher.launchAt(teacherId, '/mod/lti/contentitem.php?course=2');
  const choice: SelectChoice = {
    form: 'demo',
    scenes: null,
    title,
    titleLanguage: 'fr',
    attempts: 3,
    language: null,
    graded: true,
    grade: 'measure',
    dimensionItems: false,
    ...change,
  };
  const { body } = await teacher.request<SelectReply>('POST', '/api/select', { choices: [choice] });
  await fetch(body.returnUrl, { method: 'POST', body: new URLSearchParams({ JWT: body.jwt }) });
  const page = await readPage('/course/2', teacherId);
  return Math.max(...[...page.matchAll(/href="\/activity\/(\d+)"/g)].map(([, id]) => Number(id)));
}

async function play(personId: number, activityId: number, scenes = scenesForLevel): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, activityId);
  for (let place = 1; place <= scenes; place += 1) {
    const sceneId = String(place);
    const actions = [...rightWay((await learner.scene(sceneId)).body), done];
    await learner.send(learner.number(actions).map((one) => ({ ...one, sceneId })));
  }
  if (learner.attempt.status !== 'finished') await learner.act(end);
  return learner;
}

/** Delivers all that is due, a second later than the last time, and returns how many scores were posted. */
async function deliver(): Promise<number> {
  bench.wait(1_500);
  const before = bench.lms.serviceCalls().length;
  await bench.work();
  const calls = bench.lms.serviceCalls().slice(before);
  const posts = calls.filter(({ method, path }) => method === 'POST' && path.includes('/scores'));
  for (const { body } of posts) {
    expect(JSON.parse(body)).toMatchObject({ activityProgress: 'Completed', gradingProgress: 'FullyGraded' });
  }
  return posts.length;
}

function shown(personId: number, title: string): { points: number | null; comment: string } | undefined {
  const row = bench.lms
    .gradebook()
    .find((entry) => entry.userId === personId && entry.itemLabel === title && entry.points !== null);
  return row && { points: row.points, comment: row.comment };
}

async function change(
  activityId: number,
  kind: GradeKind,
  personId = teacherId,
): Promise<Answer<GradeKindAnswer>> {
  const staff = new ApiLearner(bench);
  await staff.launch(personId, activityId);
  return staff.request<GradeKindAnswer>('POST', '/api/activity/grade-kind', { kind });
}

async function readActivity(activityId: number): Promise<ActivityAnswer> {
  await teacher.launch(teacherId, activityId);
  return (await teacher.request<ActivityAnswer>('GET', '/api/activity')).body;
}

/** What the page says of grades that stay in the gradebook: their count, and the state of the first person's. */
async function readLeft(activityId: number): Promise<[number, string | undefined]> {
  const { settings, people } = await readActivity(activityId);
  return [settings.grade.left, people[0]?.grade.state];
}

/** As Blackboard does; Moodle shows a learner every grade. */
function keepGradesBack(): Promise<void> {
  return bench.lms.control({ command: 'setProfile', profile: 'blackboard' });
}

afterEach(() => bench.lms.control({ command: 'setProfile', profile: 'moodle' }));

describe('what the gradebook gets', () => {
  it('is the measure by default, which the learner’s pages do not show where the platform keeps it back', async () => {
    const activity = await addActivity('Mesure');
    await play(4, activity);
    await deliver();
    const points = shown(4, 'Mesure')?.points ?? 0;
    expect(points).toBeGreaterThan(0);
    expect(points).toBeLessThan(100);
    expect(await readPage('/course/2/grades', 4)).toContain(`data-grade="${points}"`);
    await keepGradesBack();
    for (const path of ['/course/2', '/course/2/grades']) {
      const page = await readPage(path, 4);
      expect(page).toContain('<strong>Fait</strong>');
      expect(page).not.toContain(`<strong>${points}</strong>`);
      expect(page).not.toContain(`data-grade="${points}"`);
      expect(page).not.toContain('marge');
    }
    expect(await readPage('/course/2/grades', teacherId)).toContain(`data-grade="${points}"`);
  });

  it('is the level in steps of 25, with its words, if that was chosen', async () => {
    const activity = await addActivity('Niveau', { grade: 'level' });
    await play(4, activity);
    await deliver();
    const { points, comment } = shown(4, 'Niveau') ?? { points: 0, comment: '' };
    expect([25, 50, 75, 100]).toContain(points);
    expect(comment).toContain(`La note ${points} veut dire\u00a0: niveau ${(points ?? 0) / 25} sur 4.`);
    expect(comment).not.toContain('marge');
  });

  it('is « fait » if that was chosen, whatever was played beyond the minimum', async () => {
    const activity = await addActivity('Fait', { grade: 'done' });
    await play(4, activity);
    await play(5, activity, 1);
    await deliver();
    for (const personId of [4, 5]) {
      expect(shown(personId, 'Fait')?.points).toBe(scoreOfDone);
      expect(shown(personId, 'Fait')?.comment).toMatch(/fait/);
      expect(shown(personId, 'Fait')?.comment).not.toMatch(/iveau/);
    }
  });

  it.each(['measure', 'level'] as const)(
    'is « fait » under six scored scenes, though %s was chosen',
    async (grade) => {
      const activity = await addActivity(`Court ${grade}`, { grade, scenes: ['s02-inbox'] });
      expect((await readActivity(activity)).settings.grade).toMatchObject({ isAlwaysDone: true });
      await play(6, activity, 1);
      await deliver();
      expect(shown(6, `Court ${grade}`)).toMatchObject({ points: scoreOfDone });
      expect((await readActivity(activity)).settings.grade.kind).toBe(grade);
    },
  );

  it('does not offer a column per dimension beside « fait »', async () => {
    await teacher.launchAt(teacherId, '/mod/lti/contentitem.php?course=2');
    const choice = {
      form: 'demo',
      scenes: null,
      title: 'Non',
      titleLanguage: 'fr',
      attempts: 3,
      language: null,
      graded: true,
      grade: 'done',
      dimensionItems: true,
    };
    expect(await teacher.request('POST', '/api/select', { choices: [choice] })).toMatchObject({
      status: 409,
      body: { code: 'selection.not-accepted', params: { what: 'dimensions' } },
    });
  });
});

describe('staff who change what the gradebook gets', () => {
  it('replace the grades of everybody, once, and those to come', async () => {
    const activity = await addActivity('Changée');
    await play(4, activity);
    await play(5, activity);
    await deliver();
    const before = [shown(4, 'Changée'), shown(5, 'Changée')];
    expect((await change(activity, 'done')).body).toEqual({ grades: 2 });
    expect(await deliver()).toBe(2);
    expect(shown(4, 'Changée')?.points).toBe(scoreOfDone);
    expect((await change(activity, 'done')).body).toEqual({ grades: 0 });
    expect(await deliver()).toBe(0);
    await play(6, activity);
    await deliver();
    expect(shown(6, 'Changée')?.points).toBe(scoreOfDone);
    expect((await readActivity(activity)).settings.grade).toMatchObject({
      kind: 'done',
      isAlwaysDone: false,
    });
    await change(activity, 'measure');
    await deliver();
    expect([shown(4, 'Changée'), shown(5, 'Changée')]).toEqual(before);
  });

  it('leave the grade of an attempt that was set aside, until it counts again', async () => {
    const activity = await addActivity('De côté');
    const learner = await play(7, activity);
    await deliver();
    const before = shown(7, 'De côté');
    await teacher.launch(teacherId, activity);
    const path = `/api/activity/attempts/${learner.attempt.id}/validity`;
    await teacher.request('POST', path, aside);
    expect((await change(activity, 'level')).body).toEqual({ grades: 0 });
    expect(await deliver()).toBe(0);
    expect(shown(7, 'De côté')).toEqual(before);
    expect(await readLeft(activity)).toEqual([1, 'left']);
    await teacher.request('POST', path, { state: 'valid' });
    expect(await deliver()).toBe(1);
    expect(shown(7, 'De côté')?.comment).toContain('veut dire\u00a0: niveau');
    expect(await readLeft(activity)).toEqual([0, 'sent']);
  });

  it('change the columns of dimensions too', async () => {
    const activity = await addActivity('Dimensions', { dimensionItems: true });
    const learner = new ApiLearner(bench);
    await learner.begin(8, activity);
    for (let place = 1; place <= scenesForLevel; place += 1) {
      const sceneId = String(place);
      // One scene is left as it is: with all points no dimension would be precise enough.
      const way = place === scenesForLevel ? [] : rightWay((await learner.scene(sceneId)).body);
      if (way.length === 0) await learner.scene(sceneId);
      await learner.send(learner.number([...way, done]).map((one) => ({ ...one, sceneId })));
    }
    await deliver();
    const ofDimensions = (): (number | null)[] =>
      bench.lms
        .gradebook()
        .filter(
          ({ userId, itemLabel }) =>
            userId === 8 && itemLabel.startsWith('Dimensions') && itemLabel !== 'Dimensions',
        )
        .map(({ points }) => points);
    expect(ofDimensions().length).toBeGreaterThan(0);
    await keepGradesBack();
    expect(await readPage('/course/2/grades', 8)).not.toContain('marge');
    await bench.lms.control({ command: 'setProfile', profile: 'moodle' });
    await change(activity, 'level');
    await deliver();
    for (const points of ofDimensions()) expect([25, 50, 75, 100]).toContain(points);
    await change(activity, 'done');
    await deliver();
    for (const points of ofDimensions()) expect(points).toBe(scoreOfDone);
  });

  it('must be staff', async () => {
    const activity = await addActivity('Pas pour tous');
    expect(await change(activity, 'done', 4)).toMatchObject({ status: 403 });
  });
});
