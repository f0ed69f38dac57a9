/** What staff do for one person, over HTTP: what changes, what is reported, and what the audit record contains. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptAnswer, AttemptView } from '../../../server/contract/play.ts';
import type { ReportAnswer } from '../../../server/contract/report.ts';
import type { StaffReview } from '../../../server/contract/review.ts';
import type { Problem } from '../../../server/contract/session.ts';
import type { ActionAnswer, PersonActionsAnswer } from '../../../server/contract/staff-actions.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { profile } from '../../../xapi/profile/profile.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { registrationOf, timeOf, withoutStoreMembers } from '../../support/outcome.ts';
import { Conformance } from '../../support/profile/check-conformance.ts';

const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';
const teacherId = 3;
const [fatou, rejean, thiLan, mikona, luz] = [4, 5, 6, 7, 8] as const;
const end = { app: 'frame', type: 'end' } as const;

let bench: DeliveryBench;
let teacher: ApiLearner;
beforeEach(async () => {
  bench = await DeliveryBench.start(Date.now());
  teacher = await enter(teacherId);
});
afterEach(() => bench.close());

/** A launch of the activity with two scenes, and at most this many attempts. */
async function enter(personId: number, attempts = 1): Promise<ApiLearner> {
  const parameters = { numplus_scenes: 's02-inbox,s05-parcel', numplus_attempts: String(attempts) };
  await bench.lms.control({ command: 'alterNextIdToken', change: { claims: { [custom]: parameters } } });
  const somebody = new ApiLearner(bench);
  await somebody.launch(personId);
  return somebody;
}

async function begin(personId: number, attempts = 1): Promise<ApiLearner> {
  const learner = await enter(personId, attempts);
  await learner.startAttempt();
  return learner;
}

async function rowsOf(learner: ApiLearner) {
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const own = await storage.attempts.find(organisation?.id ?? '', learner.attempt.id);
  if (own === undefined) throw new Error('no attempt');
  return own;
}

type ActionResult = Answer<ActionAnswer & Problem>;

async function onAttempt(learner: ApiLearner, action: string, body: unknown = {}): Promise<ActionResult> {
  return teacher.request('POST', `/api/activity/attempts/${learner.attempt.id}/${action}`, body);
}

async function forPerson(personId: string, action: string, body: unknown): Promise<ActionResult> {
  return teacher.request('POST', `/api/activity/people/${personId}/${action}`, body);
}

async function read(personId: string): Promise<PersonActionsAnswer> {
  return (await teacher.request<PersonActionsAnswer>('GET', `/api/activity/people/${personId}`)).body;
}

async function auditOf(subject: string): Promise<string[]> {
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const rows = await storage.audit.list(organisation?.id ?? '', { limit: 500 });
  const own = rows.filter((row) => row.subject === subject);
  expect(own.every(({ actor }) => /^person:[\w-]{36}$/.test(actor))).toBe(true);
  // Within a millisecond rows have no order.
  return own.map(({ action, details }) => `${action} ${JSON.stringify(details)}`).sort();
}

