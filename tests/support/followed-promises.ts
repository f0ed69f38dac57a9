/** Whether Node follows every promise of this process, as it does while a hook or an AsyncLocalStorage asks for it. */
import { executionAsyncId } from 'node:async_hooks';

/** Followed promises have a number each, and so have their callbacks; the others share one (“Promise execution tracking”). */
export async function arePromisesFollowed(): Promise<boolean> {
  const numbers: number[] = [];
  const note = (): void => void numbers.push(executionAsyncId());
  await Promise.resolve().then(note).then(note);
  return numbers[0] !== numbers[1];
}
