import { onDestroy, untrack } from 'svelte';
import type { AppView } from './app-view.svelte.ts';
import { TypedText } from './typed-text.svelte.ts';

/**
 * Follows the world's text and sends typed text before any other action. Call it during component
 * initialisation.
 * @param write sends text by `handOver`
 */
export function typeInto(app: AppView, stored: () => string, write: (typed: string) => void): TypedText {
  const typed = untrack(() => new TypedText(stored(), write, app.timers));
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