describe('an attempt that was ended by mistake', () => {
  it('is reopened in the same place, ends once more, and conforms to the profile', async () => {
    const learner = await begin(fatou);
    const scene = (await learner.scene()).body;
    await learner.act(...rightWay(scene).slice(0, 2));
    const before = (await learner.scene()).body;
    await learner.act(end);
    expect(learner.attempt.status).toBe('finished');

    const [one, two] = await Promise.all([onAttempt(learner, 'reopen'), onAttempt(learner, 'reopen')]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect([one.body.changed, two.body.changed].sort()).toEqual([false, true]);
    expect(two.body.now.attempts.list[0]).toMatchObject({ reopenObstacle: 'going-on', isReopened: true });
    expect(await auditOf(`attempt:${learner.attempt.id}`)).toEqual(['attempt.reopened {}']);

    const epoch = learner.attempt.epoch;
    // What a page of before the end still sends comes too late.
    expect(await learner.send(learner.number([end]), { epoch })).toMatchObject({
      status: 409,
      body: { code: 'attempt.epoch-stale' },
    });
    const back = await enter(fatou);
    expect(await back.find()).toMatchObject({ status: 'paused', isReopened: true, writer: '' });
    await back.open('page-2');
    expect(back.attempt).toMatchObject({ status: 'open', isReopened: false, epoch: epoch + 2 });
    const again = (await back.scene()).body;
    expect([again.actions.length, again.stateHash]).toEqual([before.actions.length, before.stateHash]);
    await back.act(...rightWay(scene).slice(2), done);
    expect(back.attempt.scenes.map(({ status }) => status)).toEqual(['done', 'waiting']);
    await back.act(end);

    await bench.work();
    const statements = bench.store
      .statements()
      .filter((statement) => registrationOf(statement) === learner.attempt.id)
      .sort((a, b) => timeOf(a) - timeOf(b))
      .map(withoutStoreMembers);
    const conformance = new Conformance(JSON.parse(JSON.stringify(profile)));
    expect(conformance.problemsOfAttempt(statements, true)).toEqual([]);
    expect(statements.filter(({ verb }) => JSON.stringify(verb).includes('/reopened'))).toHaveLength(1);
    const { attempt } = await rowsOf(learner);
    const receipt = await bench.context.storage.attempts.findReceipt(attempt.organisationId, attempt.id);
    const [, claims = ''] = receipt?.split('.') ?? [];
    const { statements: counted } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      statements: number;
    };
    expect(counted).toBe(statements.length);
  });

  it('is not reopened if nothing is left to play, or a later attempt exists', async () => {
    const learner = await begin(rejean, 2);
    await learner.act(end);
    const later = await enter(rejean, 2);
    await later.startAttempt();
    expect(await onAttempt(learner, 'reopen')).toMatchObject({
      status: 409,
      body: { code: 'attempt.not-reopenable', params: { because: 'superseded' } },
    });
    await later.act({ app: 'desk', type: 'skip' });
    await later.scene('2');
    await later.send(later.number([{ app: 'desk', type: 'skip' }]).map((one) => ({ ...one, sceneId: '2' })));
    expect(later.attempt.status).toBe('finished');
    expect(await onAttempt(later, 'reopen')).toMatchObject({
      status: 409,
      body: { code: 'attempt.not-reopenable', params: { because: 'nothing-left' } },
    });
  });
});

