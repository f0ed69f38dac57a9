/** What the gradebook shows while a week is played: the score at each stop, from the form's minimum of scenes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAction } from '../../../scenarios/kit/log.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { scenesOfWeek, WeekLearner } from '../../support/week-learner.ts';

const activityId = 1900;
const pause: AttemptAction = { app: 'frame', type: 'pause', cause: 'button' };
const resume: AttemptAction = { app: 'frame', type: 'resume' };
const end: AttemptAction = { app: 'frame', type: 'end' };

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

interface Posted {
  readonly scoreGiven: number;
  readonly comment: string;
  readonly timestamp: string;
  readonly activityProgress: string;
  readonly gradingProgress: string;
}

/** Delivers all that is due, a second later than the last time, and returns the scores that were posted for it. */
async function deliver(waitMs = 1_500): Promise<Posted[]> {
  bench.wait(waitMs);
  const before = bench.lms.serviceCalls().length;
  await bench.work();
  return bench.lms
    .serviceCalls()
    .slice(before)
    .filter(({ method, path }) => method === 'POST' && path.includes('/scores'))
    .map(({ body }) => JSON.parse(body) as Posted);
}

async function attemptOf(learner: WeekLearner): Promise<AttemptWithProgress> {
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const found = await storage.attempts.find(organisation?.id ?? '', learner.attempt.id);
  if (found === undefined) throw new Error('no attempt');
  return found;
}

function shown(personId: number): { points: number | null; comment: string } | undefined {
  const row = bench.lms.gradebook().find(({ userId, points }) => userId === personId && points !== null);
  return row === undefined ? undefined : { points: row.points, comment: row.comment };
}

describe('the gradebook', () => {
  it('gets the score at a pause and at the end, once each, and none below the minimum', async () => {
    const learner = await WeekLearner.begin(bench, 4, activityId);
    await learner.playScenes(1, 6);
    await learner.act(pause);
    // The welcome is not scored: five scenes are.
    expect((await attemptOf(learner)).progress).toMatchObject({ score: null, measure: { scenes: 5 } });
    expect(await deliver(3_600_000)).toEqual([]);

    await learner.refresh();
    await learner.act(resume);
    await learner.playScene(7);
    const batch = learner.number([pause]);
    await learner.send(batch);
    const atSix = (await attemptOf(learner)).progress;
    expect(atSix).toMatchObject({ status: 'paused', measure: { scenes: 6 } });
    const [first, ...more] = await deliver();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ scoreGiven: atSix.score, activityProgress: 'Completed' });
    expect(first?.gradingProgress).toBe('FullyGraded');
    expect(first?.comment).toMatch(/^NUM\+ essai 1 \(6 scènes, version pilote\)\. Niveau global\u00a0: /);
    expect(shown(4)).toEqual({ points: atSix.score, comment: first?.comment });

    // The same batch again, and a pause after which nothing was played: nothing new to say.
    await learner.send(batch);
    expect(await deliver()).toEqual([]);
    await learner.act(resume, pause, resume);
    expect(await deliver()).toEqual([]);

    await learner.playScene(scenesOfWeek);
    const finished = (await attemptOf(learner)).progress;
    expect(finished).toMatchObject({ status: 'finished', measure: { scenes: 7 } });
    const [last, ...none] = await deliver();
    expect(none).toEqual([]);
    expect(last?.scoreGiven).toBe(finished.score);
    expect(last?.comment).toMatch(/^NUM\+ essai 1 \(7 scènes, /);
    expect(shown(4)).toEqual({ points: finished.score, comment: last?.comment });
    expect(Date.parse(last?.timestamp ?? '')).toBeGreaterThanOrEqual(
      Date.parse(first?.timestamp ?? '') + 1_000,
    );
    expect(await deliver(86_400_000)).toEqual([]);
  });

  it('gets the score half an hour after the last scene if the window was closed', async () => {
    const learner = await WeekLearner.begin(bench, 5, activityId + 1);
    await learner.playScenes(1, 7);
    expect(await deliver()).toEqual([]);
    expect(await deliver(31 * 60_000)).toMatchObject([
      { scoreGiven: (await attemptOf(learner)).progress.score },
    ]);
  });

  it('keeps the earlier attempt’s score until the next attempt reaches the minimum', async () => {
    const learner = await WeekLearner.begin(bench, 6, activityId + 2);
    await learner.playScenes(1, scenesOfWeek);
    await deliver();
    const first = shown(6);
    expect(first?.comment).toContain('essai 1');
    await learner.startAttempt();
    await learner.playScenes(1, 6);
    await learner.act(pause);
    expect(await deliver(3_600_000)).toEqual([]);
    expect(shown(6)).toEqual(first);
    await learner.refresh();
    await learner.act(resume);
    await learner.playScene(7);
    await learner.act(end);
    expect(await deliver()).toHaveLength(1);
    expect(shown(6)?.comment).toContain('essai 2 (6 scènes');
  });
});
