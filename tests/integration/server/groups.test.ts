/** Separate groups of a course: whom staff see, as the LMS tells groups with launches or by its groups service. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityAnswer, RosterAnswer } from '../../../server/contract/teach.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const [administrator, teacher, fatou, rejean, thiLan, mikona] = [2, 3, 4, 5, 6, 7] as const;
const [morning, evening] = ['31', '32'] as const;
const members = { [fatou]: [morning], [rejean]: [evening, '40'], [thiLan]: [evening], [mikona]: [] };

let bench: DeliveryBench;
/** Each test has its own activity, since groups are known per activity. */
let activityId = 1000;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
beforeEach(async () => {
  activityId += 1;
  const custom = { numplus_groups: '$Moodle.Person.userGroupIds' };
  const place = { cmid: activityId, courseId: 2, title: 'En groupes', custom } as const;
  await bench.lms.control({ command: 'addActivity', ...place });
});
afterEach(() => bench.lms.control({ command: 'clearFaults' }));
afterAll(() => bench.close());

interface Told {
  readonly told: 'not' | 'launch' | 'service';
  readonly ofTeacher?: readonly string[];
  /** As Moodle's non-editing teachers: instructors at launch, learners in the course list. */
  readonly isLimited?: boolean;
}

async function tell({ told, ofTeacher = [], isLimited = true }: Told): Promise<void> {
  const ways = {
    told,
    names: { [morning]: 'Matin', [evening]: 'Soir' },
    members: { ...members, [teacher]: [...ofTeacher] },
    limitedStaff: isLimited ? [teacher] : [],
  };
  await bench.lms.control({ command: 'setGroups', ways });
}

async function begin(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, activityId);
  return learner;
}

async function open(personId: number = teacher): Promise<ApiLearner> {
  const staff = new ApiLearner(bench);
  await staff.launch(personId, activityId);
  return staff;
}

async function seenBy(staff: ApiLearner): Promise<{ reach: string; attempts: string[] }> {
  const { body } = await staff.request<ActivityAnswer>('GET', '/api/activity');
  return { reach: body.reach, attempts: body.people.map(({ attempt }) => attempt.id).sort() };
}

async function listedFor(staff: ApiLearner): Promise<Extract<RosterAnswer, { state: 'available' }>> {
  const { body } = await staff.request<RosterAnswer>('GET', '/api/activity/roster');
  if (body.state !== 'available') throw new Error(body.state);
  return body;
}

async function textFor(staff: ApiLearner, path: string): Promise<string> {
  const headers = { authorization: `Bearer ${staff.token}` };
  return (await fetch(`${bench.tool.localUrl}${path}`, { headers })).text();
}

const tooMany = Array.from({ length: 1001 }, (_, index) => String(index + 1000));

describe('more groups than a launch can tell', () => {
  it('limit staff, also in a course without known groups', async () => {
    await tell({ told: 'launch', ofTeacher: tooMany });
    await begin(mikona);
    expect(await seenBy(await open())).toEqual({ reach: 'no-group', attempts: [] });
  });

  it('leave a learner in the groups that were known', async () => {
    await tell({ told: 'launch', ofTeacher: [evening] });
    const { attempt } = await begin(rejean);
    const changed: Record<string, string[]> = { ...members, [rejean]: tooMany, [teacher]: [evening] };
    const ways = { told: 'launch' as const, names: {}, members: changed, limitedStaff: [teacher] };
    await bench.lms.control({ command: 'setGroups', ways });
    await new ApiLearner(bench).launch(rejean, activityId);
    expect(await seenBy(await open())).toEqual({ reach: 'own-groups', attempts: [attempt.id] });
  });
});

