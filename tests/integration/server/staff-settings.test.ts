/** What staff set for one person, over HTTP. */
import { describe, expect, it } from 'vitest';
import type { AttemptAnswer } from '../../../server/contract/play.ts';
import { setUpStaffDesk } from '../../support/staff-desk.ts';

const [fatou, luz] = [4, 8] as const;
const end = { app: 'frame', type: 'end' } as const;

const desk = setUpStaffDesk();

describe('settings for one person', () => {
  it('apply from the next attempt on, and the later of two conflicting changes is refused', async () => {
    const learner = await desk.begin(luz);
    const { attempt } = await desk.rowsOf(learner);
    const { settings, forms } = await desk.read(attempt.personId);
    expect(settings).toEqual({ withHelper: false, accessNeeds: [], form: null, revision: 0 });
    const [form] = forms;
    const input = { withHelper: true, accessNeeds: ['phone', 'screenReader'], form: form?.id, revision: 0 };
    expect((await desk.forPerson(attempt.personId, 'settings', input)).body).toMatchObject({
      changed: true,
      now: { settings: { ...input, accessNeeds: ['screenReader', 'phone'], revision: 1 } },
    });
    expect((await desk.forPerson(attempt.personId, 'settings', { ...input, revision: 1 })).body.changed).toBe(
      false,
    );
    expect(await desk.forPerson(attempt.personId, 'settings', { ...input, form: null })).toMatchObject({
      status: 409,
      body: { code: 'person.changed' },
    });
    expect(
      await desk.forPerson(attempt.personId, 'settings', { ...input, form: 'nowhere', revision: 1 }),
    ).toMatchObject({ status: 409, body: { code: 'form.unknown' } });
    // The audit record does not say which needs a person has.
    expect(await desk.auditOf(`person:${attempt.personId}`)).toEqual([
      `actions.opened {"purpose":"operational","activity":"${attempt.resourceLinkId}"}`,
      `person.settings-changed {"activity":"${attempt.resourceLinkId}","changed":"helper access form"}`,
    ]);

    await learner.act(end);
    const next = await desk.enter(luz, 2);
    expect((await next.request<AttemptAnswer>('GET', '/api/attempt')).body.withHelper).toBe(true);
    await next.startAttempt();
    const rows = await desk.rowsOf(next);
    expect(rows.attempt.form).toBe(form?.id);
    expect(rows.progress.accessNeeds).toEqual(['screenReader', 'phone']);
    expect((await desk.rowsOf(learner)).progress.accessNeeds).toEqual([]);
    const { organisationId, id } = rows.attempt;
    const [launched] = await desk.bench.context.storage.attempts.listEntries(organisationId, id, {
      fromSeq: 1,
      limit: 1,
    });
    expect(launched?.entry).toMatchObject({ kind: 'launched', accessNeeds: ['screenReader', 'phone'] });
  });

  it('may be set before anything began, for anyone who opened the activity once', async () => {
    const early = await desk.enter(fatou);
    const { storage } = desk.bench.context;
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const [platform] = await storage.platforms.list(organisation?.id ?? '', { limit: 1 });
    const person = await storage.persons.findBySubject({
      organisationId: organisation?.id ?? '',
      platformId: platform?.id ?? '',
      deploymentId: '',
      subject: String(fatou),
    });
    const input = { withHelper: true, accessNeeds: ['keyboard'], form: null, revision: 0 };
    expect((await desk.forPerson(person?.id ?? '', 'settings', input)).body).toMatchObject({
      changed: true,
      now: { attempts: { list: [], next: 1 } },
    });
    expect((await early.request<AttemptAnswer>('GET', '/api/attempt')).body.withHelper).toBe(true);
    expect(await desk.forPerson('somebody-else', 'settings', input)).toMatchObject({
      status: 404,
      body: { code: 'person.unknown' },
    });
  });
});
