import type { AttemptProgress } from './ports/attempts.ts';

/** True if the attempt's result may count: neither set aside nor held until staff decide. */
export function isCounting({ validity, heldFor }: Pick<AttemptProgress, 'validity' | 'heldFor'>): boolean {
  return validity.state === 'valid' && heldFor.length === 0;
}
