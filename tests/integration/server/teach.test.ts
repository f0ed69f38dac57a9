import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityAnswer, PersonView, RosterAnswer } from '../../../server/contract/teach.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';

const teacherId = 3;
const [fatou, rejean, thiLan, mikona, luz] = [4, 5, 6, 7, 8] as const;
const hourMs = 3_600_000;

let bench: DeliveryBench;
let teacher: ApiLearner;

async function open(): Promise<void> {
  bench = await DeliveryBench.start(Date.now());
  teacher = new ApiLearner(bench);
  await teacher.launch(teacherId);
}

/** The tests of a group share one course. */
function withOneCourse(): void {
  beforeAll(open);
  afterEach(() => bench.lms.control({ command: 'clearFaults' }));
  afterAll(() => bench.close());
}

async function readActivity(): Promise<ActivityAnswer> {
  return (await teacher.request<ActivityAnswer>('GET', '/api/activity')).body;
}

type Available = Extract<RosterAnswer, { state: 'available' }>;

async function readRoster(): Promise<RosterAnswer> {
  return (await teacher.request<RosterAnswer>('GET', '/api/activity/roster')).body;
}

async function readAvailable(): Promise<Available> {
  const roster = await readRoster();
  if (roster.state !== 'available') throw new Error(roster.state);
  return roster;
}

async function begin(personId: number, activityId = 2): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, activityId);
  return learner;
}

async function finish(learner: ApiLearner): Promise<void> {
  const { body } = await learner.scene();
  await learner.act(...rightWay(body), done);
}

async function find(learner: ApiLearner): Promise<PersonView | undefined> {
  const { id } = learner.attempt;
  return (await readActivity()).people.find(({ attempt }) => attempt.id === id);
}

describe('the overview of an activity', () => {
  withOneCourse();

  it('shows who began, who finished, and grades that are pending or sent', async () => {
    const [first, second] = [await begin(fatou), await begin(rejean)];
    await finish(first);
    expect(await readActivity()).toMatchObject({
      title: 'NUM+, une semaine aux Ateliers Boréal',
      timeZone: expect.stringContaining('/') as unknown,
      settings: { attempts: null, scenes: [{ scenario: 's02-inbox' }] },
      isComplete: true,
      isDeliveryStuck: false,
    });
    expect(await find(first)).toMatchObject({
      attempt: { number: 1, status: 'finished', scenesDone: 1, scenesAll: 1 },
      // One scene gives neither level nor number.
      result: null,
      grade: { state: 'pending', reason: null },
      dimensionGrades: [],
    });
    expect(await find(second)).toMatchObject({
      attempt: { status: 'open', scenesDone: 0 },
      result: null,
      grade: { state: 'none', gradeId: null },
    });
    await bench.work();
    const sentAt = new Date(bench.now).toISOString();
    expect((await find(first))?.grade).toMatchObject({ state: 'sent', sentAt });
  });

  it('says both grades where a teacher changed one in the gradebook, until it is so no longer', async () => {
    const learner = await begin(mikona);
    const cell = { command: 'overrideGrade', itemId: 2, userId: mikona } as const;
    await bench.lms.control({ ...cell, override: { points: 62, comment: 'Vu ensemble.' } });
    await finish(learner);
    await bench.work();
    const { grade } = (await find(learner)) ?? {};
    expect(grade).toMatchObject({ state: 'sent', changed: { sent: scoreOfDone, shown: 62 } });
    await bench.lms.control({ ...cell, override: null });
    bench.wait(2_000);
    await teacher.request('POST', `/api/activity/grades/${grade?.gradeId ?? ''}/resend`);
    await bench.work();
    expect((await find(learner))?.grade).toMatchObject({ state: 'sent', changed: null });
  });

  it('says that a record store is blocked, and not if an operator paused it', async () => {
    const [store] = await bench.context.storage.destinations.list({ limit: 1 });
    if (store === undefined) throw new Error('no destination');
    const isStuckWith = async (pausedBecause: string): Promise<boolean> => {
      const change = { status: pausedBecause === '' ? 'active' : 'paused', pausedBecause } as const;
      await bench.context.storage.destinations.update(store.organisationId, store.id, change);
      return (await readActivity()).isDeliveryStuck;
    };
    expect(await isStuckWith('store.key-refused')).toBe(true);
    expect(await isStuckWith('destination.paused-by-operator')).toBe(false);
    expect(await isStuckWith('')).toBe(false);
  });

  it('numbers people by their first start, and a second attempt does not change it', async () => {
    bench.wait(1000);
    const learner = await begin(thiLan);
    await finish(learner);
    const number = (await find(learner))?.number;
    bench.wait(1000);
    await begin(mikona);
    await learner.startAttempt();
    expect(await find(learner)).toMatchObject({
      number,
      attempt: { number: 2, status: 'open' },
      finishedBefore: { number: 1 },
      // What counts is looked at first, though a newer attempt has begun.
      counting: { number: 1 },
      work: { number: 1 },
    });
  });

  it('says that somebody ended with too few scenes', async () => {
    const early = await begin(mikona, 3);
    await early.act({ app: 'frame', type: 'end' });
    await teacher.launch(teacherId, 3);
    expect(await find(early)).toMatchObject({ result: null, grade: { state: 'not-graded' } });
    await teacher.launch(teacherId);
  });

  it('says that the activity has no column for a score', async () => {
    const endpoint = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
    await bench.lms.control({ command: 'alterNextIdToken', change: { claims: { [endpoint]: null } } });
    const learner = await begin(luz);
    await finish(learner);
    expect(await find(learner)).toMatchObject({ grade: { state: 'no-column' } });
  });

  it('still shows people if the activity refers to content that no longer exists', async () => {
    const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';
    const change = { claims: { [custom]: { numplus_form: 'gone' } } };
    await bench.lms.control({ command: 'alterNextIdToken', change });
    await teacher.launch(teacherId);
    const { settings, people } = await readActivity();
    expect(settings.scenes).toBeNull();
    expect(people.length).toBeGreaterThan(0);
  });

  it('is for staff only', async () => {
    const learner = new ApiLearner(bench);
    await learner.launch(fatou);
    for (const [method, path] of [
      ['GET', '/api/activity'],
      ['GET', '/api/activity/roster'],
      ['POST', '/api/practice'],
    ] as const) {
      expect(await learner.request(method, path)).toMatchObject({
        status: 403,
        body: { code: 'session.forbidden' },
      });
    }
  });
});

