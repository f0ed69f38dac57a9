/** Recovery: processes run, stores and LMS respond, and an operator resumes what is paused. Then the outbox drains. */
import { resendGrade } from '../../server/delivery/resend-grade.ts';
import { resumeDestination } from '../../server/organisations/manage-destinations.ts';
import type { GradeRow } from '../../server/storage/ports/grades.ts';
import { listOrganisations } from '../../server/cli/list-platforms.ts';
import { listAll } from '../../server/storage/read-pages.ts';
import { pause } from './asking.ts';
import type { Installation } from './installation.ts';
import type { Asking } from './research.ts';

/** What is on its way still. */
export interface Outbox {
  readonly pending: number;
  readonly dead: number;
  readonly sent: number;
  readonly grades: Readonly<Record<GradeRow['state'], number>>;
}

/** A grade's back-off grows to hours: an operator who knows that the LMS works again does not wait for it. */
const patienceMs = 5_000;

/** Ends every fault, and starts every process that is down. */
export async function heal({ lms, store, research, proxy, units }: Asking): Promise<void> {
  await lms.control({ command: 'clearFaults' });
  store.control.reset();
  research.control.reset();
  proxy.heal();
  for (const unit of units) await unit.start();
}

/** As an operator does by `lrs resume` and `grades resend`: what paused or waits for long is tried again. */
export async function wake({ operator }: Installation): Promise<void> {
  const { storage, clock } = operator;
  for (const destination of await listAll((page) => storage.destinations.list(page))) {
    const { status, notBefore } = destination;
    if (status === 'paused' || notBefore > clock() + patienceMs)
      await resumeDestination(operator, destination);
  }
  for (const { id: organisationId } of await listOrganisations(storage)) {
    const states = ['pending', 'failed'] as const;
    for (const row of await listAll((page) => storage.grades.list(organisationId, { ...page, states }))) {
      const isWaiting = row.lastError !== '' && row.nextAt > clock() + patienceMs;
      if (row.state === 'failed' || isWaiting) {
        await resendGrade(operator, { organisationId, actor: 'operator', gradeId: row.id });
      }
    }
  }
}

/**
 * Waits until nothing is pending, or until `limitMs` have passed; returns the state then.
 * @param statements how many have to arrive
 */
export async function drain(
  installation: Installation,
  statements: number,
  limitMs: number,
): Promise<Outbox> {
  const endsAt = performance.now() + limitMs;
  for (;;) {
    await wake(installation);
    const outbox = await readOutbox(installation);
    const { pending, sent, dead, grades } = outbox;
    const isDone = pending === 0 && sent + dead >= statements && grades.pending === 0;
    if (isDone || performance.now() > endsAt) return outbox;
    await pause(1_000);
  }
}

async function readOutbox({ operator: { storage } }: Pick<Installation, 'operator'>): Promise<Outbox> {
  const sum = { pending: 0, dead: 0, sent: 0 };
  for (const destination of await listAll((page) => storage.destinations.list(page))) {
    const { organisationId, id } = destination;
    const { pending, dead, discarded, sent } = await storage.deliveries.summary(organisationId, id);
    // What was sent counts erased statements too, so it does not say that all are queued.
    sum.pending += pending + (await storage.deliveries.countUnqueued(destination));
    sum.dead += dead + discarded;
    sum.sent += sent;
  }
  const grades = { pending: 0, sent: 0, failed: 0, withdrawn: 0 };
  for (const { id } of await listOrganisations(storage)) {
    const counts = await storage.grades.count(id);
    for (const state of ['pending', 'sent', 'failed', 'withdrawn'] as const) grades[state] += counts[state];
  }
  return { ...sum, grades };
}