describe('an attempt that is set aside', () => {
  it('counts for nobody until it is taken back, and the record has the reason without the note', async () => {
    const learner = await begin(thiLan);
    await learner.act(end);
    const input = { state: 'invalid', reason: 'other-person', note: 'Son frère Ulysse a joué.' };
    const first = await onAttempt(learner, 'validity', input);
    expect(first).toMatchObject({ status: 200, body: { changed: true } });
    expect(first.body.now.attempts.list[0]?.invalid).toMatchObject({
      reason: 'other-person',
      note: 'Son frère Ulysse a joué.',
    });
    expect((await onAttempt(learner, 'validity', input)).body.changed).toBe(false);
    expect((await learner.find())?.isKept).toBe(false);
    const { attempt, progress } = await rowsOf(learner);
    expect(progress.validity).toMatchObject({ state: 'invalid', logSeq: progress.head });
    expect(progress.endedAt).toBeLessThan(progress.lastAt);

    const { people } = (await teacher.request<ActivityAnswer>('GET', '/api/activity')).body;
    const own = people.find(({ personId }) => personId === attempt.personId);
    expect(own).toMatchObject({ attempt: { setAside: { reason: 'other-person' } }, result: null });
    const { body: sheet } = await teacher.request<StaffReview>('GET', `/api/review/${attempt.id}`);
    expect(sheet).toMatchObject({
      setAside: { reason: 'other-person' },
      attempts: [{ setAside: { reason: 'other-person' } }],
    });

    expect((await onAttempt(learner, 'validity', { state: 'valid' })).body.changed).toBe(true);
    expect((await onAttempt(learner, 'validity', { state: 'valid' })).body.changed).toBe(false);
    // An earlier note does not prevent it, and is replaced by the new one.
    expect((await onAttempt(learner, 'validity', { ...input, note: '' })).body.changed).toBe(true);
    const audit = await auditOf(`attempt:${attempt.id}`);
    expect(audit).toEqual([
      'attempt.invalidated {"reason":"other-person"}',
      'attempt.invalidated {"reason":"other-person"}',
      'attempt.reinstated {}',
      'note.removed {"kind":"validity"}',
      'note.written {"kind":"validity"}',
    ]);
  });

  it('holds its grade back, and sends it once it counts again', async () => {
    const learner = await begin(mikona);
    await learner.act(...rightWay((await learner.scene()).body), done);
    await learner.act(end);
    const { attempt } = await rowsOf(learner);
    const find = () => bench.context.storage.grades.findByAttempt(attempt.organisationId, attempt.id);
    const input = { state: 'invalid', reason: 'technical', note: '' };
    await onAttempt(learner, 'validity', input);
    await bench.work();
    expect(await find()).toMatchObject({ state: 'withdrawn', takenAttemptId: null });
    const { body } = await onAttempt(learner, 'validity', { state: 'valid' });
    expect(body.now.attempts.list[0]?.isInGradebook).toBe(false);
    await bench.work();
    expect(await find()).toMatchObject({ state: 'sent', takenAttemptId: attempt.id });
    // The gradebook is unchanged; staff are informed, and nothing is posted again.
    const aside = await onAttempt(learner, 'validity', input);
    expect(aside.body.now.attempts.list[0]?.isInGradebook).toBe(true);
    const gradeId = (await find())?.id ?? '';
    expect(await teacher.request('POST', `/api/activity/grades/${gradeId}/resend`, {})).toMatchObject({
      status: 409,
      body: { code: 'attempt.invalid' },
    });
  });
});

describe('settings for one person', () => {
  it('apply from the next attempt on, and the later of two conflicting changes is refused', async () => {
    const learner = await begin(luz);
    const { attempt } = await rowsOf(learner);
    const { settings, forms } = await read(attempt.personId);
    expect(settings).toEqual({ withHelper: false, accessNeeds: [], form: null, revision: 0 });
    const [form] = forms;
    const input = { withHelper: true, accessNeeds: ['phone', 'screenReader'], form: form?.id, revision: 0 };
    expect((await forPerson(attempt.personId, 'settings', input)).body).toMatchObject({
      changed: true,
      now: { settings: { ...input, accessNeeds: ['screenReader', 'phone'], revision: 1 } },
    });
    expect((await forPerson(attempt.personId, 'settings', { ...input, revision: 1 })).body.changed).toBe(
      false,
    );
    expect(await forPerson(attempt.personId, 'settings', { ...input, form: null })).toMatchObject({
      status: 409,
      body: { code: 'person.changed' },
    });
    expect(
      await forPerson(attempt.personId, 'settings', { ...input, form: 'nowhere', revision: 1 }),
    ).toMatchObject({ status: 409, body: { code: 'form.unknown' } });
    // The audit record does not say which needs a person has.
    expect(await auditOf(`person:${attempt.personId}`)).toEqual([
      `person.settings-changed {"activity":"${attempt.resourceLinkId}","changed":"helper access form"}`,
    ]);

    await learner.act(end);
    const next = await enter(luz, 2);
    expect((await next.request<AttemptAnswer>('GET', '/api/attempt')).body.withHelper).toBe(true);
    await next.startAttempt();
    const rows = await rowsOf(next);
    expect(rows.attempt.form).toBe(form?.id);
    expect(rows.progress.accessNeeds).toEqual(['screenReader', 'phone']);
    expect((await rowsOf(learner)).progress.accessNeeds).toEqual([]);
    const { organisationId, id } = rows.attempt;
    const [launched] = await bench.context.storage.attempts.listEntries(organisationId, id, {
      fromSeq: 1,
      limit: 1,
    });
    expect(launched?.entry).toMatchObject({ kind: 'launched', accessNeeds: ['screenReader', 'phone'] });
  });

  it('may be set before anything began, for anyone who opened the activity once', async () => {
    const early = await enter(fatou);
    const { storage } = bench.context;
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const [platform] = await storage.platforms.list(organisation?.id ?? '', { limit: 1 });
    const person = await storage.persons.findBySubject({
      organisationId: organisation?.id ?? '',
      platformId: platform?.id ?? '',
      deploymentId: '',
      subject: String(fatou),
    });
    const input = { withHelper: true, accessNeeds: ['keyboard'], form: null, revision: 0 };
    expect((await forPerson(person?.id ?? '', 'settings', input)).body).toMatchObject({
      changed: true,
      now: { attempts: { list: [], next: 1 } },
    });
    expect((await early.request<AttemptAnswer>('GET', '/api/attempt')).body.withHelper).toBe(true);
    expect(await forPerson('somebody-else', 'settings', input)).toMatchObject({
      status: 404,
      body: { code: 'person.unknown' },
    });
  });
});

