import type { AttemptProgress } from '../storage/ports/attempts.ts';

export function countsForResearch({
  research,
  validity,
}: Pick<AttemptProgress, 'research' | 'validity'>): boolean {
  return research === 'given' && validity.state === 'valid';
}
