/** What staff do with attempts, over HTTP: what changes, what is reported, and what the audit record contains. */
import { describe, expect, it } from 'vitest';
import type { AttemptView } from '../../../server/contract/play.ts';
import type { StaffReview } from '../../../server/contract/review.ts';
import type { Problem } from '../../../server/contract/session.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { profile } from '../../../xapi/profile/profile.ts';
import type { Answer } from '../../support/api-learner.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { registrationOf, timeOf, withoutStoreMembers } from '../../support/outcome.ts';
import { Conformance } from '../../support/profile/check-conformance.ts';
import { setUpStaffDesk, teacherId } from '../../support/staff-desk.ts';

const [fatou, rejean, thiLan, mikona] = [4, 5, 6, 7] as const;
const end = { app: 'frame', type: 'end' } as const;

const desk = setUpStaffDesk();

describe('an attempt that was ended by mistake', () => {
  it('is reopened in the same place, ends once more, and conforms to the profile', async () => {
    const learner = await desk.begin(fatou);
    const scene = (await learner.scene()).body;
    await learner.act(...rightWay(scene).slice(0, 2));
    const before = (await learner.scene()).body;
    await learner.act(end);
    expect(learner.attempt.status).toBe('finished');

    const [one, two] = await Promise.all([
      desk.onAttempt(learner, 'reopen'),
      desk.onAttempt(learner, 'reopen'),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect([one.body.changed, two.body.changed].sort()).toEqual([false, true]);
    expect(two.body.now.attempts.list[0]).toMatchObject({ reopenObstacle: 'going-on', isReopened: true });
    expect(await desk.auditOf(`attempt:${learner.attempt.id}`)).toEqual(['attempt.reopened {}']);

    const epoch = learner.attempt.epoch;
    // What a page of before the end still sends comes too late.
    expect(await learner.send(learner.number([end]), { epoch })).toMatchObject({
      status: 409,
      body: { code: 'attempt.epoch-stale' },
    });
    const back = await desk.enter(fatou);
    expect(await back.find()).toMatchObject({ status: 'paused', isReopened: true, writer: '' });
    await back.open('page-2');
    expect(back.attempt).toMatchObject({ status: 'open', isReopened: false, epoch: epoch + 2 });
    const again = (await back.scene()).body;
    expect([again.actions.length, again.stateHash]).toEqual([before.actions.length, before.stateHash]);
    await back.act(...rightWay(scene).slice(2), done);
    expect(back.attempt.scenes.map(({ status }) => status)).toEqual(['done', 'waiting']);
    await back.act(end);

    await desk.bench.work();
    const statements = desk.bench.store
      .statements()
      .filter((statement) => registrationOf(statement) === learner.attempt.id)
      .sort((a, b) => timeOf(a) - timeOf(b))
      .map(withoutStoreMembers);
    const conformance = new Conformance(JSON.parse(JSON.stringify(profile)));
    expect(conformance.problemsOfAttempt(statements, true)).toEqual([]);
    expect(statements.filter(({ verb }) => JSON.stringify(verb).includes('/reopened'))).toHaveLength(1);
    const { attempt } = await desk.rowsOf(learner);
    const receipt = await desk.bench.context.storage.attempts.findReceipt(attempt.organisationId, attempt.id);
    const [, claims = ''] = receipt?.split('.') ?? [];
    const { statements: counted } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      statements: number;
    };
    expect(counted).toBe(statements.length);
  });

  it('is not reopened if nothing is left to play, or a later attempt exists', async () => {
    const learner = await desk.begin(rejean, 2);
    await learner.act(end);
    const later = await desk.enter(rejean, 2);
    await later.startAttempt();
    expect(await desk.onAttempt(learner, 'reopen')).toMatchObject({
      status: 409,
      body: { code: 'attempt.not-reopenable', params: { because: 'superseded' } },
    });
    await later.act({ app: 'desk', type: 'skip' });
    await later.scene('2');
    await later.send(later.number([{ app: 'desk', type: 'skip' }]).map((one) => ({ ...one, sceneId: '2' })));
    expect(later.attempt.status).toBe('finished');
    expect(await desk.onAttempt(later, 'reopen')).toMatchObject({
      status: 409,
      body: { code: 'attempt.not-reopenable', params: { because: 'nothing-left' } },
    });
  });
});

describe('an attempt that is set aside', () => {
  it('counts for nobody until it is taken back, and the record has the reason without the note', async () => {
    const learner = await desk.begin(thiLan);
    await learner.act(end);
    const input = { state: 'invalid', reason: 'other-person', note: 'Son frère Ulysse a joué.' };
    const first = await desk.onAttempt(learner, 'validity', input);
    expect(first).toMatchObject({ status: 200, body: { changed: true } });
    expect(first.body.now.attempts.list[0]?.invalid).toMatchObject({
      reason: 'other-person',
      note: 'Son frère Ulysse a joué.',
    });
    expect((await desk.onAttempt(learner, 'validity', input)).body.changed).toBe(false);
    expect((await learner.find())?.isKept).toBe(false);
    const { attempt, progress } = await desk.rowsOf(learner);
    expect(progress.validity).toMatchObject({ state: 'invalid', logSeq: progress.head });
    expect(progress.endedAt).toBeLessThan(progress.lastAt);

    const { people } = (await desk.teacher.request<ActivityAnswer>('GET', '/api/activity')).body;
    const own = people.find(({ personId }) => personId === attempt.personId);
    expect(own).toMatchObject({ attempt: { setAside: { reason: 'other-person' } }, result: null });
    const { body: sheet } = await desk.teacher.request<StaffReview>('GET', `/api/review/${attempt.id}`);
    expect(sheet).toMatchObject({
      setAside: { reason: 'other-person' },
      attempts: [{ setAside: { reason: 'other-person' } }],
    });

    expect((await desk.onAttempt(learner, 'validity', { state: 'valid' })).body.changed).toBe(true);
    expect((await desk.onAttempt(learner, 'validity', { state: 'valid' })).body.changed).toBe(false);
    // An earlier note does not prevent it, and is replaced by the new one.
    expect((await desk.onAttempt(learner, 'validity', { ...input, note: '' })).body.changed).toBe(true);
    const audit = await desk.auditOf(`attempt:${attempt.id}`);
    expect(audit).toEqual([
      'attempt.invalidated {"reason":"other-person"}',
      'attempt.invalidated {"reason":"other-person"}',
      'attempt.reinstated {}',
      'note.removed {"kind":"validity"}',
      'note.written {"kind":"validity"}',
    ]);
  });

  it('holds its grade back, and sends it once it counts again', async () => {
    const learner = await desk.begin(mikona);
    await learner.act(...rightWay((await learner.scene()).body), done);
    await learner.act(end);
    const { attempt } = await desk.rowsOf(learner);
    const find = () => desk.bench.context.storage.grades.findByAttempt(attempt.organisationId, attempt.id);
    const input = { state: 'invalid', reason: 'technical', note: '' };
    await desk.onAttempt(learner, 'validity', input);
    await desk.bench.work();
    expect(await find()).toMatchObject({ state: 'withdrawn', takenAttemptId: null });
    const { body } = await desk.onAttempt(learner, 'validity', { state: 'valid' });
    expect(body.now.attempts.list[0]?.isInGradebook).toBe(false);
    await desk.bench.work();
    expect(await find()).toMatchObject({ state: 'sent', takenAttemptId: attempt.id });
    // The gradebook is unchanged; staff are informed, and nothing is posted again.
    const aside = await desk.onAttempt(learner, 'validity', input);
    expect(aside.body.now.attempts.list[0]?.isInGradebook).toBe(true);
    const gradeId = (await find())?.id ?? '';
    expect(await desk.teacher.request('POST', `/api/activity/grades/${gradeId}/resend`, {})).toMatchObject({
      status: 409,
      body: { code: 'attempt.invalid' },
    });
  });
});

describe('one more attempt', () => {
  it('is only one more, however often it is pressed', async () => {
    const learner = await desk.begin(fatou);
    await learner.act(end);
    const { attempt } = await desk.rowsOf(learner);
    const start = (number: number): Promise<Answer<AttemptView & Problem>> =>
      learner.request('POST', '/api/attempts', { noticeVersion: '5.0', language: 'fr', number });
    expect(await start(2)).toMatchObject({ status: 409, body: { code: 'attempt.none-left' } });
    expect((await desk.read(attempt.personId)).attempts).toMatchObject({ limit: 1, next: 2 });
    const told = [];
    for (let press = 0; press < 2; press += 1)
      told.push(await desk.forPerson(attempt.personId, 'attempts', { number: 2 }));
    expect(told.map(({ body }) => body.changed)).toEqual([true, false]);
    expect(told[1]?.body.now.attempts).toMatchObject({ limit: 2, next: 2 });
    expect(await desk.forPerson(attempt.personId, 'attempts', { number: 4 })).toMatchObject({
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
    desk.teacher = await desk.enter(teacherId, 3);
    const learner = await desk.begin(fatou, 3);
    const { attempt } = await desk.rowsOf(learner);
    expect(await desk.forPerson(attempt.personId, 'attempts', { number: 2 })).toMatchObject({
      status: 409,
      body: { code: 'attempt.not-used-up' },
    });
  });
});
