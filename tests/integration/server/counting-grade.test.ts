/** Of several attempts the newest that counts is the one that the gradebook shows, whatever staff decide and when. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SelectChoice, SelectReply } from '../../../server/contract/select.ts';
import type { ActionAnswer } from '../../../server/contract/staff-actions.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, findInboxParts, rightWay, withoutTime } from '../../support/inbox.ts';

const teacherId = 3;
const plainActivity = 2;
const aside = { state: 'invalid', reason: 'other-person', note: '' } as const;
const back = { state: 'valid' } as const;
const end = { app: 'frame', type: 'end' } as const;

let folder: ContentFolder;
let bench: DeliveryBench;
let teacher: ApiLearner;
let dimensionActivity: number;

beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.lengthenDemo(6);
  bench = await DeliveryBench.start(Date.now(), { CONTENT_DIR: folder.directory });
  teacher = new ApiLearner(bench);
  dimensionActivity = await addActivityWithDimensions();
});
afterAll(async () => {
  await bench.close();
  await folder.remove();
});

/** A teacher adds an activity by deep linking. */
async function addActivityWithDimensions(): Promise<number> {
  await teacher.launchAt(teacherId, '/mod/lti/contentitem.php?course=2');
  const choice: SelectChoice = {
    form: 'demo',
    scenes: null,
    title: 'Un tour',
    titleLanguage: 'fr',
    attempts: null,
    language: null,
    graded: true,
    grade: 'measure',
    dimensionItems: true,
  };
  const { body } = await teacher.request<SelectReply>('POST', '/api/select', { choices: [choice] });
  await fetch(body.returnUrl, { method: 'POST', body: new URLSearchParams({ JWT: body.jwt }) });
  const headers = { cookie: `bouleaux_person=${teacherId}` };
  const page = await (await fetch(`${bench.lms.publicUrl}/course/2`, { headers })).text();
  return Math.max(...[...page.matchAll(/href="\/activity\/(\d+)"/g)].map(([, id]) => Number(id)));
}

async function begin(personId: number, activityId = plainActivity): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, activityId);
  return learner;
}

type Way = typeof rightWay;

/** Six scenes, of which one is left as it is: then a dimension is precise enough for its column. */
const sixScenes = (way: Way): Way[] => [way, way, way, way, way, () => []];

/** Some points in each dimension: with none at all it would not be precise enough. */
const inDownloads: Way = (scene) => {
  const { attachmentId, downloadsFolder: folderId } = findInboxParts(scene);
  return [...withoutTime(scene), { app: 'files', type: 'save-attachment', attachmentId, folderId }];
};

/** Plays this scene to its end. */
async function playScene(learner: ApiLearner, sceneId: string, way: Way): Promise<void> {
  const actions = [...way((await learner.scene(sceneId)).body), done];
  await learner.send(learner.number(actions).map((one) => ({ ...one, sceneId })));
}

/** An attempt from its beginning to its end: these scenes one after the other. */
async function play(personId: number, ways: readonly Way[], activityId = plainActivity): Promise<ApiLearner> {
  const learner = await begin(personId, activityId);
  for (const [index, way] of ways.entries()) await playScene(learner, String(index + 1), way);
  if (learner.attempt.status !== 'finished') await learner.act(end);
  return learner;
}

interface Posted {
  readonly path: string;
  readonly scoreGiven: number;
  readonly comment: string;
  readonly timestamp: string;
}

/** Delivers all that is due, a second later than the last time, and returns the scores that were posted for it. */
async function deliver(): Promise<Posted[]> {
  bench.wait(1_500);
  const before = bench.lms.serviceCalls().length;
  await bench.work();
  return bench.lms
    .serviceCalls()
    .slice(before)
    .filter(({ method, path }) => method === 'POST' && path.includes('/scores'))
    .map(({ path, body }) => ({ ...(JSON.parse(body) as Omit<Posted, 'path'>), path }));
}

async function decide(
  { attempt }: ApiLearner,
  decision: typeof aside | typeof back,
  activityId = plainActivity,
): Promise<ActionAnswer> {
  await teacher.launch(teacherId, activityId);
  const path = `/api/activity/attempts/${attempt.id}/validity`;
  const { status, body } = await teacher.request<ActionAnswer>('POST', path, decision);
  expect(status).toBe(200);
  return body;
}

/** Score and comment of each column with a grade of this person, by the column's name. */
function shown(personId: number): Readonly<Record<string, { points: number | null; comment: string }>> {
  const rows = bench.lms.gradebook().filter(({ userId, points }) => userId === personId && points !== null);
  return Object.fromEntries(
    rows.map(({ itemLabel, points, comment }) => [itemLabel, { points, comment }] as const),
  );
}

