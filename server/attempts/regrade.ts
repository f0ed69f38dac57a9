/** Wishes for the grades of an attempt that was scored anew: only where a gradebook shows, or will show, its score. */
import type { GradeIntent, GradeRow } from '../storage/ports/grades.ts';
import { gradePart, type GradedFacts } from './grade-parts.ts';
import type { AttemptServices } from './services.ts';

/**
 * One for each column whose live row is this attempt's and says something else. None where too little was played for a
 * score: what a gradebook shows is never taken away.
 */
export async function regradeIntents(
  { storage, content, clock, randomId }: Pick<AttemptServices, 'storage' | 'content' | 'clock' | 'randomId'>,
  facts: GradedFacts,
): Promise<GradeIntent[]> {
  const { organisationId, id } = facts.attempt;
  const rows = await storage.grades.listByAttempt(organisationId, id);
  const now = clock();
  return rows.flatMap((row): GradeIntent[] => {
    const part = gradePart(content, facts, row.dimension);
    if (part === null || (part.score === row.score && part.comment === row.comment)) return [];
    return [{ ...intentOf(row), ...part, id: randomId(), createdAt: now, dueAt: now }];
  });
}

/** Whose score a row carries, and to which column. */
export function intentOf(
  row: GradeRow,
): Omit<GradeIntent, 'id' | 'score' | 'comment' | 'createdAt' | 'dueAt'> {
  const {
    organisationId,
    attemptId,
    personId,
    registrationId,
    resourceLinkId,
    family,
    lineItemUrl,
    dimension,
  } = row;
  return {
    organisationId,
    attemptId,
    personId,
    registrationId,
    resourceLinkId,
    family,
    lineItemUrl,
    dimension,
  };
}
