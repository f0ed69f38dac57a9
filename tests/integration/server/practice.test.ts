/** « Essayer l’activité », and the LMS's own test person: a whole play that leaves no trace. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityAnswer, PracticeAnswer, RosterAnswer } from '../../../server/contract/teach.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';

const teacherId = 3;
const thiLan = 6;
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const roles = 'https://purl.imsglobal.org/spec/lti/claim/roles';

let bench: DeliveryBench;
let teacher: ApiLearner;
beforeEach(async () => {
  bench = await DeliveryBench.start(Date.now());
  teacher = new ApiLearner(bench);
  await teacher.launch(teacherId);
});
afterEach(() => bench.close());

async function practise(): Promise<ApiLearner> {
  const { body } = await teacher.request<PracticeAnswer>('POST', '/api/practice', {});
  const trial = new ApiLearner(bench);
  await trial.follow(new URL(body.pageUrl));
  return trial;
}

async function begin(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId);
  return learner;
}

async function finish(learner: ApiLearner): Promise<void> {
  const { body } = await learner.scene();
  await learner.act(...rightWay(body), done);
}

async function listPeople(): Promise<ActivityAnswer['people']> {
  return (await teacher.request<ActivityAnswer>('GET', '/api/activity')).body.people;
}

/** The next launch comes with these roles. */
function nextRoles(...names: readonly string[]): Promise<void> {
  return bench.lms.control({ command: 'alterNextIdToken', change: { claims: { [roles]: names } } });
}

describe('a preview by staff', () => {
  it('goes through everything without a grade, a statement or a line on the staff page', async () => {
    const trial = await practise();
    expect(trial.pagePath).toMatch(/^\/play\//);
    expect(trial.page).toMatchObject({ page: 'play', practice: true, testUser: false });
    await trial.startAttempt();
    await finish(trial);
    expect((await trial.find())?.status).toBe('finished');
    await bench.work();
    expect(bench.store.statements()).toEqual([]);
    expect(bench.lms.gradebook().filter(({ points }) => points !== null)).toEqual([]);
    expect(await listPeople()).toEqual([]);
    expect((await trial.request('GET', '/api/activity')).status).toBe(403);
  });

  it('is separate from a real attempt of the same person, and leaves it unchanged', async () => {
    // Moodle's « switch role » keeps the person and sends another role.
    await nextRoles(`${membership}Learner`);
    const asLearner = await begin(teacherId);
    const trial = await practise();
    await trial.startAttempt();
    expect(trial.attempt).toMatchObject({ number: 1 });
    expect(trial.attempt.id).not.toBe(asLearner.attempt.id);
    await finish(trial);
    const people = await listPeople();
    expect(people).toMatchObject([{ attempt: { id: asLearner.attempt.id, status: 'open' } }]);
    const { body } = await teacher.request<RosterAnswer>('GET', '/api/activity/roster');
    const listed = body.state === 'available' ? body.people : [];
    expect(listed.find(({ personId }) => personId === people[0]?.personId)?.isLearner).toBe(false);
    const other = `/api/attempts/${asLearner.attempt.id}/scenes/1`;
    expect((await trial.request('GET', other)).status).toBe(404);
  });

  it('can be started again and again, whatever the activity allows', async () => {
    const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';
    const change = { claims: { [custom]: { numplus_attempts: '1' } } };
    await bench.lms.control({ command: 'alterNextIdToken', change });
    await teacher.launch(teacherId);
    for (const number of [1, 2]) {
      const trial = await practise();
      await trial.startAttempt();
      expect(trial.attempt.number).toBe(number);
      await finish(trial);
    }
  });

  it('is what the LMS’s own test person gets too', async () => {
    await nextRoles(`${membership}Learner`, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser');
    const test = await begin(thiLan);
    expect(test.page).toMatchObject({ page: 'play', practice: true, testUser: true });
    await finish(test);
    await bench.work();
    expect(bench.store.statements()).toEqual([]);
    expect(bench.lms.gradebook().filter(({ points }) => points !== null)).toEqual([]);
    expect(await listPeople()).toEqual([]);
  });
});