describe('one more attempt', () => {
  it('is only one more, however often it is pressed', async () => {
    const learner = await begin(fatou);
    await learner.act(end);
    const { attempt } = await rowsOf(learner);
    const start = (number: number): Promise<Answer<AttemptView & Problem>> =>
      learner.request('POST', '/api/attempts', { noticeVersion: '2', language: 'fr', number });
    expect(await start(2)).toMatchObject({ status: 409, body: { code: 'attempt.none-left' } });
    expect((await read(attempt.personId)).attempts).toMatchObject({ limit: 1, next: 2 });
    const told = [];
    for (let press = 0; press < 2; press += 1)
      told.push(await forPerson(attempt.personId, 'attempts', { number: 2 }));
    expect(told.map(({ body }) => body.changed)).toEqual([true, false]);
    expect(told[1]?.body.now.attempts).toMatchObject({ limit: 2, next: 2 });
    expect(await forPerson(attempt.personId, 'attempts', { number: 4 })).toMatchObject({
      status: 409,
      body: { code: 'person.changed' },
    });
    expect((await start(2)).status).toBe(200);
    await learner.find();
    await learner.open('page-2');
    await learner.act(end);
    expect(await start(3)).toMatchObject({ status: 409, body: { code: 'attempt.none-left' } });
  });

  it('is refused if an attempt is left', async () => {
    teacher = await enter(teacherId, 3);
    const learner = await begin(fatou, 3);
    const { attempt } = await rowsOf(learner);
    expect(await forPerson(attempt.personId, 'attempts', { number: 2 })).toMatchObject({
      status: 409,
      body: { code: 'attempt.not-used-up' },
    });
  });
});

describe('a note beside the level', () => {
  it('is read by staff, is stored encrypted, and is not overwritten unread', async () => {
    const learner = await begin(fatou);
    const { attempt } = await rowsOf(learner);
    const text = 'Parle de Wilfrid à la prochaine rencontre.';
    expect((await onAttempt(learner, 'note', { text, revision: 0 })).body).toMatchObject({
      changed: true,
      now: { attempts: { list: [{ note: { text, revision: 1 } }] } },
    });
    expect((await onAttempt(learner, 'note', { text: 'Autre', revision: 0 })).body).toMatchObject({
      code: 'person.changed',
    });
    const { storage } = bench.context;
    const stored = await storage.staffNotes.find(attempt.organisationId, attempt.id, 'level');
    const audit = await auditOf(`attempt:${attempt.id}`);
    expect(audit).toEqual(['note.written {"kind":"level"}']);
    expect(JSON.stringify([stored, audit])).not.toContain('Wilfrid');
    const review = `/api/review/${attempt.id}`;
    expect((await teacher.request<StaffReview>('GET', review)).body.levelNote).toBe(text);
    for (const path of ['/api/attempt', `/api/report/${attempt.id}`, review]) {
      expect(JSON.stringify((await learner.request('GET', path)).body)).not.toContain('Wilfrid');
    }
    expect((await onAttempt(learner, 'note', { text: ' ', revision: 1 })).body).toMatchObject({
      changed: true,
      now: { attempts: { list: [{ note: { text: '', revision: 2 } }] } },
    });
    expect((await onAttempt(learner, 'note', { text: 'x'.repeat(1001), revision: 2 })).status).toBe(400);
  });
});

