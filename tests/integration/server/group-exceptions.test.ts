/** Exceptions that staff give to a whole group: extra attempts, adaptations. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  GroupException,
  GroupExceptionAnswer,
  GroupExceptionsAnswer,
} from '../../../server/contract/group-exceptions.ts';
import type { AttemptAnswer } from '../../../server/contract/play.ts';
import type { ReviewAnswer } from '../../../server/contract/review.ts';
import type { Problem } from '../../../server/contract/session.ts';
import type { ActionAnswer, PersonActionsAnswer } from '../../../server/contract/staff-actions.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const [teacher, fatou, rejean] = [3, 4, 5] as const;
const [morning, evening] = ['31', '32'] as const;

let bench: DeliveryBench;
/** Each test has its own activity, since groups are known per activity. */
let activityId = 3000;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
beforeEach(async () => {
  activityId += 1;
  const custom = { numplus_groups: '$Moodle.Person.userGroupIds', numplus_attempts: '1' };
  await bench.lms.control({
    command: 'addActivity',
    cmid: activityId,
    courseId: 2,
    title: 'Groupes',
    custom,
  });
});
afterEach(() => bench.lms.control({ command: 'clearFaults' }));
afterAll(() => bench.close());

/** @param ofTeacher groups of staff without access to all; none: with access */
async function tell(members: Record<number, string[]>, ofTeacher: readonly string[] = []): Promise<void> {
  const limitedStaff = ofTeacher.length > 0 ? [teacher] : [];
  const ways = { told: 'launch' as const, members: { ...members, [teacher]: [...ofTeacher] }, limitedStaff };
  await bench.lms.control({ command: 'setGroups', ways });
}

async function open(personId: number): Promise<ApiLearner> {
  const opened = new ApiLearner(bench);
  await opened.launch(personId, activityId);
  return opened;
}

async function begin(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, activityId);
  return learner;
}

async function end(learner: ApiLearner): Promise<void> {
  await learner.act({ app: 'frame', type: 'end' });
}

async function mayBeginAnother(learner: ApiLearner): Promise<boolean> {
  return (await learner.request<AttemptAnswer>('GET', '/api/attempt')).body.mayBeginAnother;
}

function give(
  staff: ApiLearner,
  groupId: string,
  change: Partial<GroupException>,
): Promise<Answer<GroupExceptionAnswer & Problem>> {
  const nothing = { withHelper: false, accessNeeds: [], extraAttempts: 0, revision: 0 };
  return staff.request('POST', '/api/activity/groups', { ...nothing, ...change, groupId });
}

async function list(staff: ApiLearner): Promise<GroupException[]> {
  return [...(await staff.request<GroupExceptionsAnswer>('GET', '/api/activity/groups')).body.groups];
}

async function listAudit(): Promise<string[]> {
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const rows = await storage.audit.list(organisation?.id ?? '', { limit: 1000 });
  return rows.flatMap(({ action, details }) =>
    action.startsWith('group.exception') ? [`${action} ${JSON.stringify(details)}`] : [],
  );
}