describe('the gradebook of a person with two attempts', () => {
  it('shows the first score while the second attempt is set aside, then the second again', async () => {
    await play(4, [rightWay]);
    await deliver();
    const first = shown(4);
    const second = await play(4, [withoutTime]);
    await deliver();
    const newest = shown(4);
    expect(Object.values(newest)).toMatchObject([{ comment: expect.stringContaining('essai 2') as string }]);
    expect(newest).not.toEqual(first);

    const told = await decide(second, aside);
    expect(told.now.attempts.list).toMatchObject([
      { number: 2, isInGradebook: false },
      { number: 1, isInGradebook: false },
    ]);
    const [lower, ...none] = await deliver();
    expect(none).toEqual([]);
    expect(shown(4)).toEqual(first);
    expect((await decide(second, aside)).changed).toBe(false);
    expect(await deliver()).toEqual([]);

    await decide(second, back);
    const [higher] = await deliver();
    expect(shown(4)).toEqual(newest);
    expect(Date.parse(higher?.timestamp ?? '')).toBeGreaterThan(Date.parse(lower?.timestamp ?? ''));
    await decide(second, back);
    expect(await deliver()).toEqual([]);
  });

  it('never gets a score that was pending while its attempt was set aside', async () => {
    await play(5, [rightWay]);
    const second = await play(5, [withoutTime]);
    await decide(second, aside);
    // Nor is the first one's score lost, in whose place it waited.
    expect(await deliver()).toMatchObject([{ comment: expect.stringContaining('essai 1') as string }]);
    await decide(second, back);
    expect(await deliver()).toHaveLength(1);
    expect(Object.values(shown(5))[0]?.comment).toContain('essai 2');
  });

  it('is unchanged if the older one is set aside, and shows it if only that one counts', async () => {
    const first = await play(6, [rightWay]);
    await deliver();
    const older = shown(6);
    const second = await play(6, [withoutTime]);
    await deliver();
    const newest = shown(6);
    await decide(first, aside);
    await decide(second, aside);
    expect(await deliver()).toEqual([]);
    expect(shown(6)).toEqual(newest);
    await decide(first, back);
    await deliver();
    expect(shown(6)).toEqual(older);
  });

  it('shows the first score again if the second attempt ends after it was set aside', async () => {
    await play(7, [rightWay]);
    await deliver();
    const first = shown(7);
    const second = await begin(7);
    await decide(second, aside);
    await playScene(second, '1', withoutTime);
    await second.act(end);
    await deliver();
    await deliver();
    expect(shown(7)).toEqual(first);
    await decide(second, back);
    await deliver();
    expect(Object.values(shown(7))[0]?.comment).toContain('essai 2');
  });

  it('keeps the newest score if the first attempt has none', async () => {
    await play(8, []);
    const second = await play(8, [rightWay]);
    await deliver();
    const newest = shown(8);
    await decide(second, aside);
    expect(await deliver()).toEqual([]);
    expect(shown(8)).toEqual(newest);
  });

  it('shows for each dimension the newest attempt that counts and has a score for it', async () => {
    await play(4, sixScenes(rightWay), dimensionActivity);
    await deliver();
    const first = columnsOf(4);
    expect(Object.keys(first).length).toBeGreaterThanOrEqual(3);
    const second = await play(4, sixScenes(inDownloads), dimensionActivity);
    await deliver();
    const newest = columnsOf(4);
    for (const { comment } of Object.values(newest)) expect(comment).toContain('essai 2');
    // One scene is a score for the activity, and none for a dimension.
    const third = await play(4, [withoutTime], dimensionActivity);
    await deliver();
    const { 'Un tour': own, ...dimensions } = columnsOf(4);
    expect(own?.comment).toContain('essai 3');
    const { 'Un tour': ownBefore, ...dimensionsBefore } = newest;
    expect(dimensions).toEqual(dimensionsBefore);

    await decide(third, aside, dimensionActivity);
    expect(await deliver()).toHaveLength(1);
    expect(columnsOf(4)['Un tour']).toEqual(ownBefore);
    await decide(second, aside, dimensionActivity);
    expect(await deliver()).toHaveLength(Object.keys(first).length);
    expect(columnsOf(4)).toEqual(first);
    await decide(third, back, dimensionActivity);
    expect(await deliver()).toHaveLength(1);
    expect(columnsOf(4)).toEqual({ ...first, 'Un tour': own });
    await decide(second, back, dimensionActivity);
    await deliver();
    expect(columnsOf(4)).toEqual({ ...dimensionsBefore, 'Un tour': own });
  });
});

/** What `shown` says of the activity with a column for each dimension. */
function columnsOf(personId: number): ReturnType<typeof shown> {
  return Object.fromEntries(Object.entries(shown(personId)).filter(([label]) => label.startsWith('Un tour')));
}

describe('the gradebook of a person with one attempt', () => {
  it('is never emptied, and gets nothing twice', async () => {
    const only = await play(8, [rightWay], dimensionActivity);
    await deliver();
    const before = columnsOf(8);
    const told = await decide(only, aside, dimensionActivity);
    expect(told.now.attempts.list).toMatchObject([{ isInGradebook: true }]);
    expect(await deliver()).toEqual([]);
    await decide(only, back, dimensionActivity);
    expect(await deliver()).toEqual([]);
    expect(columnsOf(8)).toEqual(before);
  });
});
