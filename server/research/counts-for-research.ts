/** Which attempts take part in research: exports, matrices, calibration, and record stores of research. */
import type { AttemptProgress } from '../storage/ports/attempts.ts';

/** The person agreed and did not take it back, and staff did not set the attempt aside. */
export function countsForResearch({
  research,
  validity,
}: Pick<AttemptProgress, 'research' | 'validity'>): boolean {
  return research === 'given' && validity.state === 'valid';
}
