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

/** Large text on a phone, or in a low frame that is not wide for its text: the scene's tools stand in one row. */
export function narrowFrame(textSize: ComfortValues['text-size']): MediaQuery {
  const larger = Number(textSize) / 100;
  const [narrow, low, notWide] = [14.99 * larger, 23.99 * larger, 47.99 * larger];
  return new MediaQuery(
    `(max-width: ${narrow}rem) or ((max-height: ${low}rem) and (max-width: ${notWide}rem))`,
  );
}
