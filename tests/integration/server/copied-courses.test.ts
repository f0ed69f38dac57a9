/** A copied course or activity takes over the settings of its original, and nothing about people. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GradeKind, GradeKindAnswer } from '../../../server/contract/grade-kinds.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import type { CopyWays } from '../../../sandbox/lms/copies.ts';
import { blankSettings } from '../../../server/storage/blank-settings.ts';
import type { CourseName } from '../../../server/storage/ports/resource-links.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const [teacher, fatou, rejean] = [3, 4, 5] as const;
const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';
const asked = {
  numplus_course_history: '$Context.id.history',
  numplus_link_history: '$ResourceLink.id.history',
} as const;
const chosen = { numplus_scenes: 's02-inbox,s03-tidy', numplus_attempts: '2' } as const;

let bench: DeliveryBench;
/** Each test has its own; its copies have other ids. */
let activityId = 2000;
let title = '';

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
beforeEach(() => {
  title = `Tour ${activityId}`;
});
afterEach(() => bench.lms.control({ command: 'clearFaults' }));
afterAll(() => bench.close());

async function addActivity(custom: Readonly<Record<string, string>>, ofTitle = title): Promise<number> {
  activityId += 100;
  const place = { cmid: activityId, courseId: 2, title: ofTitle, custom: { ...asked, ...custom } };
  await bench.lms.control({ command: 'addActivity', ...place });
  return activityId;
}

/** The copy's activity with the test's title. */
async function copyCourse(ways: Partial<CopyWays> = {}, courseId = 2): Promise<number> {
  activityId += 100;
  const copyId = activityId;
  await bench.lms.control({ command: 'setCopies', ways });
  await bench.lms.control({ command: 'copyCourse', courseId, copyId });
  return findActivity(copyId);
}

async function findActivity(courseId: number): Promise<number> {
  const headers = { cookie: `bouleaux_person=${teacher}` };
  const page = await (await fetch(`${bench.lms.publicUrl}/course/${courseId}`, { headers })).text();
  const links = page.matchAll(/href="\/activity\/(\d+)">[^<]*<span class="visually-hidden"> ([^<]*)</g);
  const found = [...links].filter(([, , name]) => name === title).map(([, id]) => Number(id));
  const last = found.at(-1);
  if (last === undefined) throw new Error(`no ${title} in course ${courseId}`);
  return last;
}

async function open(personId: number, cmid: number): Promise<ApiLearner> {
  const person = new ApiLearner(bench);
  await person.launch(personId, cmid);
  return person;
}

interface Seen {
  readonly scenes: number;
  readonly attempts: number | null;
  readonly grade: GradeKind;
}

/** The settings that count in an activity. */
async function see(cmid: number): Promise<Seen> {
  const { body } = await (await open(teacher, cmid)).request<ActivityAnswer>('GET', '/api/activity');
  const { scenes, attempts, grade } = body.settings;
  return { scenes: scenes?.length ?? 0, attempts, grade: grade.kind };
}

async function chooseGrade(cmid: number, kind: GradeKind): Promise<void> {
  const answer = await (
    await open(teacher, cmid)
  ).request<GradeKindAnswer>('POST', '/api/activity/grade-kind', { kind });
  expect(answer.status).toBe(200);
}

const chosenSeen: Seen = { scenes: 2, attempts: 2, grade: 'measure' };

