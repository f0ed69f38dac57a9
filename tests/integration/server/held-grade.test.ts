/** Scenes closed at once, and play at a machine's pace, hold the grade back until staff decide, whichever way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { ReportAnswer } from '../../../server/contract/report.ts';
import type { StaffReview } from '../../../server/contract/review.ts';
import type { ActionAnswer } from '../../../server/contract/staff-actions.ts';
import type { ActivityAnswer, PersonView } from '../../../server/contract/teach.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { listHonestRoutes } from '../../support/scene-routes.ts';

const teacherId = 3;
const activityId = 1901;
const done: WorldAction = { app: 'desk', type: 'done' };
const week = ['s01-first-login', 's02-inbox', 's03-tidy', 's04-schedule', 's05-parcel', 's07-recycling'];
const routes = listHonestRoutes();

let bench: DeliveryBench;
let teacher: ApiLearner;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now(), { EFFORT_FLAGS: 'on' });
  const custom = { numplus_form: 'first-week', numplus_scenes: week.join(','), numplus_attempts: '9' };
  await bench.lms.control({
    command: 'addActivity',
    cmid: activityId,
    courseId: 2,
    title: 'Semaine',
    custom,
  });
  teacher = new ApiLearner(bench);
});
afterAll(() => bench.close());

/** A learner whose page has the clock of the server. */
class TimedLearner extends ApiLearner {
  #openedAt = 0;

  static async begin(personId: number): Promise<TimedLearner> {
    const learner = new TimedLearner(bench);
    await learner.begin(personId, activityId);
    learner.#openedAt = bench.now;
    return learner;
  }

