import type { CountingView } from '../contract/counting.ts';
import { isOver } from '../storage/is-over.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';

/**
 * Null if no attempt counts.
 * @param attempts of one person, newest first
 */
export function findCounting(attempts: readonly AttemptWithProgress[]): CountingView | null {
  const [latest] = attempts;
  const found = attempts.find(({ progress }) => progress.score !== null && isValid(progress));
  if (latest === undefined || found === undefined) return null;
  return { number: found.attempt.number, because: found === latest ? 'newest' : whyNot(latest) };
}

function whyNot({ progress }: AttemptWithProgress): CountingView['because'] {
  if (!isValid(progress)) return 'later-set-aside';
  return isOver(progress) ? 'later-too-few' : 'later-open';
}

function isValid({ validity }: AttemptWithProgress['progress']): boolean {
  return validity.state === 'valid';
}
