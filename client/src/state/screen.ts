/** The screens of the game, by name, and what stands between scenes. */
import type { Attempt } from './attempt.svelte.ts';

/** The notice that this client shows; another one in force means that the client is old. */
export const shownNotice = '1';

export type Screen =
  | 'opening'
  | 'notice'
  | 'welcome'
  | 'week'
  | 'introduction'
  | 'scene'
  | 'scene-end'
  | 'helper-offer'
  | 'finished'
  | 'continue-here'
  | 'paused'
  | 'session-ended'
  | 'unavailable'
  | 'goodbye';

/** What is to be seen before the next scene, coming from `screen`; null where the scene itself is next. */
export function screenBetween(
  { view, isInScene }: Pick<Attempt, 'view' | 'isInScene'>,
  screen: Screen,
): 'helper-offer' | 'welcome' | 'week' | null {
  // Told by the server, so that a reload in between asks again.
  if (view.helperOffer === 'due') return 'helper-offer';
  const isFirst = view.scenes.every(({ status }) => status === 'waiting');
  if (isFirst && screen !== 'welcome' && screen !== 'week') return 'welcome';
  // The map stands between scenes: before the next one, and after the last.
  return view.hasWeek && !isInScene && screen !== 'week' ? 'week' : null;
}