  /** @param gapMs before each action, the first included */
  async play(
    sceneId: string,
    actions: readonly WorldAction[],
    gapMs: (index: number) => number,
  ): Promise<void> {
    expect((await this.scene(sceneId)).status).toBe(200);
    const timed = this.number(actions).map((one, index) => {
      bench.wait(gapMs(index));
      return { ...one, sceneId, tMs: 1_000 + bench.now - this.#openedAt };
    });
    const { status, body } = await this.send(timed);
    expect([status, body.rejected]).toEqual([200, []]);
  }

  /** As a person does: each pause a little different. */
  honest(sceneId: string): Promise<void> {
    return this.play(
      sceneId,
      routeOf(sceneId),
      (index) => 3_000 + 700 * ((index * 7 + this.attempt.number) % 5),
    );
  }

  quick(sceneId: string): Promise<void> {
    return this.play(sceneId, routeOf(sceneId), () => 20);
  }

  close(sceneId: string): Promise<void> {
    return this.play(sceneId, [done], () => 1_500);
  }
}

function routeOf(sceneId: string): readonly WorldAction[] {
  const found = routes.find(({ scene }) => scene.scenario === week[Number(sceneId) - 1]);
  if (found === undefined) throw new Error(`no route for scene ${sceneId}`);
  return found.actions;
}

const places = week.map((_, index) => String(index + 1));

/** An attempt of six scenes: those at `closed` without a try. */
async function attemptWith(personId: number, closed: readonly string[]): Promise<TimedLearner> {
  const learner = await TimedLearner.begin(personId);
  for (const place of places) await (closed.includes(place) ? learner.close(place) : learner.honest(place));
  return learner;
}

async function storedOf({ attempt }: ApiLearner): Promise<AttemptWithProgress> {
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const found = await storage.attempts.find(organisation?.id ?? '', attempt.id);
  if (found === undefined) throw new Error('no attempt');
  return found;
}

/** Scores that were posted for all that is due. */
async function deliver(): Promise<{ scoreGiven: number; comment: string }[]> {
  bench.wait(1_500);
  const before = bench.lms.serviceCalls().length;
  await bench.work();
  return bench.lms
    .serviceCalls()
    .slice(before)
    .filter(({ method, path }) => method === 'POST' && path.includes('/scores'))
    .map(({ body }) => JSON.parse(body) as { scoreGiven: number; comment: string });
}

async function decide(learner: ApiLearner, decision: object): Promise<ActionAnswer> {
  await teacher.launch(teacherId, activityId);
  const path = `/api/activity/attempts/${learner.attempt.id}/validity`;
  const { status, body } = await teacher.request<ActionAnswer>('POST', path, decision);
  expect(status).toBe(200);
  return body;
}

async function seenByStaff(learner: ApiLearner): Promise<PersonView | undefined> {
  await teacher.launch(teacherId, activityId);
  const { body } = await teacher.request<ActivityAnswer>('GET', '/api/activity');
  return body.people.find(({ attempt }) => attempt.id === learner.attempt.id);
}

async function resultOf(learner: ApiLearner): Promise<unknown> {
  const { body } = await learner.request<ReportAnswer>('GET', '/api/report');
  return body.report?.result;
}

async function auditOf({ attempt }: ApiLearner): Promise<unknown[]> {
  const { organisationId } = (
    await bench.context.storage.attempts.find(
      (await bench.context.storage.organisations.list({ limit: 1 }))[0]?.id ?? '',
      attempt.id,
    )
  )?.attempt ?? { organisationId: '' };
  const rows = await bench.context.storage.audit.list(organisationId, { limit: 500 });
  return rows
    .filter(({ subject }) => subject === `attempt:${attempt.id}`)
    .map(({ action, details }) => [action, details]);
}

const aside = { state: 'invalid', reason: 'trial', note: '' } as const;
const count = { state: 'valid' } as const;

describe('an honest attempt', () => {
  it('is not held, also when the person takes the same way a second time', async () => {
    const first = await attemptWith(4, []);
    expect((await storedOf(first)).progress).toMatchObject({ heldFor: [], measure: { scenes: 6 } });
    expect(await deliver()).toHaveLength(1);
    const second = await attemptWith(4, []);
    expect((await storedOf(second)).progress.heldFor).toEqual([]);
    expect(await deliver()).toMatchObject([{ comment: expect.stringContaining('essai 2') as string }]);
  });
});

describe('an attempt whose scenes were all closed within seconds', () => {
  it('has no level and no number, and counts once staff say so', async () => {
    const learner = await attemptWith(5, places);
    expect((await storedOf(learner)).progress).toMatchObject({
      status: 'finished',
      heldFor: ['not-tried'],
      measure: null,
      score: null,
    });
    expect(await deliver()).toEqual([]);
    expect(learner.attempt).toMatchObject({ isHeld: true, isKept: true });
    expect(await resultOf(learner)).toEqual({ kind: 'held' });
    expect(await seenByStaff(learner)).toMatchObject({
      attempt: { setAside: null },
      held: [{ number: 1, heldFor: ['not-tried'] }],
      counting: null,
      result: null,
      grade: { state: 'held', gradeId: null },
    });
    const { body: review } = await teacher.request<StaffReview>('GET', `/api/review/${learner.attempt.id}`);
    expect(review.levels).toBeNull();
    expect(review.scenes.map(({ flags }) => flags)).toEqual(places.map(() => ['not-tried']));

    expect((await decide(learner, count)).changed).toBe(true);
    expect((await decide(learner, count)).changed).toBe(false);
    expect((await storedOf(learner)).progress).toMatchObject({ heldFor: [], measure: { scenes: 6 } });
    expect(await resultOf(learner)).toMatchObject({ kind: 'level', overall: { level: 1 } });
    expect(await deliver()).toMatchObject([{ scoreGiven: (await storedOf(learner)).progress.score }]);
    expect(await deliver()).toEqual([]);
    expect(await auditOf(learner)).toEqual([['attempt.reinstated', { heldFor: 'not-tried' }]]);
    // The flags stay in sight.
    const { body: after } = await teacher.request<StaffReview>('GET', `/api/review/${learner.attempt.id}`);
    expect(after).toMatchObject({ heldFor: [], scenes: places.map(() => ({ flags: ['not-tried'] })) });
  });
});

describe('an attempt of too few scenes, one of them closed at once', () => {
  it('has no grade that waits: no decision could bring one', async () => {
    const learner = await TimedLearner.begin(7);
    await learner.close('1');
    const end = learner.number([{ app: 'frame', type: 'end' }]).map((one) => ({ ...one, sceneId: null }));
    expect((await learner.send(end)).status).toBe(200);
    expect((await storedOf(learner)).progress).toMatchObject({ status: 'finished', heldFor: ['not-tried'] });
    expect((await seenByStaff(learner))?.grade).toMatchObject({ state: 'not-graded' });
  });
});

describe('an attempt with one scene closed at once', () => {
  it('leaves the earlier grade in place while it waits, and for good once it is set aside', async () => {
    await attemptWith(6, []);
    const [first] = await deliver();
    const second = await attemptWith(6, ['3']);
    expect((await storedOf(second)).progress).toMatchObject({ measure: { scenes: 5 }, score: null });
    const kept = (await deliver()).filter(({ comment }) => comment.includes('essai 2'));
    expect(kept).toEqual([]);
    expect(await seenByStaff(second)).toMatchObject({ counting: { number: 1, because: 'later-held' } });

    expect((await decide(second, aside)).changed).toBe(true);
    await deliver();
    const shown = bench.lms.gradebook().find(({ userId, points }) => userId === 6 && points !== null);
    expect(shown).toMatchObject({ points: first?.scoreGiven, comment: first?.comment });
    expect(await resultOf(second)).toEqual({ kind: 'not-kept' });
    expect(await auditOf(second)).toEqual([
      ['attempt.invalidated', { reason: 'trial', heldFor: 'not-tried' }],
    ]);

    await decide(second, count);
    expect(await deliver()).toMatchObject([{ comment: expect.stringContaining('essai 2') as string }]);
  });
});

describe('play faster than hands move', () => {
  it('holds a grade back that was pending, and sends it when staff count the attempt', async () => {
    const learner = await TimedLearner.begin(7);
    for (const place of places.slice(0, 5)) await learner.honest(place);
    await learner.quick('6');
    const { progress } = await storedOf(learner);
    expect(progress).toMatchObject({ heldFor: ['machine-fast'], measure: { scenes: 6 } });
    expect(await deliver()).toEqual([]);
    // Not « set aside », which nobody decided, while the person plays again.
    const next = await TimedLearner.begin(7);
    expect(await seenByStaff(next)).toMatchObject({ grade: { state: 'held' } });
    await decide(learner, count);
    expect(await deliver()).toMatchObject([{ scoreGiven: progress.score }]);
  });
});

describe('attempts that wait for staff', () => {
  it('are each told, also once the person has begun another', async () => {
    await attemptWith(8, places);
    const waiting = { number: 1, heldFor: ['not-tried'] };
    const second = await attemptWith(8, places);
    expect((await seenByStaff(second))?.held).toEqual([waiting, { ...waiting, number: 2 }]);
    const third = await TimedLearner.begin(8);
    expect((await seenByStaff(third))?.held).toEqual([waiting, { ...waiting, number: 2 }]);
    for (const place of places) await third.honest(place);
    expect((await seenByStaff(third))?.held).toEqual([]);
  });
});

describe('the work that opens', () => {
  it('is the attempt that counts, if it came after the one that is held', async () => {
    const held = await attemptWith(6, places);
    expect(await seenByStaff(held)).toMatchObject({ work: { attemptId: held.attempt.id } });
    const next = await attemptWith(6, []);
    expect(await seenByStaff(next)).toMatchObject({
      counting: { number: next.attempt.number },
      work: { attemptId: next.attempt.id },
    });
  });
});

describe('the decision', () => {
  it('is refused to learners, and to staff of another activity', async () => {
    const learner = await attemptWith(8, places);
    const path = `/api/activity/attempts/${learner.attempt.id}/validity`;
    expect((await learner.request('POST', path, count)).status).toBe(403);
    const elsewhere = new ApiLearner(bench);
    await elsewhere.launch(teacherId, 2);
    expect((await elsewhere.request('POST', path, count)).status).toBe(404);
    expect((await storedOf(learner)).progress.heldFor).toEqual(['not-tried']);
  });
});