describe('a request for a review', () => {
  it('is answered once, and the text is stored encrypted', async () => {
    const learner = await begin(fatou);
    const { attempt } = await rowsOf(learner);
    const { storage } = bench.context;
    await storage.reviewRequests.ask({
      id: 'request-1',
      organisationId: attempt.organisationId,
      attemptId: attempt.id,
      personId: attempt.personId,
      resourceLinkId: attempt.resourceLinkId,
      askedAt: 5,
      sealedText: null,
      answeredAt: null,
      sealedAnswer: null,
    });
    const answer = (text: string): Promise<ActionResult> =>
      teacher.request('POST', '/api/activity/review-requests/request-1/answer', { text });
    const [one, two] = await Promise.all([answer('On regarde, Zélie.'), answer('On regarde, Zélie.')]);
    expect([one.body.changed, two.body.changed].sort()).toEqual([false, true]);
    expect(two.body.now.reviewRequests).toMatchObject([{ id: 'request-1', answer: 'On regarde, Zélie.' }]);
    const stored = await storage.reviewRequests.find(attempt.organisationId, 'request-1');
    const audit = await auditOf('review-request:request-1');
    expect(audit).toEqual([`review-request.answered {"attempt":"${attempt.id}"}`]);
    expect(JSON.stringify([stored, audit])).not.toContain('Zélie');
    expect(await answer('')).toMatchObject({ status: 400 });
  });

  it('leads the group list to the attempt of the oldest request until it is answered', async () => {
    const before = await begin(fatou, 3);
    await before.act(end);
    const now = await begin(fatou, 3);
    const listed = async (): Promise<ActivityAnswer['people'][number] | undefined> =>
      (await teacher.request<ActivityAnswer>('GET', '/api/activity')).body.people[0];
    expect(await listed()).toMatchObject({ asksReview: false, askedAttemptId: null });
    for (const [id, learner] of [
      ['request-before', before],
      ['request-now', now],
    ] as const) {
      const path = `/api/report/${learner.attempt.id}/review-request`;
      expect([id, (await now.request('POST', path, { text: '' })).status]).toEqual([id, 200]);
      bench.wait(1000);
    }
    const { storage } = bench.context;
    const { attempt } = await rowsOf(before);
    expect(await listed()).toMatchObject({
      asksReview: true,
      attempt: { id: now.attempt.id },
      askedAttemptId: before.attempt.id,
    });
    const waiting = async (): Promise<unknown[]> => {
      const { body } = await teacher.request<StaffReview>('GET', `/api/review/${now.attempt.id}`);
      return body.requests.map(({ attemptNumber }) => attemptNumber);
    };
    const numbers = [now, before].map((one) => one.attempt.number);
    expect(await waiting()).toEqual(numbers);
    const request = await storage.reviewRequests.findOpen(attempt.organisationId, before.attempt.id);
    const path = `/api/activity/review-requests/${request?.id ?? ''}/answer`;
    expect((await teacher.request('POST', path, { text: 'Oui.' })).status).toBe(200);
    expect(await listed()).toMatchObject({ asksReview: true, askedAttemptId: now.attempt.id });
    expect(await waiting()).toEqual([now.attempt.number]);
    const report = await now.request<ReportAnswer>('GET', '/api/report');
    expect(report.body.attempts.map(({ id, isAnswered }) => [id, isAnswered])).toEqual([
      [now.attempt.id, false],
      [before.attempt.id, true],
    ]);
  });
});
