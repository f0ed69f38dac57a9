/** What staff write about one person, over HTTP: notes and answers. */
import { describe, expect, it } from 'vitest';
import type { ReportAnswer, RequestView } from '../../../server/contract/report.ts';
import type { StaffReview } from '../../../server/contract/review.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { type ActionResult, setUpStaffDesk } from '../../support/staff-desk.ts';

const fatou = 4;
const end = { app: 'frame', type: 'end' } as const;

const desk = setUpStaffDesk();

describe('a note beside the level', () => {
  it('is read by staff, is stored encrypted, and is not overwritten unread', async () => {
    const learner = await desk.begin(fatou);
    const { attempt } = await desk.rowsOf(learner);
    const text = 'Parle de Wilfrid à la prochaine rencontre.';
    expect((await desk.onAttempt(learner, 'note', { text, revision: 0 })).body).toMatchObject({
      changed: true,
      now: { attempts: { list: [{ note: { text, revision: 1 } }] } },
    });
    expect((await desk.onAttempt(learner, 'note', { text: 'Autre', revision: 0 })).body).toMatchObject({
      code: 'person.changed',
    });
    const { storage } = desk.bench.context;
    const stored = await storage.staffNotes.find(attempt.organisationId, attempt.id, 'level');
    const audit = await desk.auditOf(`attempt:${attempt.id}`);
    expect(audit).toEqual(['note.written {"kind":"level"}']);
    expect(JSON.stringify([stored, audit])).not.toContain('Wilfrid');
    const review = `/api/review/${attempt.id}`;
    expect((await desk.teacher.request<StaffReview>('GET', review)).body.levelNote).toBe(text);
    for (const path of ['/api/attempt', `/api/report/${attempt.id}`, review]) {
      expect(JSON.stringify((await learner.request('GET', path)).body)).not.toContain('Wilfrid');
    }
    expect((await desk.onAttempt(learner, 'note', { text: ' ', revision: 1 })).body).toMatchObject({
      changed: true,
      now: { attempts: { list: [{ note: { text: '', revision: 2 } }] } },
    });
    expect((await desk.onAttempt(learner, 'note', { text: 'x'.repeat(1001), revision: 2 })).status).toBe(400);
  });
});

/** With a line break and a tab, which people type, and what no keyboard does. */
const odd = 'Bon\u0000jour\u001B,\n\tmerci\uD800 \u{1F600}\u0007';
const plain = 'Bonjour,\n\tmerci \u{1F600}';

describe('what is typed for somebody to read', () => {
  it('loses control characters and halves of characters when it arrives', async () => {
    const learner = await desk.begin(fatou, 3);
    await learner.act(end);
    const path = `/api/report/${learner.attempt.id}/review-request`;
    expect((await learner.request<RequestView>('POST', path, { text: odd })).body.text).toBe(plain);
    const noted = await desk.onAttempt(learner, 'note', { text: odd, revision: 0 });
    const { attempts, reviewRequests } = noted.body.now;
    expect(attempts.list.map(({ note }) => note.text)).toContain(plain);
    const [request] = reviewRequests.filter(({ question }) => question === plain);
    const reply = `/api/activity/review-requests/${request?.id ?? ''}/answer`;
    expect((await desk.teacher.request('POST', reply, { text: odd })).status).toBe(200);
    expect((await learner.request<ReportAnswer>('GET', '/api/report')).body.report?.request).toMatchObject({
      answer: plain,
    });
  });

  it('is refused when nothing else is left of an answer', async () => {
    const reply = '/api/activity/review-requests/request-1/answer';
    expect(await desk.teacher.request('POST', reply, { text: '\u0000 \uDC00' })).toMatchObject({
      status: 400,
    });
  });
});

