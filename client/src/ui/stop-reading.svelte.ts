import type { ReadAloud } from './read-aloud.svelte.ts';

/** Stops reading when `shown` changes or the component ends. Call it while a component is being set up. */
export function stopReading(reader: () => ReadAloud, shown: () => string): void {
  $effect(() => {
    reader().stopFor(shown());
  });
  $effect(() => () => {
    reader().stop();
  });
}
