/** The sandbox LMS tells by itself that a course was copied: asked for after a launch, sent, and used. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { wantNotices } from '../../../server/launches/want-notices.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const teacher = 3;
const dayMs = 86_400_000;
/** The links and courses that this LMS copies are named by its notices only. */
const ways = { history: 'nothing', keepsCustom: false, notices: true } as const;
const copyId = 5000;

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
beforeEach(() => bench.lms.control({ command: 'setCopies', ways }));
afterEach(() => bench.lms.control({ command: 'clearFaults' }));
afterAll(() => bench.close());

async function open(cmid = 2): Promise<ApiLearner> {
  const staff = new ApiLearner(bench);
  await staff.launch(teacher, cmid);
  return staff;
}

/** What a launch does for notices; the protocol engine has its own clock. */
async function launchLater(): Promise<void> {
  const { storage } = bench.context;
  const [registration] = await storage.platforms.listRegistrationsByIssuer(bench.lms.issuer);
  if (registration === undefined) throw new Error('no registration');
  const { id: registrationId, organisationId } = registration;
  const noticesUrl = `${bench.lms.serviceUrl}/mod/lti/services.php/notice-handlers/1`;
  const clock = (): number => bench.now;
  await wantNotices({ storage, clock }, { organisationId, registrationId, deploymentId: '1', noticesUrl });
}

interface Asked {
  readonly status: number;
  readonly body: unknown;
}

function asked(): Asked[] {
  return bench.lms
    .serviceCalls()
    .filter(({ method, path }) => method === 'PUT' && path.includes('/notice-handlers/'))
    .map(({ status, body }) => ({ status, body: body === '' ? null : (JSON.parse(body) as unknown) }));
}

it('is not asked for of an LMS that sends none', async () => {
  await bench.lms.control({ command: 'setCopies', ways: {} });
  await open();
  await bench.work();
  expect(asked()).toEqual([]);
});

it('is asked for once, and again if the LMS was busy', async () => {
  await open();
  await bench.lms.control({ command: 'failNext', count: 1, status: 503, service: 'token' });
  // The worker looks every ten seconds.
  bench.wait(10_000);
  await bench.work();
  expect(asked()).toEqual([]);
  bench.wait(60_000);
  await bench.work();
  const handler = `${bench.context.publicUrl}/lti/notices`;
  const body = { notice_type: 'LtiContextCopyNotice', handler, max_batch_size: 20 };
  expect(asked()).toEqual([{ status: 200, body }]);
  await open();
  bench.wait(60_000);
  await bench.work();
  expect(asked()).toHaveLength(1);
});

it('tells a copy what it came from', async () => {
  const custom = { numplus_scenes: 's02-inbox,s03-tidy', numplus_attempts: '2' };
  const place = { cmid: 4000, courseId: 2, title: 'Un tour', custom };
  await bench.lms.control({ command: 'addActivity', ...place });
  await (await open(4000)).request('POST', '/api/activity/grade-kind', { kind: 'done' });
  await bench.lms.control({ command: 'copyCourse', courseId: 2, copyId });
  // After the copy of the course's first activity.
  const staff = await open(copyId + 2);
  const { body } = await staff.request<ActivityAnswer>('GET', '/api/activity');
  expect(body).toMatchObject({ title: 'Un tour', settings: { attempts: 2, grade: { kind: 'done' } } });
  expect(body.settings.scenes).toHaveLength(2);
  expect(body.people).toEqual([]);
});

it('is asked for again after a month, and a day after the LMS refused', async () => {
  const before = asked().length;
  bench.wait(31 * dayMs);
  await bench.lms.control({ command: 'failNext', count: 1, status: 403, service: 'lineitems' });
  await launchLater();
  await bench.work();
  expect(asked().slice(before)).toMatchObject([{ status: 403 }]);
  await launchLater();
  bench.wait(60_000);
  await bench.work();
  expect(asked()).toHaveLength(before + 1);
  bench.wait(dayMs);
  await launchLater();
  await bench.work();
  expect(asked().slice(before + 1)).toMatchObject([{ status: 200 }]);
});