describe('the roster of an activity', () => {
  withOneCourse();

  beforeAll(async () => {
    await begin(fatou);
  });

  it('shows who is in the course, and who of them the tool knows', async () => {
    const [{ personId } = { personId: '' }] = (await readActivity()).people;
    const roster = await readAvailable();
    expect(roster).toMatchObject({ hasNames: true, isComplete: true });
    expect(roster.people).toHaveLength(6);
    expect(roster.people[0]).toMatchObject({ personId, name: 'Fatou Diallo', isLearner: true });
    expect(roster.people[1]).toMatchObject({ personId: null, name: 'Réjean Tremblay', isLearner: true });
    expect(roster.people.find(({ isLearner }) => !isLearner)?.name).toBe('Geneviève Lavoie');
  });

  it('is read through Moodle’s broken links, without members who left and the test person', async () => {
    await bench.lms.control({
      command: 'setRoster',
      ways: { pageSize: 2, nextLink: 'broken', inactive: [thiLan], testPerson: true },
    });
    const roster = await readAvailable();
    const names = roster.people.map(({ name }) => name);
    expect(names).toHaveLength(5);
    expect(names).not.toContain('Thi Lan Nguyễn');
    expect(names).not.toContain('Test Student');
    expect(roster.isComplete).toBe(true);
  });

  it('counts nobody as a learner who opened the activity as staff, whatever the list says', async () => {
    await bench.lms.control({ command: 'setRoster', ways: { listedAsLearners: [teacherId] } });
    const found = (await readAvailable()).people.find(({ name }) => name === 'Geneviève Lavoie');
    expect(found).toMatchObject({ isLearner: false });
  });

  it('works if names are withheld, and if the LMS does not know the activity', async () => {
    await bench.lms.control({ command: 'setRoster', ways: { names: false, rlid: false } });
    const roster = await readAvailable();
    expect(roster.hasNames).toBe(false);
    expect(roster.people.filter(({ isLearner }) => isLearner)).toHaveLength(5);
  });

  it('sends the token to no other host, and says that the list is incomplete', async () => {
    await bench.lms.control({ command: 'setRoster', ways: { pageSize: 2, nextLink: 'foreign' } });
    expect(await readAvailable()).toMatchObject({ isComplete: false, people: { length: 2 } });
  });

  it('of a course of three hundred is complete', async () => {
    await bench.lms.control({ command: 'setRoster', ways: { extraLearners: 300 } });
    expect((await readAvailable()).people).toHaveLength(306);
  });

  it('may fail without delaying what the tool itself knows', async () => {
    await bench.lms.control({ command: 'setDown', down: true });
    expect(await readRoster()).toEqual({ state: 'unreachable' });
    expect((await readActivity()).people).toHaveLength(1);
    await bench.lms.control({ command: 'clearFaults' });
    expect(await readRoster()).toMatchObject({ state: 'available' });
  });

  it('is not offered if the launch names none', async () => {
    const names = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
    await bench.lms.control({ command: 'alterNextIdToken', change: { claims: { [names]: null } } });
    await teacher.launch(teacherId);
    expect(await readRoster()).toEqual({ state: 'not-offered' });
    await teacher.launch(teacherId);
  });

  it('stores no name in the database', async () => {
    await readAvailable();
    const file = bench.context.config.databaseUrl.replace('sqlite:', '');
    const kept = ['', '-wal'].map((end) => readFileSync(`${file}${end}`, 'latin1')).join('');
    expect(kept).toContain('une semaine aux Ateliers');
    expect(kept).not.toMatch(/Diallo|Fatou|Lavoie/);
  });
});

