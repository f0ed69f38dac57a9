import { pick } from '../base/pick.ts';
import type { GradeIntent, GradeRow } from '../storage/ports/grades.ts';
import { findGradePart, type GradedFacts } from './grade-parts.ts';
import type { AttemptServices } from './services.ts';

/**
 * For columns that show or will show a changed score or comment. Empty if too little was played, or content is gone:
 * scores are never removed.
 */
export async function regradeIntents(
  services: Pick<AttemptServices, 'storage' | 'content' | 'clock' | 'randomId'>,
  facts: GradedFacts,
): Promise<GradeIntent[]> {
  const { organisationId, id } = facts.attempt;
  const rows = await services.storage.grades.listByAttempt(organisationId, id);
  return regradeRows(services, facts, rows, services.clock());
}

/** As `regradeIntents`, for these rows of the attempt. */
export function regradeRows(
  { content, randomId }: Pick<AttemptServices, 'content' | 'randomId'>,
  facts: GradedFacts,
  rows: readonly GradeRow[],
  now: number,
): GradeIntent[] {
  return rows.flatMap((row): GradeIntent[] => {
    const part = findGradePart(content, facts, row.dimension);
    if (part === null || (part.score === row.score && part.comment === row.comment)) return [];
    return [{ ...gradeTarget(row), ...part, id: randomId(), createdAt: now, dueAt: now }];
  });
}

export function gradeTarget(
  row: GradeRow,
): Omit<GradeIntent, 'id' | 'score' | 'comment' | 'createdAt' | 'dueAt'> {
  return {
    ...pick(row, 'organisationId', 'attemptId', 'personId', 'registrationId', 'resourceLinkId'),
    ...pick(row, 'family', 'lineItemUrl', 'dimension'),
  };
}