describe('an exception for a group', () => {
  it('gives everybody in it one more attempt, and nobody else', async () => {
    await tell({ [fatou]: [morning], [rejean]: [evening] });
    const [inGroup, other] = [await begin(fatou), await begin(rejean)];
    await end(inGroup);
    await end(other);
    expect(await mayBeginAnother(inGroup)).toBe(false);
    const given = await give(await open(teacher), morning, { extraAttempts: 1 });
    expect(given).toMatchObject({ status: 200, body: { changed: true } });
    expect([await mayBeginAnother(inGroup), await mayBeginAnother(other)]).toEqual([true, false]);
    await inGroup.startAttempt();
    await end(inGroup);
    expect(await mayBeginAnother(inGroup)).toBe(false);
  });

  it('holds for who joins the group later, and no longer for who leaves it', async () => {
    await tell({ [fatou]: [morning], [rejean]: [evening] });
    await end(await begin(rejean));
    await give(await open(teacher), morning, { extraAttempts: 1 });
    await tell({ [rejean]: [morning] });
    expect(await mayBeginAnother(await open(rejean))).toBe(true);
    await tell({ [rejean]: [evening] });
    expect(await mayBeginAnother(await open(rejean))).toBe(false);
  });

  it('adapts attempts that begin afterwards, together with what the person has', async () => {
    await tell({ [fatou]: [morning] });
    const learner = await open(fatou);
    const staff = await open(teacher);
    await give(staff, morning, { withHelper: true, accessNeeds: ['screenReader'] });
    const person = await bench.context.storage.persons.findBySubject({
      ...(await readPlace()),
      subject: String(fatou),
    });
    const path = `/api/activity/people/${person?.id ?? ''}`;
    const own = { withHelper: false, accessNeeds: ['keyboard'], form: null, revision: 0 };
    expect(await staff.request<ActionAnswer>('POST', `${path}/settings`, own)).toMatchObject({ status: 200 });
    const { body } = await staff.request<PersonActionsAnswer>('GET', path);
    expect(body).toMatchObject({
      settings: { withHelper: false, accessNeeds: ['keyboard'] },
      fromGroups: { withHelper: true, accessNeeds: ['screenReader'], extraAttempts: 0, isFromOthers: false },
    });
    const answer = await learner.request<AttemptAnswer>('GET', '/api/attempt');
    expect(answer.body.withHelper).toBe(true);
    await learner.startAttempt();
    const stored = await findAttempt(learner.attempt.id);
    expect(stored?.progress.accessNeeds).toEqual(['screenReader', 'keyboard']);
  });

  it('says no more than that there is one to staff who do not see the group', async () => {
    await tell({ [fatou]: [morning, evening] });
    const learner = await begin(fatou);
    await end(learner);
    const all = await open(teacher);
    await give(all, evening, { extraAttempts: 5, withHelper: true, accessNeeds: ['withoutSound'] });
    await give(all, morning, { extraAttempts: 1, accessNeeds: ['keyboard'] });
    const path = `/api/activity/people/${(await findAttempt(learner.attempt.id))?.attempt.personId ?? ''}`;
    const read = async (staff: ApiLearner): Promise<PersonActionsAnswer> =>
      (await staff.request<PersonActionsAnswer>('GET', path)).body;
    expect((await read(all)).fromGroups).toEqual({
      withHelper: true,
      accessNeeds: ['keyboard', 'withoutSound'],
      extraAttempts: 5,
      isFromOthers: false,
    });
    await tell({ [fatou]: [morning, evening] }, [morning]);
    const ofMorning = await read(await open(teacher));
    expect(ofMorning.fromGroups).toEqual({
      withHelper: false,
      accessNeeds: ['keyboard'],
      extraAttempts: 1,
      isFromOthers: true,
    });
    expect(ofMorning.attempts.limit).toBe(6);
    expect(JSON.stringify(ofMorning)).not.toContain('withoutSound');
  });

  it('raises the limit beyond which one person may be allowed one more', async () => {
    await tell({ [fatou]: [morning] });
    const learner = await begin(fatou);
    await end(learner);
    const staff = await open(teacher);
    await give(staff, morning, { extraAttempts: 1 });
    const personId = (await findAttempt(learner.attempt.id))?.attempt.personId ?? '';
    const path = `/api/activity/people/${personId}`;
    const { body } = await staff.request<PersonActionsAnswer>('GET', path);
    expect(body.attempts).toMatchObject({ limit: 2, next: 2 });
    const early = await staff.request<Problem>('POST', `${path}/attempts`, { number: 2 });
    expect(early).toMatchObject({ status: 409, body: { code: 'attempt.not-used-up' } });
  });

  it('is listed, changed over the revision that was read, and removed; each is audited', async () => {
    await tell({ [fatou]: [morning], [rejean]: [evening] });
    await begin(fatou);
    await begin(rejean);
    const staff = await open(teacher);
    expect((await list(staff)).map(({ groupId, revision }) => [groupId, revision])).toEqual([
      [morning, 0],
      [evening, 0],
    ]);
    await give(staff, evening, { extraAttempts: 2, accessNeeds: ['keyboard'] });
    expect(await list(staff)).toEqual([
      expect.objectContaining({ groupId: morning, extraAttempts: 0 }),
      { groupId: evening, withHelper: false, accessNeeds: ['keyboard'], extraAttempts: 2, revision: 1 },
    ]);
    const stale = await give(staff, evening, { extraAttempts: 3 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'person.changed' } });
    expect(await give(staff, evening, { revision: 1 })).toMatchObject({ body: { changed: true } });
    expect(await give(staff, evening, { revision: 2 })).toMatchObject({ body: { changed: false } });
    const expected = [
      `group.exception-given {"group":"${evening}","changed":"access attempts","extraAttempts":2}`,
      `group.exception-removed {"group":"${evening}","changed":"access attempts","extraAttempts":0}`,
    ];
    expect(await listAudit()).toEqual(expect.arrayContaining(expected));
  });

  it('is given by staff without access to all groups to their own groups only', async () => {
    await tell({ [fatou]: [morning], [rejean]: [evening] }, [evening]);
    await begin(fatou);
    await begin(rejean);
    const staff = await open(teacher);
    expect((await list(staff)).map(({ groupId }) => groupId)).toEqual([evening]);
    expect(await give(staff, morning, { extraAttempts: 1 })).toMatchObject({ status: 404 });
    expect(await give(staff, evening, { extraAttempts: 1 })).toMatchObject({ status: 200 });
  });
});

describe('work of somebody in another group', () => {
  it('is not shown in a review, which says that groups are the reason', async () => {
    await tell({ [fatou]: [morning], [rejean]: [evening] }, [evening]);
    const [other] = [await begin(fatou), await begin(rejean)];
    const staff = await open(teacher);
    const path = `/api/review/${other.attempt.id}`;
    expect(await staff.request<Problem>('GET', path)).toMatchObject({
      status: 403,
      body: { code: 'person.other-group' },
    });
    const review = new ApiLearner(bench);
    await review.launchAt(teacher, `/mod/lti/review.php?course=2&item=${activityId}&user=${fatou}`);
    const { body } = await review.request<ReviewAnswer>('GET', '/api/review');
    expect(body).toMatchObject({ isOtherGroup: true, attempts: [], latest: null });
  });

  it('is not shown in a review without the parameters of the activity if an earlier launch told groups', async () => {
    await tell({ [fatou]: [morning], [rejean]: [evening] }, [evening]);
    await begin(fatou);
    await open(teacher);
    const change = { claims: { 'https://purl.imsglobal.org/spec/lti/claim/custom': {} } };
    await bench.lms.control({ command: 'alterNextIdToken', change });
    const review = new ApiLearner(bench);
    await review.launchAt(teacher, `/mod/lti/review.php?course=2&item=${activityId}&user=${fatou}`);
    const { body } = await review.request<ReviewAnswer>('GET', '/api/review');
    expect(body).toMatchObject({ isOtherGroup: true, attempts: [], latest: null });
  });
});

async function readPlace(): Promise<{ organisationId: string; platformId: string; deploymentId: string }> {
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const organisationId = organisation?.id ?? '';
  const [platform] = await storage.platforms.list(organisationId, { limit: 1 });
  return { organisationId, platformId: platform?.id ?? '', deploymentId: '' };
}

async function findAttempt(id: string) {
  return bench.context.storage.attempts.find((await readPlace()).organisationId, id);
}
