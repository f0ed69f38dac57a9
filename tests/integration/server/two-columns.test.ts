/** Several line items on one link: launches then lack the `lineitem` claim. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityAnswer, GradeView } from '../../../server/contract/teach.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';

const teacherId = 3;
const fatou = 4;

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

async function addActivity(cmid: number): Promise<void> {
  await bench.lms.control({ command: 'addActivity', cmid, courseId: 2, title: `Activité ${cmid}` });
}

async function play(cmid: number): Promise<void> {
  const learner = new ApiLearner(bench);
  await learner.begin(fatou, cmid);
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

function pointsIn(itemId: number): number | null {
  return bench.lms.gradebook().find((entry) => entry.itemId === itemId)?.points ?? null;
}

describe('the grade of an activity with two columns', () => {
  it('goes to the one with our tag', async () => {
    await addActivity(1101);
    await bench.lms.control({ command: 'addColumn', cmid: 1101, itemId: 2101, tag: 'numplus' });
    await play(1101);
    expect([pointsIn(1101), pointsIn(2101)]).toEqual([null, scoreOfDone]);
    expect(await readGrade(await openAsTeacher(1101))).toMatchObject({ state: 'sent' });
  });

  it('waits with a reason if none is ours, and is sent again once a teacher kept one', async () => {
    await addActivity(1102);
    await bench.lms.control({ command: 'addColumn', cmid: 1102, itemId: 2102 });
    await play(1102);
    const teacher = await openAsTeacher(1102);
    const grade = await readGrade(teacher);
    expect(grade).toMatchObject({ state: 'failed', reason: 'grade.column-unclear' });
    await bench.lms.control({ command: 'removeColumn', itemId: 2102 });
    await teacher.request('POST', `/api/activity/grades/${grade?.gradeId ?? ''}/resend`);
    await bench.work();
    expect(pointsIn(1102)).toBe(scoreOfDone);
    expect(await readGrade(teacher)).toMatchObject({ state: 'sent' });
  });

  it('is said to have no column only if there is none', async () => {
    await addActivity(1103);
    await bench.lms.control({ command: 'removeColumn', itemId: 1103 });
    await play(1103);
    expect(await readGrade(await openAsTeacher(1103))).toMatchObject({ state: 'no-column' });
  });
});
