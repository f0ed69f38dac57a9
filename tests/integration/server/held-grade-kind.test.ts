/** The gradebook gets what staff chose last, also from attempts that waited or were set aside meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GradeKind } from '../../../server/contract/grade-kinds.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const teacherId = 3;
const scenes = ['s01-first-login', 's02-inbox', 's03-tidy', 's04-schedule', 's05-parcel', 's07-recycling'];
const aside = { state: 'invalid', reason: 'trial', note: '' } as const;
const count = { state: 'valid' } as const;

let bench: DeliveryBench;
let teacher: ApiLearner;
let activityId = 1950;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now(), { EFFORT_FLAGS: 'on' });
  teacher = new ApiLearner(bench);
});
afterAll(() => bench.close());

/** Plays every scene of a new activity by closing it at once: the grade waits for staff. */
async function playHeld(): Promise<ApiLearner> {
  activityId += 1;
  const custom = { numplus_form: 'first-week', numplus_scenes: scenes.join(',') };
  await bench.lms.control({
    command: 'addActivity',
    cmid: activityId,
    courseId: 2,
    title: 'Semaine',
    custom,
  });
  const learner = new ApiLearner(bench);
  await learner.begin(4, activityId);
  const openedAt = bench.now;
  for (const index of scenes.keys()) {
    const sceneId = String(index + 1);
    await learner.scene(sceneId);
    bench.wait(1_500);
    const tMs = 1_000 + bench.now - openedAt;
    const actions = learner.number([{ app: 'desk', type: 'done' }]).map((one) => ({ ...one, sceneId, tMs }));
    expect((await learner.send(actions)).status).toBe(200);
  }
  await deliver();
  return learner;
}

async function deliver(): Promise<void> {
  bench.wait(1_500);
  await bench.work();
}

async function choose(kind: GradeKind): Promise<unknown> {
  await teacher.launch(teacherId, activityId);
  const { body } = await teacher.request('POST', '/api/activity/grade-kind', { kind });
  await deliver();
  return body;
}

async function decide({ attempt }: ApiLearner, decision: object): Promise<void> {
  await teacher.launch(teacherId, activityId);
  const path = `/api/activity/attempts/${attempt.id}/validity`;
  expect((await teacher.request('POST', path, decision)).status).toBe(200);
  await deliver();
}

function shown(): { points: number | null; comment: string } | undefined {
  const ofItem = bench.lms.gradebook().filter(({ itemId, userId }) => itemId === activityId && userId === 4);
  const row = ofItem.find(({ points }) => points !== null);
  return row && { points: row.points, comment: row.comment };
}

const doneGrade = { points: 100, comment: expect.stringMatching(/fait/) as string };
const levelGrade = { points: 25, comment: expect.stringContaining('La note 25 veut dire') as string };
/** How many points depends on the scenes that exist; only a measure has a margin. */
const measureGrade = {
  points: expect.any(Number) as number,
  comment: expect.stringContaining('marge') as string,
};

describe('the grade of a held attempt that staff count', () => {
  it('is « fait » if they chose that while it waited', async () => {
    const learner = await playHeld();
    expect(await choose('done')).toEqual({ grades: 0 });
    expect(shown()).toBeUndefined();
    await decide(learner, count);
    expect(shown()).toEqual(doneGrade);
  });

  it('is of the last choice after several, also if the attempt was set aside in between', async () => {
    const learner = await playHeld();
    await choose('level');
    await choose('done');
    await choose('measure');
    await decide(learner, aside);
    expect(shown()).toBeUndefined();
    await decide(learner, count);
    expect(shown()).toEqual(measureGrade);
    await decide(learner, aside);
    await choose('level');
    expect(shown()).toEqual(measureGrade);
    await decide(learner, count);
    expect(shown()).toEqual(levelGrade);
  });

  it('is of the choice made while it was set aside', async () => {
    const learner = await playHeld();
    await decide(learner, aside);
    await choose('done');
    await decide(learner, count);
    expect(shown()).toEqual(doneGrade);
  });
});

describe('a grade that was requested under another choice', () => {
  /** As if the change had been interrupted. */
  async function chooseUnnoticed({ attempt }: ApiLearner, grade: GradeKind): Promise<void> {
    const { storage } = bench.context;
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const found = await storage.attempts.find(organisation?.id ?? '', attempt.id);
    if (found === undefined) throw new Error('no attempt');
    const { organisationId, resourceLinkId } = found.attempt;
    await storage.resourceLinks.chooseGrade(organisationId, resourceLinkId, grade);
  }

  it('is made anew when staff count its attempt', async () => {
    const learner = await playHeld();
    await chooseUnnoticed(learner, 'done');
    await decide(learner, count);
    expect(shown()).toEqual(doneGrade);
  });

  it('is made anew when staff send it again', async () => {
    const learner = await playHeld();
    await decide(learner, count);
    expect(shown()).toEqual(measureGrade);
    await chooseUnnoticed(learner, 'level');
    await teacher.launch(teacherId, activityId);
    const { body } = await teacher.request<ActivityAnswer>('GET', '/api/activity');
    const gradeId = body.people[0]?.grade.gradeId ?? '';
    const path = `/api/activity/grades/${gradeId}/resend`;
    expect((await teacher.request('POST', path)).body).toEqual({ resent: true });
    await deliver();
    expect(shown()).toEqual(levelGrade);
  });
});
