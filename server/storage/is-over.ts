import type { AttemptProgress } from './ports/attempts.ts';

export function isOver({ status }: Pick<AttemptProgress, 'status'>): boolean {
  return status === 'finished' || status === 'abandoned';
}
