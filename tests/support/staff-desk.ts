/** A member of staff who acts for people, on a new server for each test of the file. */
import { afterEach, beforeEach, expect } from 'vitest';
import type { Problem } from '../../server/contract/session.ts';
import type { ActionAnswer, PersonActionsAnswer } from '../../server/contract/staff-actions.ts';
import type { AttemptWithProgress } from '../../server/storage/ports/attempts.ts';
import { type Answer, ApiLearner } from './api-learner.ts';
import { DeliveryBench } from './delivery-bench.ts';

const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';
export const teacherId = 3;

export type ActionResult = Answer<ActionAnswer & Problem>;

class StaffDesk {
  bench!: DeliveryBench;
  teacher!: ApiLearner;

  async open(): Promise<void> {
    this.bench = await DeliveryBench.start(Date.now());
    this.teacher = await this.enter(teacherId);
  }

  /** A launch of the activity with two scenes, and at most this many attempts. */
  async enter(personId: number, attempts = 1): Promise<ApiLearner> {
    const parameters = { numplus_scenes: 's02-inbox,s05-parcel', numplus_attempts: String(attempts) };
    const change = { claims: { [custom]: parameters } };
    await this.bench.lms.control({ command: 'alterNextIdToken', change });
    const somebody = new ApiLearner(this.bench);
    await somebody.launch(personId);
    return somebody;
  }

  async begin(personId: number, attempts = 1): Promise<ApiLearner> {
    const learner = await this.enter(personId, attempts);
    await learner.startAttempt();
    return learner;
  }

  async rowsOf(learner: ApiLearner): Promise<AttemptWithProgress> {
    const { storage } = this.bench.context;
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const own = await storage.attempts.find(organisation?.id ?? '', learner.attempt.id);
    if (own === undefined) throw new Error('no attempt');
    return own;
  }

  onAttempt(learner: ApiLearner, action: string, body: unknown = {}): Promise<ActionResult> {
    return this.teacher.request('POST', `/api/activity/attempts/${learner.attempt.id}/${action}`, body);
  }

  forPerson(personId: string, action: string, body: unknown): Promise<ActionResult> {
    return this.teacher.request('POST', `/api/activity/people/${personId}/${action}`, body);
  }

  async read(personId: string): Promise<PersonActionsAnswer> {
    return (await this.teacher.request<PersonActionsAnswer>('GET', `/api/activity/people/${personId}`)).body;
  }

  async auditOf(subject: string): Promise<string[]> {
    const { storage } = this.bench.context;
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const rows = await storage.audit.list(organisation?.id ?? '', { limit: 500 });
    const own = rows.filter((row) => row.subject === subject);
    expect(own.every(({ actor }) => /^person:[\w-]{36}$/.test(actor))).toBe(true);
    // Within a millisecond rows have no order.
    return own.map(({ action, details }) => `${action} ${JSON.stringify(details)}`).sort();
  }
}

export function setUpStaffDesk(): StaffDesk {
  const desk = new StaffDesk();
  beforeEach(() => desk.open());
  afterEach(() => desk.bench.close());
  return desk;
}