describe('a request for a review', () => {
  it('is answered once, and the text is stored encrypted', async () => {
    const learner = await desk.begin(fatou);
    const { attempt } = await desk.rowsOf(learner);
    const { storage } = desk.bench.context;
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
      desk.teacher.request('POST', '/api/activity/review-requests/request-1/answer', { text });
    const [one, two] = await Promise.all([answer('On regarde, Zélie.'), answer('On regarde, Zélie.')]);
    expect([one.body.changed, two.body.changed].sort()).toEqual([false, true]);
    expect(two.body.now.reviewRequests).toMatchObject([{ id: 'request-1', answer: 'On regarde, Zélie.' }]);
    const stored = await storage.reviewRequests.find(attempt.organisationId, 'request-1');
    const audit = await desk.auditOf('review-request:request-1');
    expect(audit).toEqual([`review-request.answered {"attempt":"${attempt.id}"}`]);
    expect(JSON.stringify([stored, audit])).not.toContain('Zélie');
    expect(await answer('')).toMatchObject({ status: 400 });
  });

  it('leads the group list to the attempt of the oldest request until it is answered', async () => {
    const before = await desk.begin(fatou, 3);
    await before.act(end);
    const now = await desk.begin(fatou, 3);
    await now.act(end);
    const listed = async (): Promise<ActivityAnswer['people'][number] | undefined> =>
      (await desk.teacher.request<ActivityAnswer>('GET', '/api/activity')).body.people[0];
    expect(await listed()).toMatchObject({ asksReview: false, askedAttemptId: null });
    for (const [id, learner] of [
      ['request-before', before],
      ['request-now', now],
    ] as const) {
      const path = `/api/report/${learner.attempt.id}/review-request`;
      expect([id, (await now.request('POST', path, { text: '' })).status]).toEqual([id, 200]);
      desk.bench.wait(1000);
    }
    const { storage } = desk.bench.context;
    const { attempt } = await desk.rowsOf(before);
    expect(await listed()).toMatchObject({
      asksReview: true,
      attempt: { id: now.attempt.id },
      askedAttemptId: before.attempt.id,
    });
    const waiting = async (): Promise<unknown[]> => {
      const { body } = await desk.teacher.request<StaffReview>('GET', `/api/review/${now.attempt.id}`);
      return body.requests.map(({ attemptNumber }) => attemptNumber);
    };
    const numbers = [now, before].map((one) => one.attempt.number);
    expect(await waiting()).toEqual(numbers);
    const request = await storage.reviewRequests.findOpen(attempt.organisationId, before.attempt.id);
    const path = `/api/activity/review-requests/${request?.id ?? ''}/answer`;
    expect((await desk.teacher.request('POST', path, { text: 'Oui.' })).status).toBe(200);
    expect(await listed()).toMatchObject({ asksReview: true, askedAttemptId: now.attempt.id });
    expect(await waiting()).toEqual([now.attempt.number]);
    const report = await now.request<ReportAnswer>('GET', '/api/report');
    expect(report.body.attempts.map(({ id, isAnswered }) => [id, isAnswered])).toEqual([
      [now.attempt.id, false],
      [before.attempt.id, true],
    ]);
  });

  it('is refused when the attempt is not over, and uses up nothing', async () => {
    const learner = await desk.begin(fatou, 3);
    const ask = (text: string): Promise<ActionResult> =>
      learner.request('POST', `/api/report/${learner.attempt.id}/review-request`, { text });
    expect(await ask('')).toMatchObject({ status: 409, body: { code: 'attempt.not-over' } });
    await learner.act(end);
    expect(await ask('Regardez, svp.')).toMatchObject({ status: 200, body: { text: 'Regardez, svp.' } });
  });

  it('takes the text that comes later when it had none', async () => {
    const learner = await desk.begin(fatou, 3);
    await learner.act(end);
    const path = `/api/report/${learner.attempt.id}/review-request`;
    const first = await learner.request<RequestView>('POST', path, { text: '' });
    desk.bench.wait(1000);
    const second = await learner.request<RequestView>('POST', path, { text: 'Les fichiers.' });
    expect(second.body).toEqual({ ...first.body, text: 'Les fichiers.' });
    const third = await learner.request<RequestView>('POST', path, { text: 'Autre chose.' });
    expect(third.body).toEqual(second.body);
  });
});
