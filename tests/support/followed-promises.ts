/** Whether Node tracks every promise of this process, as it does for async hooks and AsyncLocalStorage. */
import { executionAsyncId } from 'node:async_hooks';

/** Tracked promises have their own async ids; the others share one (“Promise execution tracking”). */
export async function arePromisesFollowed(): Promise<boolean> {
  const numbers: number[] = [];
  const note = (): void => void numbers.push(executionAsyncId());
  await Promise.resolve().then(note).then(note);
  return numbers[0] !== numbers[1];
}