describe('an activity of a copied course', () => {
  it('has what staff chose for the gradebook, rather than what the picker wrote', async () => {
    const original = await addActivity({ ...chosen, numplus_grade: 'measure' });
    await chooseGrade(original, 'done');
    expect(await see(await copyCourse())).toEqual({ ...chosenSeen, grade: 'done' });
  });

  it.each([
    ['named by the LMS', { history: 'courses-and-links' }],
    ['found by its title, if the LMS names courses only', { history: 'courses' }],
  ] as const)('has the settings of its original if the LMS dropped them: %s', async (_how, ways) => {
    const original = await addActivity(chosen);
    await chooseGrade(original, 'level');
    const copy = await copyCourse({ ...ways, keepsCustom: false });
    const taken = { ...chosenSeen, grade: 'level' };
    expect(await see(copy)).toEqual(taken);
    // Every later launch has the same, that of a learner too.
    expect(await see(copy)).toEqual(taken);
    const learner = new ApiLearner(bench);
    await learner.begin(fatou, copy);
    expect(learner.attempt.scenes.map(({ scenario }) => scenario)).toEqual(['s02-inbox', 's03-tidy']);
  });

  it('is found by its name if several have its title', async () => {
    const first = await addActivity({ ...chosen, numplus_activity: 'tour-a' });
    const second = await addActivity({ ...chosen, numplus_activity: 'tour-b' });
    await chooseGrade(first, 'done');
    await chooseGrade(second, 'level');
    // The last of the course is the second's copy.
    expect((await see(await copyCourse())).grade).toBe('level');
  });

  it('takes nothing over if several have its title, and none its name', async () => {
    for (const kind of ['done', 'level'] as const) await chooseGrade(await addActivity({}), kind);
    expect((await see(await copyCourse())).grade).toBe('measure');
  });

  it('takes nothing over if the LMS names no original', async () => {
    const original = await addActivity({ ...chosen, numplus_grade: 'measure' });
    await chooseGrade(original, 'done');
    const copy = await copyCourse({ history: 'nothing', keepsCustom: false });
    const plain = await see(copy);
    expect(plain).not.toMatchObject({ scenes: 2 });
    // Nor later: what people have begun does not change under them.
    await bench.lms.control({ command: 'setCopies', ways: { history: 'courses-and-links' } });
    expect(await see(copy)).toEqual(plain);
  });

  it('keeps its own settings where a teacher chose anew', async () => {
    const original = await addActivity({ ...chosen, numplus_grade: 'measure' });
    await chooseGrade(original, 'done');
    const copy = await copyCourse({ history: 'courses-and-links' });
    const anew = { numplus_scenes: 's02-inbox', numplus_grade: 'level', numplus_course_history: '2' };
    await bench.lms.control({
      command: 'alterNextIdToken',
      change: { claims: { [custom]: { ...anew, numplus_link_history: String(original) } } },
    });
    expect(await see(copy)).toEqual({ scenes: 1, attempts: null, grade: 'level' });
  });

  it('follows from copy to copy, also over one that nobody opened', async () => {
    const original = await addActivity(chosen);
    await chooseGrade(original, 'done');
    const between = await copyCourse({ keepsCustom: false });
    const copy = await copyCourse({ keepsCustom: false }, between - (between % 100));
    expect(await see(copy)).toEqual({ ...chosenSeen, grade: 'done' });
  });

  it('has no people, results or exceptions of its original', async () => {
    const original = await addActivity(chosen);
    await new ApiLearner(bench).begin(fatou, original);
    const player = new ApiLearner(bench);
    await player.begin(rejean, original);
    const staff = await open(teacher, original);
    const { storage } = bench.context;
    const [first] = (await storage.resourceLinks.listOfCourse(await nameOf('2'), 500)).filter(
      (link) => link.resourceLinkId === String(original),
    );
    if (first === undefined) throw new Error('no link');
    const { organisationId } = first;
    const personId = (await storage.attempts.find(organisationId, player.attempt.id))?.attempt.personId ?? '';
    await storage.personSettings.put({
      ...blankSettings({ organisationId, resourceLinkId: first.id, personId }),
      attemptsUpTo: 9,
      revision: 1,
    });
    expect((await staff.request<ActivityAnswer>('GET', '/api/activity')).body.people).toHaveLength(2);

    const copy = await copyCourse({ history: 'courses-and-links' });
    const there = await open(teacher, copy);
    expect((await there.request<ActivityAnswer>('GET', '/api/activity')).body.people).toEqual([]);
    await new ApiLearner(bench).begin(rejean, copy);
    const links = await storage.resourceLinks.listOfCourse(await nameOf(String(copy - (copy % 100))), 500);
    const copied = links.find((link) => link.resourceLinkId === String(copy));
    expect(copied?.id).not.toBe(first.id);
    const exception = await storage.personSettings.find(organisationId, copied?.id ?? '', personId);
    expect(exception).toBeUndefined();
  });

  it('has the same settings for all who open it first at once', async () => {
    const original = await addActivity({ ...chosen, numplus_grade: 'measure' });
    await chooseGrade(original, 'done');
    const copy = await copyCourse({ keepsCustom: false });
    await Promise.all([4, 5, 6, 7, 8].map((person) => open(person, copy)));
    expect(await see(copy)).toEqual({ ...chosenSeen, grade: 'done' });
  });
});

it('an activity that was duplicated in its course has the settings of its original', async () => {
  const original = await addActivity({ ...chosen, numplus_grade: 'measure' });
  await chooseGrade(original, 'done');
  await bench.lms.control({
    command: 'setCopies',
    ways: { history: 'courses-and-links', keepsCustom: false },
  });
  await bench.lms.control({ command: 'copyActivity', cmid: original });
  expect(await see(await findActivity(2))).toEqual({ ...chosenSeen, grade: 'done' });
});

async function nameOf(contextId: string): Promise<CourseName> {
  const [registration] = await bench.context.storage.platforms.listRegistrationsByIssuer(bench.lms.issuer);
  if (registration === undefined) throw new Error('no registration');
  const { organisationId, platformId } = registration;
  return { organisationId, platformId, deploymentId: '1', contextId };
}
