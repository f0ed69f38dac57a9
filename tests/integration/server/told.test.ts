/** Ten people from worst to best: what each reader gets about them agrees with the evidence and with the others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAnswer } from '../../../server/contract/report.ts';
import type { AttemptReview, StaffReview } from '../../../server/contract/review.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { makeGroupSheet } from '../../../server/reporting/group-sheet.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findContradictions, type Readers } from '../../support/readers.ts';
import { content } from '../../support/s02.ts';
import {
  atOnce,
  best,
  graveButGood,
  half,
  playThrough,
  skipped,
  type Way,
  worst,
} from '../../support/ten-people.ts';

/** Loaded by its path, because the server's type check knows no components. */
const pages = (await import(new URL('../../client/support/print-pages.ts', import.meta.url).pathname)) as {
  printPages(
    language: 'fr' | 'en',
    report: Readers['report'],
    review: StaffReview,
  ): Pick<Readers, 'reportPage' | 'sheet'>;
};

const teacherId = 3;
const times = (count: number, way: Way): Way[] => Array.from({ length: count }, () => way);

/** By activity: one of a French and one of an English course. */
const people: readonly { readonly name: string; readonly ways: readonly Way[] }[] = [
  { name: 'ends every scene at once', ways: times(7, atOnce) },
  { name: 'does the most harm', ways: times(7, worst) },
  { name: 'skips every other scene', ways: [worst, skipped, worst, skipped, worst, skipped, worst] },
  { name: 'stops after four scenes', ways: times(4, half) },
  { name: 'has half of everything', ways: times(7, half) },
  { name: 'plays well with a grave slip in each scene', ways: times(7, graveButGood) },
  { name: 'has one grave slip', ways: [graveButGood, ...times(6, best)] },
  { name: 'plays well or not at all', ways: [best, atOnce, best, atOnce, best, atOnce, best] },
  { name: 'stops after six good scenes', ways: times(6, best) },
  { name: 'plays everything well', ways: times(7, best) },
];
const activities = [
  { activityId: 9001, courseId: 2, language: 'fr' },
  { activityId: 9002, courseId: 3, language: 'en' },
] as const;

let bench: DeliveryBench;
const readers = new Map<string, Readers>();

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  for (const [index, activity] of activities.entries()) {
    const { activityId: cmid, courseId } = activity;
    const custom = { numplus_form: 'first-week' };
    await bench.lms.control({ command: 'addActivity', cmid, courseId, title: `Semaine ${cmid}`, custom });
    const played = await Promise.all(
      people.slice(5 * index, 5 * index + 5).map(async ({ name, ways }, place) => {
        const personId = 4 + place;
        return { name, personId, learner: await playThrough(bench, { personId, ...activity }, ways) };
      }),
    );
    bench.wait(60_000);
    await bench.work();
    const teacher = new ApiLearner(bench);
    await teacher.launch(teacherId, cmid);
    for (const one of played) readers.set(one.name, await read(teacher, one, activity));
  }
});
afterAll(() => bench.close());

async function read(
  teacher: ApiLearner,
  { personId, learner }: { readonly personId: number; readonly learner: ApiLearner },
  { activityId, language }: (typeof activities)[number],
): Promise<Readers> {
  const { id } = learner.attempt;
  const { body } = await learner.request<ReportAnswer>('GET', `/api/report/${id}`);
  const { body: review } = await teacher.request<AttemptReview>('GET', `/api/review/${id}`);
  const { body: activity } = await teacher.request<ActivityAnswer>('GET', '/api/activity');
  const row = activity.people.find(({ attempt }) => attempt.id === id);
  if (body.report === null || review.view !== 'staff' || row === undefined)
    throw new Error('nothing to read');
  const [, groupLine = []] = makeGroupSheet(language, {
    activity: { ...activity, people: [row] },
    roster: { state: 'not-offered' },
  });
  const grade = bench.lms
    .gradebook()
    .find(({ userId, itemLabel }) => userId === personId && itemLabel === `Semaine ${activityId}`);
  return {
    language,
    comment: grade?.comment === undefined || grade.comment === '' ? null : grade.comment,
    report: body.report,
    review,
    row,
    groupLine,
    ...pages.printPages(language, body.report, review),
  };
}

function readersOf(name: string): Readers {
  const found = readers.get(name);
  if (found === undefined) throw new Error(`nobody « ${name} »`);
  return found;
}

describe('what readers get about a person', () => {
  it.each(people)('agrees with the evidence and between readers: who $name', ({ name }) => {
    expect(findContradictions(readersOf(name), content)).toEqual([]);
  });

  it('is a level for whoever played six scenes, and none for whoever stopped before', () => {
    const levels = people.map(({ name }) => readersOf(name).review.levels !== null);
    expect(levels.filter((hasLevel) => hasLevel).length).toBeGreaterThanOrEqual(7);
    expect(readersOf('stops after four scenes').review.levels).toBeNull();
    expect(readersOf('stops after six good scenes').review.levels).not.toBeNull();
  });

  it('is one count of scenes in the list, on the page and in the gradebook', () => {
    const { row, review, comment } = readersOf('plays everything well');
    expect(row.attempt).toMatchObject({ scenesDone: 7, scenesAll: 7 });
    expect(review.attempts[0]?.scenesDone).toBe(7);
    expect(comment).toMatch(/\(7 sc[eè]nes/u);
  });

  it('names strengths of a person who plays well, and none of one who does the most harm', () => {
    expect(readersOf('plays everything well').review.strengths).toHaveLength(2);
    expect(readersOf('does the most harm').review.strengths).toEqual([]);
    expect(readersOf('ends every scene at once').review.strengths).toEqual([]);
  });

  it('starts with the gravest for a person who gave a code away', () => {
    const [first] = readersOf('has one grave slip').review.talkingPoints;
    expect(first?.text.en).toMatch(/^Gives the code/u);
    expect(readersOf('has one grave slip').review.strengths).not.toContain('SEC');
  });
});

describe('the search for contradictions', () => {
  const found = (change: Partial<Readers>): string[] =>
    findContradictions({ ...readersOf('plays everything well'), ...change }, content);

  it('finds a strength without evidence or beside something grave', () => {
    const harmful = readersOf('does the most harm');
    const review = { ...harmful.review, strengths: ['SEC'] as const };
    const said = findContradictions({ ...harmful, review }, content).join('\n');
    expect(said).toMatch(/strength SEC: \d of \d/u);
    expect(said).toMatch(/strength SEC beside/u);
  });

  it('finds a strength or a sentence that only one reader gets', () => {
    const { report } = readersOf('plays everything well');
    expect(found({ report: { ...report, strengths: [] } })[0]).toMatch(/^report names the strengths/u);
    expect(found({ sheet: '' }).join('\n')).toContain('only one reader gets');
  });

  it('finds a level in one place alone, and a number without a level', () => {
    const { row } = readersOf('plays everything well');
    expect(found({ row: { ...row, result: null } }).join('\n')).toContain('a level in one place');
    const few = readersOf('stops after four scenes');
    const numbered = { ...few, comment: 'NUM+ essai 1. 43 sur 100.' };
    expect(findContradictions(numbered, content)).toEqual(['comment says « sur 100 » without a level']);
  });

  it('finds words that say everything or never', () => {
    const { comment } = readersOf('plays everything well');
    expect(found({ comment: `${comment ?? ''} All shown, always.` }).join('\n')).toContain('« All »');
  });
});
