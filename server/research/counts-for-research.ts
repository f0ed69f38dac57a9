import type { AttemptProgress } from '../storage/ports/attempts.ts';

/**
 * The person consented and did not withdraw, and staff did not set the attempt aside. Applies to exports,
 * matrices, calibration and research record stores.
 */
export function countsForResearch({
  research,
  validity,
}: Pick<AttemptProgress, 'research' | 'validity'>): boolean {
  return research === 'given' && validity.state === 'valid';
}