describe('staff without access to all groups', () => {
  it('see people of their groups only, if launches tell groups', async () => {
    await tell({ told: 'launch', ofTeacher: [evening] });
    const [other, own, alsoOwn] = [await begin(fatou), await begin(rejean), await begin(thiLan)];
    const none = await begin(mikona);
    const staff = await open();
    const ids = [own.attempt.id, alsoOwn.attempt.id].sort();
    expect(await seenBy(staff)).toEqual({ reach: 'own-groups', attempts: ids });
    const names = (await listedFor(staff)).people.map(({ name }) => name);
    expect(names).toEqual(['Réjean Tremblay', 'Thi Lan Nguyễn', 'Geneviève Lavoie']);
    const csv = await textFor(staff, '/api/activity/people?language=fr');
    expect(csv).toContain('Réjean Tremblay');
    expect(csv).not.toContain('Fatou');
    const statements = await textFor(staff, '/api/activity/statements?purpose=operational');
    expect(statements).toContain(own.attempt.id);
    for (const { attempt } of [other, none]) {
      expect(statements).not.toContain(attempt.id);
      for (const path of [`/api/review/${attempt.id}`, `/api/review/${attempt.id}/timeline?from=1`]) {
        expect(await staff.request('GET', path)).toMatchObject({
          status: 403,
          body: { code: 'person.other-group' },
        });
      }
    }
    expect(await staff.request('GET', `/api/review/${own.attempt.id}`)).toMatchObject({ status: 200 });
  });

  it('number the people whom they see, so that a gap tells nothing of others', async () => {
    await tell({ told: 'launch', ofTeacher: [evening] });
    for (const personId of [fatou, rejean, mikona, thiLan]) await begin(personId);
    const { body } = await (await open()).request<ActivityAnswer>('GET', '/api/activity');
    expect(body.people.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('are not shown as a learner who has not started', async () => {
    await tell({ told: 'launch', ofTeacher: [evening] });
    const { people } = await listedFor(await open());
    expect(people).toMatchObject([{ name: 'Geneviève Lavoie', isLearner: false }]);
  });

  it('see nobody if they are in no group of a course with groups', async () => {
    await tell({ told: 'launch' });
    await begin(fatou);
    expect(await seenBy(await open())).toEqual({ reach: 'no-group', attempts: [] });
  });

  it('see everybody as long as no group of the course is known', async () => {
    await tell({ told: 'launch' });
    const learner = await begin(mikona);
    expect(await seenBy(await open())).toEqual({ reach: 'everyone', attempts: [learner.attempt.id] });
  });

  it('do not see people who came before the LMS told groups, until they come again', async () => {
    await tell({ told: 'not' });
    const learner = await begin(thiLan);
    await tell({ told: 'launch', ofTeacher: [evening] });
    expect(await seenBy(await open())).toEqual({ reach: 'own-groups', attempts: [] });
    await new ApiLearner(bench).launch(thiLan, activityId);
    expect(await seenBy(await open())).toEqual({ reach: 'own-groups', attempts: [learner.attempt.id] });
  });

  it('see somebody who changes groups from the next launch on', async () => {
    await tell({ told: 'launch', ofTeacher: [evening] });
    await begin(thiLan);
    const staff = await open();
    expect((await seenBy(staff)).attempts).toHaveLength(1);
    const ways = { told: 'launch' as const, members: { [thiLan]: [morning], [teacher]: [evening] } };
    await bench.lms.control({ command: 'setGroups', ways });
    await new ApiLearner(bench).launch(thiLan, activityId);
    expect((await seenBy(staff)).attempts).toEqual([]);
  });

  it('may not change what the gradebook gets, which concerns everybody', async () => {
    await tell({ told: 'launch', ofTeacher: [evening] });
    await begin(fatou);
    const staff = await open();
    const change = { kind: 'level' };
    expect(await staff.request('POST', '/api/activity/grade-kind', change)).toMatchObject({ status: 403 });
  });

  it('see people of their groups only, if the groups service tells groups', async () => {
    await tell({ told: 'service', ofTeacher: [evening] });
    await begin(fatou);
    const own = await begin(rejean);
    const staff = await open();
    expect(await seenBy(staff)).toEqual({ reach: 'own-groups', attempts: [own.attempt.id] });
    const { people, groups } = await listedFor(staff);
    // Also people who never came, since the list names their groups.
    expect(people.map(({ name }) => name)).toEqual(['Réjean Tremblay', 'Thi Lan Nguyễn', 'Geneviève Lavoie']);
    expect(groups).toEqual([{ id: evening, name: 'Soir' }]);
  });
});

describe('staff with access to all groups', () => {
  it('see everybody with their groups', async () => {
    await tell({ told: 'launch', isLimited: false });
    await begin(fatou);
    await begin(rejean);
    const { body } = await (await open()).request<ActivityAnswer>('GET', '/api/activity');
    expect(body.reach).toBe('everyone');
    const groups = body.people.map(({ groupIds }) => groupIds.join());
    expect(groups.sort()).toEqual([morning, `${evening},40`]);
  });

  it('administer the LMS, and no course list is asked for them', async () => {
    await tell({ told: 'launch' });
    await begin(fatou);
    const asked = (): number =>
      bench.lms.serviceCalls().filter(({ path }) => path.includes('/memberships')).length;
    const before = asked();
    expect(await seenBy(await open(administrator))).toMatchObject({ reach: 'everyone' });
    expect(asked()).toBe(before);
  });

  it('are all staff of an LMS that tells nothing about groups', async () => {
    await tell({ told: 'not' });
    await begin(fatou);
    expect(await seenBy(await open())).toMatchObject({ reach: 'everyone', attempts: { length: 1 } });
  });

  it('get names of all groups from the groups service', async () => {
    await tell({ told: 'service', isLimited: false });
    expect((await listedFor(await open())).groups).toEqual([
      { id: morning, name: 'Matin' },
      { id: evening, name: 'Soir' },
    ]);
  });

  // Last, because launches need the real time.
  it('see their own groups while the course list can’t be read, and everybody a minute later', async () => {
    await tell({ told: 'launch', isLimited: false, ofTeacher: [morning] });
    const [first] = [await begin(fatou), await begin(rejean)];
    const staff = await open();
    await bench.lms.control({ command: 'failNext', count: 10, status: 503, service: 'roster' });
    expect(await seenBy(staff)).toEqual({ reach: 'own-groups', attempts: [first.attempt.id] });
    await bench.lms.control({ command: 'clearFaults' });
    await tell({ told: 'launch', isLimited: false, ofTeacher: [morning] });
    bench.wait(61_000);
    expect(await seenBy(staff)).toMatchObject({ reach: 'everyone', attempts: { length: 2 } });
  });
});
