import { unlessThrown } from '../base/errors.ts';
import type { Attempt, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import { listPages } from '../storage/read-pages.ts';
import { commentLanguage, gradePart, type GradedFacts } from './grade-parts.ts';
import { gradeTarget } from './regrade.ts';
import { currentResults } from './results.ts';
import type { AttemptServices } from './services.ts';
import { beginTransaction } from './transaction.ts';

export type PlayerRef = Pick<Attempt, 'organisationId' | 'personId' | 'resourceLinkId'>;

/**
 * Call it after staff set an attempt aside or reinstated it. Requests the newest valid score for each column
 * that shows or will show another. Without a valid score the column stays: gradebook scores are never
 * removed. Idempotent.
 * @throws AppError storage.unavailable
 */
export async function showCountingGrade(services: AttemptServices, player: PlayerRef): Promise<void> {
  const { grades } = services.storage;
  const { organisationId } = player;
  // Read the clock before the rows: of two concurrent runs, the one that read later must win.
  const now = services.clock();
  const attempts = await listAttempts(services, player);
  const rows = await Promise.all(
    attempts.map(({ attempt }) => grades.listByAttempt(organisationId, attempt.id)),
  );
  let open = rows.flat();
  for (const valid of attempts.filter(({ progress }) => progress.validity.state === 'valid')) {
    const { attempt } = valid;
    await grades.restore(organisationId, attempt.id, now);
    open = open.filter(({ attemptId }) => attemptId !== attempt.id);
    if (open.length === 0) return;
    const facts = await factsOf(services, valid);
    for (const row of open) {
      const part = findGradePart(services, facts, row);
      if (part === null) continue;
      const intent = { ...gradeTarget(row), ...part, attemptId: attempt.id };
      await grades.request({ ...intent, id: services.randomId(), createdAt: now, dueAt: now });
      open = open.filter(({ id }) => id !== row.id);
    }
  }
}

async function factsOf(services: AttemptServices, stored: AttemptWithProgress): Promise<GradedFacts> {
  const { attempt, progress } = stored;
  const log = await (await beginTransaction(services, stored)).listEntries(1);
  return { ...progress, attempt, results: currentResults(log), language: commentLanguage(log) };
}

/** Null if the attempt's content is gone: that must not block the decision on another attempt. */
function findGradePart(
  { content }: AttemptServices,
  facts: GradedFacts,
  { dimension }: GradeRow,
): ReturnType<typeof gradePart> {
  return unlessThrown(() => gradePart(content, facts, dimension), 'scenario.unknown', 'bank.unknown') ?? null;
}

/** Returns the newest first. */
function listAttempts(
  { storage: { attempts } }: AttemptServices,
  { organisationId, personId, resourceLinkId }: PlayerRef,
): Promise<AttemptWithProgress[]> {
  return listPages<AttemptWithProgress, { before?: number }>(
    {},
    (page) => attempts.listByPerson(organisationId, personId, resourceLinkId, page),
    ({ attempt }) => ({ before: attempt.number }),
  );
}
