/** Several line items on one link: launches then lack the `lineitem` claim. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnAnswer, ColumnsAnswer, ColumnView } from '../../../server/contract/columns.ts';
import type { ActivityAnswer, GradeView } from '../../../server/contract/teach.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';

const teacherId = 3;
const [fatou, rejean] = [4, 5] as const;

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

async function addActivity(cmid: number): Promise<void> {
  await bench.lms.control({ command: 'addActivity', cmid, courseId: 2, title: `Activité ${cmid}` });
}

async function play(cmid: number, personId: number = fatou): Promise<void> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, cmid);
  const { body } = await learner.scene();
  await learner.act(...rightWay(body), done);
  await bench.work();
}

async function readGrade(teacher: ApiLearner): Promise<GradeView | undefined> {
  const { body } = await teacher.request<ActivityAnswer>('GET', '/api/activity');
  return body.people[0]?.grade;
}

async function openAsTeacher(cmid: number): Promise<ApiLearner> {
  const teacher = new ApiLearner(bench);
  await teacher.launch(teacherId, cmid);
  return teacher;
}

function pointsIn(itemId: number, userId: number = fatou): number | null {
  const found = bench.lms.gradebook().find((entry) => entry.itemId === itemId && entry.userId === userId);
  return found?.points ?? null;
}

async function readColumn(teacher: ApiLearner): Promise<ActivityAnswer['column']> {
  return (await teacher.request<ActivityAnswer>('GET', '/api/activity')).body.column;
}

async function listColumns(teacher: ApiLearner): Promise<readonly ColumnView[]> {
  const { body } = await teacher.request<ColumnsAnswer>('GET', '/api/activity/columns');
  if (body.state !== 'listed') throw new Error(body.state);
  return body.columns;
}

async function choose(teacher: ApiLearner, url: string | undefined): Promise<ColumnAnswer> {
  return (await teacher.request<ColumnAnswer>('POST', '/api/activity/columns', { url })).body;
}

async function listAudit(): Promise<unknown[]> {
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const rows = await storage.audit.list(organisation?.id ?? '', { limit: 1000 });
  return rows.filter(({ action }) => action === 'grade.column-chosen').map(({ details }) => details);
}

describe('the grade of an activity with two columns', () => {
  it('goes to the one with our tag', async () => {
    await addActivity(1101);
    await bench.lms.control({ command: 'addColumn', cmid: 1101, itemId: 2101, tag: 'numplus' });
    await play(1101);
    expect([pointsIn(1101), pointsIn(2101)]).toEqual([null, scoreOfDone]);
    expect(await readGrade(await openAsTeacher(1101))).toMatchObject({ state: 'sent' });
  });

  it('goes to the one with our resource id, if the LMS keeps no tags', async () => {
    await addActivity(1104);
    await bench.lms.control({ command: 'addColumn', cmid: 1104, itemId: 2104, resourceId: 'numplus-1' });
    await play(1104);
    expect([pointsIn(1104), pointsIn(2104)]).toEqual([null, scoreOfDone]);
  });

  it('waits with a reason if none is ours, and goes to the only one once a teacher kept one', async () => {
    await addActivity(1102);
    await bench.lms.control({ command: 'addColumn', cmid: 1102, itemId: 2102 });
    await play(1102);
    const teacher = await openAsTeacher(1102);
    const grade = await readGrade(teacher);
    expect(grade).toMatchObject({ state: 'pending', reason: 'grade.column-unclear' });
    await bench.lms.control({ command: 'removeColumn', itemId: 2102 });
    await teacher.request('POST', `/api/activity/grades/${grade?.gradeId ?? ''}/resend`);
    await bench.work();
    expect(pointsIn(1102)).toBe(scoreOfDone);
    expect(await readGrade(teacher)).toMatchObject({ state: 'sent' });
  });

  it('goes to the column that a teacher chooses, as do later grades; both choices are audited', async () => {
    await addActivity(1105);
    await bench.lms.control({ command: 'addColumn', cmid: 1105, itemId: 2105, label: 'Participation' });
    await play(1105);
    const teacher = await openAsTeacher(1105);
    expect(await readColumn(teacher)).toEqual({ waiting: 1, isChosen: false });
    const columns = await listColumns(teacher);
    expect(columns.map(({ label, isOwn, isChosen }) => [label, isOwn, isChosen])).toEqual([
      ['Activité 1105', false, false],
      ['Participation', false, false],
    ]);
    expect(await choose(teacher, columns[1]?.url)).toEqual({ chosen: true, grades: 1 });
    await bench.work();
    expect([pointsIn(1105), pointsIn(2105)]).toEqual([null, scoreOfDone]);
    expect(await readColumn(teacher)).toEqual({ waiting: 0, isChosen: true });
    expect((await listColumns(teacher)).map(({ isChosen }) => isChosen)).toEqual([false, true]);
    await play(1105, rejean);
    expect(pointsIn(2105, rejean)).toBe(scoreOfDone);
    // Another choice takes the grades along, also those that were sent.
    expect(await choose(teacher, columns[0]?.url)).toEqual({ chosen: true, grades: 2 });
    bench.wait(1_100);
    await bench.work();
    expect([pointsIn(1105), pointsIn(1105, rejean)]).toEqual([scoreOfDone, scoreOfDone]);
    expect(await listAudit()).toEqual(
      expect.arrayContaining([
        { column: columns[1]?.url, grades: 1 },
        { column: columns[0]?.url, grades: 2 },
      ]),
    );
  });

  it('goes to a second choice too, if that is made while it is on its way to the first', async () => {
    await addActivity(1109);
    await bench.lms.control({ command: 'addColumn', cmid: 1109, itemId: 2109 });
    await play(1109);
    const teacher = await openAsTeacher(1109);
    const [first, second] = await listColumns(teacher);
    expect(await choose(teacher, first?.url)).toEqual({ chosen: true, grades: 1 });
    const { grades } = bench.context.storage;
    const lease = { holder: 'slow', now: bench.now, until: bench.now + 60_000, limit: 1, minGapMs: 0 };
    const [row] = await grades.lease(lease);
    if (row === undefined) throw new Error('nothing to send');
    expect(await choose(teacher, second?.url)).toEqual({ chosen: true, grades: 1 });
    const sent = { state: 'sent', nextAt: 0, sentAt: bench.now, lastError: '', shownScore: null } as const;
    const posted = { lastPostAt: bench.now, takenAttemptId: row.attemptId };
    await grades.settle(row.organisationId, row.id, 'slow', { ...sent, ...posted });
    bench.wait(1_500);
    await bench.work();
    expect(pointsIn(2109)).toBe(scoreOfDone);
    expect(await readGrade(teacher)).toMatchObject({ state: 'sent' });
  });

  it('never goes to an address that the LMS does not list for the link', async () => {
    await addActivity(1106);
    await bench.lms.control({ command: 'addColumn', cmid: 1106, itemId: 2106 });
    await addActivity(1107);
    await play(1106);
    const teacher = await openAsTeacher(1106);
    const ofAnother = (await listColumns(teacher))[0]?.url.replace('1106', '1107');
    for (const url of [ofAnother, 'https://elsewhere.example/items/1']) {
      expect(await choose(teacher, url)).toEqual({ chosen: false, grades: 0 });
    }
    expect(await readColumn(teacher)).toEqual({ waiting: 1, isChosen: false });
  });

  it('needs no choice if launches name the column', async () => {
    await addActivity(1108);
    await play(1108);
    const teacher = await openAsTeacher(1108);
    expect(await readColumn(teacher)).toBeNull();
    const { body } = await teacher.request<ColumnsAnswer>('GET', '/api/activity/columns');
    expect(body).toEqual({ state: 'not-needed' });
  });

  it('is said to have no column only if there is none', async () => {
    await addActivity(1103);
    await bench.lms.control({ command: 'removeColumn', itemId: 1103 });
    await play(1103);
    expect(await readGrade(await openAsTeacher(1103))).toMatchObject({ state: 'no-column' });
  });
});