describe('a grade that did not arrive', () => {
  withOneCourse();

  async function failGrade(personId: number): Promise<{ gradeId: string; learner: ApiLearner }> {
    const learner = await begin(personId);
    await finish(learner);
    await bench.lms.control({ command: 'failNext', count: 50, status: 404, service: 'scores' });
    for (let tries = 0; tries < 6; tries += 1) {
      await bench.work();
      bench.wait(2 * hourMs);
    }
    await bench.lms.control({ command: 'clearFaults' });
    // The session ended while the grade was tried.
    await teacher.launch(teacherId);
    const grade = (await find(learner))?.grade;
    expect(grade).toMatchObject({ state: 'failed', reason: expect.stringMatching(/^grade\./) as unknown });
    return { gradeId: grade?.gradeId ?? '', learner };
  }

  it('is sent again at the teacher’s request, arrives, and leaves an audit entry', async () => {
    const { gradeId, learner } = await failGrade(fatou);
    const path = `/api/activity/grades/${gradeId}/resend`;
    expect(await teacher.request('POST', path)).toEqual({ status: 200, body: { resent: true } });
    expect(await teacher.request('POST', path)).toEqual({ status: 200, body: { resent: false } });
    expect((await find(learner))?.grade).toMatchObject({ state: 'pending' });
    await bench.work();
    expect((await find(learner))?.grade).toMatchObject({ state: 'sent' });
    expect(bench.lms.gradebook().find(({ userId }) => userId === fatou)?.points).toBe(scoreOfDone);
    const [organisation] = await bench.context.storage.organisations.list({ limit: 1 });
    const rows = await bench.context.storage.audit.list(organisation?.id ?? '', { limit: 100 });
    expect(rows.filter(({ action }) => action === 'grade.resent')).toMatchObject([
      { actor: expect.stringMatching(/^person:/) as unknown, subject: `grade:${gradeId}` },
    ]);
  });

  it('is not found for staff of another activity, for learners and for invalid ids', async () => {
    const { gradeId, learner } = await failGrade(rejean);
    await learner.launch(fatou);
    expect((await learner.request('POST', `/api/activity/grades/${gradeId}/resend`)).status).toBe(403);
    await teacher.launch(teacherId, 3);
    expect((await teacher.request('POST', `/api/activity/grades/${gradeId}/resend`)).status).toBe(404);
    expect((await teacher.request('POST', '/api/activity/grades/%20/resend')).status).toBe(400);
  });
});
