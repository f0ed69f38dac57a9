import { MediaQuery } from 'svelte/reactivity';
import type { ComfortValues } from '../state/comfort-values.ts';

/**
 * Whether a window is wide but low, as the frame of an LMS on a common laptop (969 × 409 px in Moodle).
 * Larger text counts as a smaller window, as in the style sheets.
 */
export function lowFrame(textSize: ComfortValues['text-size']): MediaQuery {
  const larger = Number(textSize) / 100;
  return new MediaQuery(`(min-width: ${48 * larger}rem) and (max-height: ${43.99 * larger}rem)`);
}

/** Whether a window of its own is offered to a page in a frame. In px, as the frame is given. */
export function lowHeight(): MediaQuery {
  return new MediaQuery('(height < 560px)');
}

/** « Double » on a phone. */
export function narrowFrame(textSize: ComfortValues['text-size']): MediaQuery {
  return new MediaQuery(`(max-width: ${(14.99 * Number(textSize)) / 100}rem)`);
}
