/** The name of one person, for staff who come from the gradebook and see no list. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ReviewAnswer } from '../../../server/contract/review.ts';
import type { PersonNameAnswer } from '../../../server/contract/staff-actions.ts';
import { asStaff } from '../../support/review-world.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const [teacher, fatou, rejean] = [3, 4, 5] as const;
const [morning, evening] = ['31', '32'] as const;

let bench: DeliveryBench;
/** Each test has its own activity, since groups are known per activity. */
let activityId = 2000;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
beforeEach(async () => {
  activityId += 1;
  const custom = { numplus_groups: '$Moodle.Person.userGroupIds' };
  const place = { cmid: activityId, courseId: 2, title: 'Une fiche', custom } as const;
  await bench.lms.control({ command: 'addActivity', ...place });
  for (const personId of [fatou, rejean]) await new ApiLearner(bench).begin(personId, activityId);
});
afterEach(() => bench.lms.control({ command: 'clearFaults' }));
afterAll(() => bench.close());

async function review(personId: number): Promise<ApiLearner> {
  const staff = new ApiLearner(bench);
  await staff.launchAt(teacher, `/mod/lti/review.php?course=2&item=${activityId}&user=${personId}`);
  return staff;
}

async function idOf(personId: number): Promise<string> {
  const { body } = await (await review(personId)).request<ReviewAnswer>('GET', '/api/review');
  return asStaff(body.latest).personId;
}

function nameFor(staff: ApiLearner, personId: string): Promise<Answer<PersonNameAnswer>> {
  return staff.request('GET', `/api/activity/people/${personId}/name`);
}

it('gives the name that the LMS shares when staff review the person', async () => {
  const staff = await review(fatou);
  expect(await nameFor(staff, await idOf(fatou))).toEqual({ status: 200, body: { name: 'Fatou Diallo' } });
});

it('gives no name of a person who is not the one reviewed', async () => {
  const staff = await review(fatou);
  expect(await nameFor(staff, await idOf(rejean))).toMatchObject({
    status: 404,
    body: { code: 'person.unknown' },
  });
});

it('gives no name when the LMS withholds names, has no list or does not answer', async () => {
  const staff = await review(fatou);
  const personId = await idOf(fatou);
  await bench.lms.control({ command: 'setRoster', ways: { names: false } });
  expect(await nameFor(staff, personId)).toEqual({ status: 200, body: { name: null } });
  await bench.lms.control({ command: 'clearFaults' });
  await bench.lms.control({ command: 'failNext', count: 10, status: 503, service: 'roster' });
  expect(await nameFor(staff, personId)).toEqual({ status: 200, body: { name: null } });
  await bench.lms.control({ command: 'clearFaults' });
  const names = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
  await bench.lms.control({ command: 'alterNextIdToken', change: { claims: { [names]: null } } });
  expect(await nameFor(await review(fatou), personId)).toEqual({ status: 200, body: { name: null } });
});

it('gives the name to staff of the activity, and not when the person is of another group', async () => {
  const [own, other] = [await idOf(rejean), await idOf(fatou)];
  const members: Record<string, string[]> = {
    [fatou]: [morning],
    [rejean]: [evening],
    [teacher]: [evening],
  };
  const names = { [morning]: 'Matin', [evening]: 'Soir' };
  const ways = { told: 'launch' as const, names, members, limitedStaff: [teacher] };
  await bench.lms.control({ command: 'setGroups', ways });
  for (const personId of [fatou, rejean]) await new ApiLearner(bench).launch(personId, activityId);
  const staff = new ApiLearner(bench);
  await staff.launch(teacher, activityId);
  expect(await nameFor(staff, own)).toEqual({ status: 200, body: { name: 'Réjean Tremblay' } });
  expect(await nameFor(staff, other)).toMatchObject({ status: 404, body: { code: 'person.unknown' } });
  expect(await nameFor(await review(fatou), other)).toMatchObject({ status: 404 });
});
