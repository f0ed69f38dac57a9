import type { CountingView } from '../contract/counting.ts';
import { isCounting } from '../storage/is-counting.ts';
import { isOver } from '../storage/is-over.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';

/**
 * Null if no attempt counts.
 * @param attempts of one person, newest first
 */
export function findCounting(attempts: readonly AttemptWithProgress[]): CountingView | null {
  const [latest] = attempts;
  const found = attempts.find(({ progress }) => progress.score !== null && isCounting(progress));
  if (latest === undefined || found === undefined) return null;
  return { number: found.attempt.number, because: found === latest ? 'newest' : whyNot(latest) };
}

function whyNot({ progress }: AttemptWithProgress): CountingView['because'] {
  if (progress.validity.state === 'invalid') return 'later-set-aside';
  if (progress.heldFor.length > 0) return 'later-held';
  return isOver(progress) ? 'later-too-few' : 'later-open';
}
