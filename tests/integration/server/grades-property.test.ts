/**
 * Whatever comes between a score and a gradebook, the gradebook ends at the newest score, and nothing was posted that
 * would erase one. Sequences come from seeds in a list, so a failure can be played again.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProfileName, profileNames, readSubject, getProfile } from '../../../sandbox/lms/profiles.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { workAndDie } from '../../support/work-and-die.ts';

type Step =
  | { readonly do: 'request'; readonly userId: number; readonly score: number }
  | { readonly do: 'fail'; readonly status: number; readonly count: number }
  | { readonly do: 'cut'; readonly count: number }
  | { readonly do: 'down' | 'up' | 'revoke' | 'work' | 'die' | 'race' | 'restart' }
  | { readonly do: 'lock' | 'unlock'; readonly userId: number }
  | { readonly do: 'wait'; readonly ms: number };

const learners = [4, 5] as const;
const learner = fc.constantFrom(...learners);
const gradeRequest = fc.record({
  do: fc.constant('request' as const),
  userId: learner,
  score: fc.integer({ min: 1, max: 100 }),
});
const wait = (...ms: readonly number[]): fc.Arbitrary<Step> =>
  fc.constantFrom(...ms).map((one) => ({ do: 'wait', ms: one }));
const act = (
  ...acts: readonly Extract<Step['do'], 'down' | 'up' | 'revoke' | 'work' | 'die' | 'race' | 'restart'>[]
): fc.Arbitrary<Step> => fc.constantFrom(...acts).map((one) => ({ do: one }));
const fail = fc.record({
  do: fc.constant('fail' as const),
  status: fc.constantFrom(401, 409, 429, 500, 503),
  count: fc.integer({ min: 1, max: 3 }),
});
const cut = fc.record({ do: fc.constant('cut' as const), count: fc.integer({ min: 1, max: 2 }) });
const lock = fc.record({ do: fc.constantFrom('lock' as const, 'unlock' as const), userId: learner });

/** Mostly play and delivery in quick succession, where order and distance matter, with failures now and then. */
const steps = (profile: ProfileName): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 9, arbitrary: gradeRequest },
      { weight: 9, arbitrary: act('work') },
      { weight: 2, arbitrary: act('race', 'die') },
      { weight: 6, arbitrary: wait(1, 400, 999, 1_001) },
      { weight: 3, arbitrary: wait(31_000, 200_000, 3_600_000) },
      { weight: 2, arbitrary: fail },
      { weight: 1, arbitrary: cut },
      { weight: 1, arbitrary: act('down', 'up', 'revoke', 'restart') },
      // Only for Moodle is the response to a locked grade known.
      { weight: profile === 'moodle' ? 1 : 0, arbitrary: lock },
    ),
    { minLength: 8, maxLength: 32, size: 'max' },
  );

let bench: DeliveryBench;
let requested: Map<number, number[]>;
async function take(step: Step): Promise<void> {
  const { lms } = bench;
  if (step.do === 'request') {
    const { userId, score } = step;
    await bench.addAttempt({ grade: { userId, score } });
    requested.set(userId, [...(requested.get(userId) ?? []), score]);
  } else if (step.do === 'fail') {
    const { status, count } = step;
    await lms.control({ command: 'failNext', status, count, service: 'scores', retryAfterSeconds: 2 });
  } else if (step.do === 'cut') await lms.control({ command: 'cutAfterScore', count: step.count });
  else if (step.do === 'down' || step.do === 'up') {
    await lms.control({ command: 'setDown', down: step.do === 'down' });
  } else if (step.do === 'lock' || step.do === 'unlock') {
    await lms.control({ command: 'lockGrade', itemId: 2, userId: step.userId, locked: step.do === 'lock' });
  } else if (step.do === 'wait') bench.wait(step.ms);
  else if (step.do === 'revoke') await lms.control({ command: 'revokeTokens' });
  else if (step.do === 'work') await bench.work();
  else if (step.do === 'die') await workAndDie(bench.context);
  else if (step.do === 'race') await Promise.all([bench.work(), workAndDie(bench.context), bench.work()]);
  else await bench.restart();
}

/** The LMS is well again and time passes: by the next day everything has arrived. */
async function settleDown(): Promise<void> {
  await bench.lms.control({ command: 'clearFaults' });
  for (const userId of learners) await take({ do: 'unlock', userId });
  for (let day = 0; day < 2; day += 1) {
    bench.wait(25 * 3_600_000);
    await bench.work();
    bench.wait(2_000);
    await bench.work();
  }
}

interface Posted {
  readonly userId: number | undefined;
  readonly stampedAt: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly status: number;
}

/** What reached the LMS as a score since this call of the log. */
function postedSince(count: number, profile: ProfileName): Posted[] {
  return bench.lms
    .serviceCalls()
    .slice(count)
    .filter(({ method, path, body }) => method === 'POST' && path.includes('/scores') && body !== '')
    .map(({ body: text, status }) => {
      const body = JSON.parse(text) as Readonly<Record<string, unknown>>;
      const userId = readSubject(getProfile(profile), bench.lms.publicUrl, String(body.userId));
      return { userId, body, status, stampedAt: Date.parse(String(body.timestamp)) };
    });
}

function checkPosts(posts: readonly Posted[]): void {
  for (const { body } of posts) {
    expect(body).toMatchObject({ activityProgress: 'Completed', gradingProgress: 'FullyGraded' });
    expect(body.scoreMaximum).toBe(100);
    expect(body.scoreGiven).toBeGreaterThanOrEqual(1);
    expect(body.comment).toMatch(/^Essai noté \d+\.$/);
  }
  for (const userId of learners) {
    // 0: stored, and the response lost.
    const taken = posts.filter((post) => post.userId === userId && (post.status === 0 || post.status < 300));
    const gaps = taken.slice(1).map(({ stampedAt }, index) => stampedAt - (taken[index]?.stampedAt ?? 0));
    expect(gaps.filter((gap) => gap < 1_000)).toEqual([]);
  }
}

async function holdsFor(profile: ProfileName, sequence: readonly Step[]): Promise<void> {
  requested = new Map();
  const before = new Map(bench.lms.gradebook().map((row) => [row.userId, row.submissions]));
  const calls = bench.lms.serviceCalls().length;
  // The log keeps its last 2,000 calls: far more than one sequence makes, and it must not have begun to forget.
  expect(calls).toBeLessThan(1_800);
  for (const step of sequence) await take(step);
  await settleDown();
  checkPosts(postedSince(calls, profile));
  for (const [userId, scores] of requested) {
    const newest = scores.at(-1) ?? 0;
    const row = bench.lms.gradebook().find((entry) => entry.userId === userId && entry.itemId === 2);
    expect(row).toMatchObject({ points: newest, comment: `Essai noté ${newest}.` });
    const submissions = (row?.submissions ?? 0) - (before.get(userId) ?? 0);
    expect(submissions).toBeLessThanOrEqual(profile === 'canvas' ? scores.length : 0);
  }
}

describe.each(profileNames)('in %s', (profile) => {
  const seeds = profile === 'moodle' ? [1, 20_261_125, 4_711] : [7];

  beforeAll(async () => {
    bench = await DeliveryBench.start();
    await bench.setProfile(profile);
  });
  afterAll(() => bench.close());

  it.each(seeds)(
    'the gradebook ends with the newest score, and no request would erase one (seed %i)',
    async (seed) => {
      const property = fc.asyncProperty(steps(profile), (sequence) => holdsFor(profile, sequence));
      await fc.assert(property, { seed, numRuns: profile === 'moodle' ? 12 : 8 });
    },
  );
});
