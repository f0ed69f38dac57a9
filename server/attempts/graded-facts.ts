import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { findGradeKind } from './grade-kind.ts';
import { commentLanguage, type GradedFacts } from './grade-parts.ts';
import { currentResults } from './results.ts';
import type { AttemptServices } from './services.ts';
import { beginTransaction } from './transaction.ts';

/** @throws AppError attempt.unknown if the person was erased */
export async function readGradedFacts(
  services: AttemptServices,
  stored: AttemptWithProgress,
): Promise<GradedFacts> {
  const { attempt, progress } = stored;
  const log = await (await beginTransaction(services, stored)).listEntries(1);
  return {
    ...progress,
    attempt,
    results: currentResults(log),
    language: commentLanguage(log),
    kind: await findGradeKind(services, attempt),
  };
}
