import type { Attempt, AttemptWithProgress } from '../storage/ports/attempts.ts';
import { isCounting } from '../storage/is-counting.ts';
import { listPages } from '../storage/read-pages.ts';
import { findGradePart } from './grade-parts.ts';
import { readGradedFacts } from './graded-facts.ts';
import { gradeTarget, regradeRows } from './regrade.ts';
import type { AttemptServices } from './services.ts';

export type PlayerRef = Pick<Attempt, 'organisationId' | 'personId' | 'resourceLinkId'>;

/**
 * After staff decided about an attempt, requests the newest valid score for each column that shows or will show
 * another. Without one the column stays: gradebook scores are never removed. Idempotent.
 * @throws AppError storage.unavailable
 */
export async function showCountingGrade(services: AttemptServices, player: PlayerRef): Promise<void> {
  const { grades } = services.storage;
  const { organisationId } = player;
  // Before the rows: of two concurrent runs, the one that read later must win.
  const now = services.clock();
  const attempts = await listAttempts(services, player);
  const rows = await Promise.all(
    attempts.map(({ attempt }) => grades.listByAttempt(organisationId, attempt.id)),
  );
  let open = rows.flat();
  for (const valid of attempts.filter(({ progress }) => isCounting(progress))) {
    const { attempt } = valid;
    const unsent = open.filter(({ attemptId, state }) => attemptId === attempt.id && state !== 'sent');
    open = open.filter(({ attemptId }) => attemptId !== attempt.id);
    if (unsent.length === 0 && open.length === 0) return;
    const facts = await readGradedFacts(services, valid);
    // Requested before the decision, maybe of another measure or kind.
    for (const intent of regradeRows(services, facts, unsent, now)) await grades.request(intent);
    await grades.restore(organisationId, attempt.id, now);
    if (open.length === 0) return;
    for (const row of open) {
      const part = findGradePart(services.content, facts, row.dimension);
      if (part === null) continue;
      const intent = { ...gradeTarget(row), ...part, attemptId: attempt.id };
      await grades.request({ ...intent, id: services.randomId(), createdAt: now, dueAt: now });
      open = open.filter(({ id }) => id !== row.id);
    }
  }
}

/** Newest first, without practice. */
export function listAttempts(
  { storage: { attempts } }: AttemptServices,
  { organisationId, personId, resourceLinkId }: PlayerRef,
): Promise<AttemptWithProgress[]> {
  return listPages<AttemptWithProgress, { before?: number }>(
    {},
    (page) => attempts.listByPerson(organisationId, personId, resourceLinkId, page),
    ({ attempt }) => ({ before: attempt.number }),
  );
}
