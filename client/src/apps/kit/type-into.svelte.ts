import { onDestroy, untrack } from 'svelte';
import type { AppView } from './app-view.svelte.ts';
import { type Timers, TypedText } from './typed-text.svelte.ts';

/**
 * The text of a box that the world stores: follows the world, and is sent before any other action. Call it while the
 * box's component starts.
 * @param stored the text that the world has
 * @param write sends text to the world by `handOver`
 */
export function typeInto(
  app: AppView,
  stored: () => string,
  write: (typed: string) => void,
  timers: Timers,
): TypedText {
  const typed = new TypedText(untrack(stored), write, timers);
  const forget = app.followTyping(() => {
    typed.flush();
  });
  onDestroy(() => {
    typed.dispose();
    forget();
  });
  $effect(() => {
    typed.follow(stored());
  });
  return typed;
}
