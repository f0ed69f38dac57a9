/** Each row of the table of LMSs, shown at an LMS that behaves so: a launch, a grade, and what sets this LMS apart. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getProfile, profileNames, toSubject } from '../../../sandbox/lms/profiles.ts';
import type { GradeEntry } from '../../../sandbox/lms/gradebook.ts';
import { getFamilyQuirks } from '../../../lti/platform-quirks.ts';
import type { GradeRow } from '../../../server/storage/ports/grades.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';
import { workAndDie } from '../../support/work-and-die.ts';

let bench: DeliveryBench;
async function start(): Promise<void> {
  // ltijs has its own clock, so launches happen now, before a test advances the time.
  bench = await DeliveryBench.start(Date.now());
}

const hourMs = 3_600_000;

function shown(userId: number): GradeEntry | undefined {
  return bench.lms.gradebook().find((entry) => entry.userId === userId && entry.itemId === 2);
}

async function requestGrade(userId: number, score: number): Promise<() => Promise<GradeRow | undefined>> {
  const { organisationId, id } = await bench.addAttempt({ grade: { userId, score } });
  return () => bench.context.storage.grades.findByAttempt(organisationId, id);
}

/** Posts of scores, as the LMS saw them. */
function posts(): { readonly status: number; readonly body: Readonly<Record<string, unknown>> }[] {
  return bench.lms
    .serviceCalls()
    .filter(({ method, path, body }) => method === 'POST' && path.includes('/scores') && body !== '')
    .map(({ status, body }) => ({ status, body: JSON.parse(body) as Record<string, unknown> }));
}

async function sentGrades(): Promise<GradeRow[]> {
  const { organisations, grades } = bench.context.storage;
  const [organisation] = await organisations.list({ limit: 1 });
  return grades.list(organisation?.id ?? '', { states: ['sent'], limit: 9 });
}

describe.each(profileNames)('%s', (name) => {
  beforeAll(async () => {
    await start();
    await bench.setProfile(name);
  });
  afterAll(() => bench.close());

  it('launches a learner and gets the grade of what was played', async () => {
    const learner = new ApiLearner(bench);
    const scene = await learner.begin(4);
    await learner.act(...rightWay(scene), done);
    await bench.work();
    expect(shown(4)?.points).toBe(scoreOfDone);
    expect(shown(4)?.comment).toContain('NUM+ essai 1');
    expect(posts()[0]?.body.userId).toBe(toSubject(getProfile(name), bench.lms.publicUrl, 4));
    expect(learner.page.resizesFrame).toBe(name === 'canvas' || name === 'sakai');
    const [grade] = await sentGrades();
    expect(grade).toMatchObject({ family: name, state: 'sent' });
  });

  it('recognises a teacher, however it spells the role', async () => {
    const teacher = new ApiLearner(bench);
    await teacher.launch(3);
    expect(teacher.page.page).toBe('teach');
  });

  it('distinguishes persons by deployment only if one issuer serves many schools', async () => {
    const persons = new Set<string>();
    for (const [deploymentId, activity] of [
      ['1', 2],
      ['2', 3],
    ] as const) {
      await bench.useDeployment(deploymentId);
      const learner = new ApiLearner(bench);
      await learner.begin(7, activity);
      const [organisation] = await bench.context.storage.organisations.list({ limit: 1 });
      const stored = await bench.context.storage.attempts.find(organisation?.id ?? '', learner.attempt.id);
      persons.add(stored?.attempt.personId ?? '');
    }
    await bench.useDeployment('1');
    expect(persons.size).toBe(['canvas', 'blackboard', 'openedx'].includes(name) ? 2 : 1);
  });

  it('accepts a newer score after a lost response', async () => {
    await bench.lms.control({ command: 'cutAfterScore', count: 1 });
    await requestGrade(5, 40);
    await bench.work();
    bench.wait(hourMs);
    const row = await requestGrade(5, 90);
    await bench.work();
    expect(shown(5)?.points).toBe(90);
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  it('refuses a score that is too old in its own way, and then gets a newer one', async () => {
    await requestGrade(6, 40);
    await bench.work();
    const row = await requestGrade(6, 90);
    // Our clock was set back: what we stamp now is older than what the LMS has.
    bench.wait(-5_000);
    await bench.work();
    const { status } = getProfile(name).scores.outdated;
    expect(posts().at(-1)?.status).toBe(status);
    expect(await row()).toMatchObject({ state: 'pending', lastError: 'grade.conflict' });
    bench.wait(7_000);
    await bench.work();
    expect(shown(6)).toMatchObject({ points: 90, comment: 'Essai noté 90.' });
  });

  it('has the wanted score although it says conflict: its result is read, and nothing is sent again', async () => {
    const row = await requestGrade(7, 55);
    await workAndDie(bench.context);
    const before = posts().length;
    bench.wait(200_000);
    await bench.lms.control({ command: 'failNext', count: 1, status: 409, service: 'scores' });
    await bench.work();
    expect(posts()).toHaveLength(before);
    expect(bench.lms.serviceCalls().at(-1)?.path).toMatch(
      getFamilyQuirks(name).resultsInPath ? /\/results\/[^?]+/ : /\/results\?.*user_id=/,
    );
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  it('refuses an unknown person for a reason that staff can read', async () => {
    const row = await requestGrade(99, 50);
    await bench.work();
    const reasons = { 400: 'person-refused', 404: 'person-refused', 422: 'person-refused', 403: 'refused' };
    const expected = `grade.${reasons[getProfile(name).scores.ungradable]}`;
    expect(await row()).toMatchObject({ state: 'pending', lastError: expected });
  });

  it('shows the lowest possible score', async () => {
    await requestGrade(8, 1);
    await bench.work();
    expect(shown(8)?.points).toBe(1);
  });
});

describe('a difference of one LMS', () => {
  beforeEach(start);
  afterEach(() => bench.close());

  it('Moodle locks a grade with 500 and []: the grade waits long and arrives once it is unlocked', async () => {
    await bench.lms.control({ command: 'lockGrade', itemId: 2, userId: 4, locked: true });
    const row = await requestGrade(4, 70);
    await bench.work();
    expect(await row()).toMatchObject({ state: 'pending', lastError: 'grade.locked' });
    expect((await row())?.nextAt).toBeGreaterThanOrEqual(bench.now + 2 * 60_000);
    await bench.lms.control({ command: 'lockGrade', itemId: 2, userId: 4, locked: false });
    bench.wait(hourMs);
    await bench.work();
    expect(shown(4)?.points).toBe(70);
  });

  it('Canvas gets a repeat marked as one if a worker died between post and record', async () => {
    await bench.setProfile('canvas');
    await requestGrade(4, 70);
    await workAndDie(bench.context);
    bench.wait(hourMs);
    await bench.work();
    expect(posts().map(({ body }) => body['https://canvas.instructure.com/lti/submission'])).toEqual([
      { new_submission: true },
      { new_submission: false },
    ]);
  });

  it('Canvas gets a repeat marked as one after a lost response, and a new attempt as new', async () => {
    await bench.setProfile('canvas');
    await bench.lms.control({ command: 'cutAfterScore', count: 1 });
    await requestGrade(4, 70);
    await bench.work();
    bench.wait(hourMs);
    await bench.work();
    await requestGrade(4, 80);
    bench.wait(2_000);
    await bench.work();
    const said = posts().map(({ body }) => body['https://canvas.instructure.com/lti/submission']);
    expect(said).toEqual([{ new_submission: true }, { new_submission: false }, { new_submission: true }]);
    expect(shown(4)).toMatchObject({ points: 80, submissions: 2 });
  });
});
