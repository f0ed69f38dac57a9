/** A teacher who switches to the role of a student: launched as a learner, refused by the gradebook. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonView, ActivityAnswer } from '../../../server/contract/teach.ts';
import { reconcile, type Reconciliation } from '../../../server/research/reconcile.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import { AppError } from '../../../server/base/errors.ts';
import type { GradeRow, GradesPort } from '../../../server/storage/ports/grades.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { membership, names } from '../../support/lti-lms.ts';

const teacherId = 3;
const hourMs = 3_600_000;
const voided = 'http://adlnet.gov/expapi/verbs/voided';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

async function addActivity(cmid: number): Promise<void> {
  await bench.lms.control({ command: 'addActivity', cmid, courseId: 2, title: `Activité ${cmid}` });
}

async function playInSwitchedRole(cmid: number): Promise<ApiLearner> {
  const claims = { [names.roles]: [`${membership}Learner`] };
  await bench.lms.control({ command: 'alterNextIdToken', change: { claims } });
  const learner = new ApiLearner(bench);
  await learner.begin(teacherId, cmid);
  const { body } = await learner.scene();
  await learner.act(...rightWay(body), done);
  return learner;
}

async function launchAsStaff(cmid: number): Promise<ApiLearner> {
  const teacher = new ApiLearner(bench);
  await teacher.launch(teacherId, cmid);
  return teacher;
}

async function findAttempt({ attempt: { id } }: ApiLearner): Promise<AttemptWithProgress> {
  const [organisation] = await bench.context.storage.organisations.list({ limit: 1 });
  const found = await bench.context.storage.attempts.find(organisation?.id ?? '', id);
  if (found === undefined) throw new Error('no attempt');
  return found;
}

async function findGrade(learner: ApiLearner): Promise<GradeRow | undefined> {
  const { attempt } = await findAttempt(learner);
  return bench.context.storage.grades.findByAttempt(attempt.organisationId, attempt.id);
}

async function compareWithStore(learner: ApiLearner): Promise<Reconciliation> {
  const [destination] = await bench.context.storage.destinations.list({ limit: 1 });
  if (destination === undefined) throw new Error('no store');
  return reconcile(bench.context, destination, await findAttempt(learner), false);
}

/** Twice: what the grades decide makes statements. */
async function work(): Promise<void> {
  await bench.work();
  await bench.work();
}

/** Verbs of the attempt's statements that the store has not voided, voiding ones left out. */
function listValidVerbs(learner: ApiLearner): unknown[] {
  const all = bench.store.statements() as readonly {
    readonly id: string;
    readonly verb: { readonly id: string };
    readonly object: { readonly id: string };
    readonly context?: { readonly registration?: string };
  }[];
  const own = all.filter(({ context }) => context?.registration === learner.attempt.id);
  const gone = new Set(own.filter(({ verb }) => verb.id === voided).map(({ object }) => object.id));
  return own.filter(({ id, verb }) => verb.id !== voided && !gone.has(id)).map(({ verb }) => verb.id);
}

describe('the attempt of a person who turns out to be staff', () => {
  it('is set aside at the first refusal, its grade withdrawn and every statement voided', async () => {
    await addActivity(1001);
    const teacher = await launchAsStaff(1001);
    const learner = await playInSwitchedRole(1001);
    await work();
    expect(await findGrade(learner)).toMatchObject({ state: 'withdrawn', tries: 1, lastError: '' });
    expect((await findAttempt(learner)).progress.validity).toMatchObject({
      state: 'invalid',
      reason: 'staff',
    });
    expect(listValidVerbs(learner)).toEqual(['https://w3id.org/xapi/numplus/verbs/invalidated']);
    expect(await compareWithStore(learner)).toMatchObject({ state: 'compared', missing: [], foreign: [] });
    const { body } = await teacher.request<ActivityAnswer>('GET', '/api/activity');
    const [person]: readonly PersonView[] = body.people;
    expect(person).toMatchObject({
      attempt: { setAside: { reason: 'staff' } },
      grade: { state: 'withdrawn' },
    });
  });

  it('is set aside also if they open the activity as staff only after the grade was given up', async () => {
    await addActivity(1003);
    const learner = await playInSwitchedRole(1003);
    for (let tries = 0; tries < 3; tries += 1) {
      await bench.work();
      bench.wait(2 * hourMs);
    }
    expect(await findGrade(learner)).toMatchObject({ state: 'failed', lastError: 'grade.person-refused' });
    expect(listValidVerbs(learner).length).toBeGreaterThan(3);
    bench.wait(Date.now() - bench.now);
    await launchAsStaff(1003);
    await work();
    expect(await findGrade(learner)).toMatchObject({ state: 'withdrawn' });
    expect(listValidVerbs(learner)).toHaveLength(1);
  });

  it('is set aside at their next launch as staff if the database failed during this one', async () => {
    await addActivity(1005);
    const learner = await playInSwitchedRole(1005);
    for (let tries = 0; tries < 3; tries += 1) {
      await bench.work();
      bench.wait(2 * hourMs);
    }
    bench.wait(Date.now() - bench.now);
    const { grades } = bench.context.storage as { grades: { resend: GradesPort['resend'] } };
    const { resend } = grades;
    grades.resend = () => Promise.reject(new AppError('storage.unavailable', { reason: 'no-primary' }));
    await expect(launchAsStaff(1005)).rejects.toThrow('launch ended with 503');
    grades.resend = resend;
    await launchAsStaff(1005);
    await work();
    expect(await findGrade(learner)).toMatchObject({ state: 'withdrawn' });
  });

  it('stays as it is for a learner whom the gradebook refuses', async () => {
    await addActivity(1004);
    const learner = new ApiLearner(bench);
    await learner.begin(4, 1004);
    const { body } = await learner.scene();
    await bench.lms.control({ command: 'failNext', count: 1, status: 400, service: 'scores' });
    await learner.act(...rightWay(body), done);
    await bench.work();
    expect(await findGrade(learner)).toMatchObject({ state: 'pending', lastError: 'grade.person-refused' });
    expect((await findAttempt(learner)).progress.validity).toEqual({ state: 'valid' });
  });
});
