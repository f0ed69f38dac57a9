/**
 * Which attempt's score a gradebook shows once staff set one aside or took one back: of those that count, the newest with
 * a score for the column.
 */
import { AppError } from '../base/errors.ts';
import type { Attempt, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import { commentLanguage, gradePart, type GradedFacts } from './grade-parts.ts';
import { intentOf } from './regrade.ts';
import type { AttemptServices } from './services.ts';
import { createWork } from './work.ts';

const pageSize = 50;

/** Whose attempts, and of which activity. */
export type PlayerRef = Pick<Attempt, 'organisationId' | 'personId' | 'resourceLinkId'>;

/**
 * Wishes for the score that counts wherever a column shows, or waits to show, another. Where no attempt that counts has a
 * score, the column stays as it is: what a gradebook shows is never taken away. May be repeated.
 * @throws AppError storage.unavailable
 */
export async function showCountingGrade(services: AttemptServices, player: PlayerRef): Promise<void> {
  const { grades } = services.storage;
  const { organisationId } = player;
  // Before anything is read: of two at the same time, the wish of the one that knows more wins.
  const now = services.clock();
  const own = await listOwn(services, player);
  const rows = await Promise.all(own.map(({ attempt }) => grades.listByAttempt(organisationId, attempt.id)));
  let open = rows.flat();
  for (const counting of own.filter(({ progress }) => progress.validity.state === 'valid')) {
    const { attempt } = counting;
    await grades.restore(organisationId, attempt.id, now);
    open = open.filter(({ attemptId }) => attemptId !== attempt.id);
    if (open.length === 0) return;
    const facts = await factsOf(services, counting);
    for (const row of open) {
      const part = partWhereKnown(services, facts, row);
      if (part === null) continue;
      const wish = { ...intentOf(row), ...part, attemptId: attempt.id };
      await grades.wish({ ...wish, id: services.randomId(), createdAt: now, dueAt: now });
      open = open.filter(({ id }) => id !== row.id);
    }
  }
}

async function factsOf(services: AttemptServices, own: AttemptWithProgress): Promise<GradedFacts> {
  const { attempt, progress } = own;
  const log = await (await createWork(services, own)).listEntries(1);
  return { ...progress, attempt, language: commentLanguage(log) };
}

/** What was decided about one attempt must not fail because the content of another is gone: that one has no score then. */
function partWhereKnown(
  { content }: AttemptServices,
  facts: GradedFacts,
  { dimension }: GradeRow,
): ReturnType<typeof gradePart> {
  try {
    return gradePart(content, facts, dimension);
  } catch (error) {
    const code = error instanceof AppError ? error.code : '';
    if (code === 'scenario.unknown' || code === 'bank.unknown') return null;
    throw error;
  }
}

/** Every attempt of the person in the activity, newest first. */
async function listOwn(
  { storage: { attempts } }: AttemptServices,
  { organisationId, personId, resourceLinkId }: PlayerRef,
): Promise<AttemptWithProgress[]> {
  const own: AttemptWithProgress[] = [];
  for (;;) {
    const before = own.at(-1)?.attempt.number;
    const page = { limit: pageSize, ...(before === undefined ? {} : { before }) };
    const found = await attempts.listByPerson(organisationId, personId, resourceLinkId, page);
    own.push(...found);
    if (found.length < pageSize) return own;
  }
}
