import type { Attempt } from './attempt.svelte.ts';

/** The version of the notice in this client; if another one is in force, the client is old. */
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

/** What comes before the next scene when leaving `screen`; null if the scene itself is next. */
export function screenBetween(
  { view, isInScene }: Pick<Attempt, 'view' | 'isInScene'>,
  screen: Screen,
): 'helper-offer' | 'welcome' | 'week' | null {
  // From the server, so that a reload in between asks again.
  if (view.helperOffer === 'due') return 'helper-offer';
  const isFirst = view.scenes.every(({ status }) => status === 'waiting');
  if (isFirst && screen !== 'welcome' && screen !== 'week') return 'welcome';
  // The map comes before each scene and after the last.
  return view.hasWeek && !isInScene && screen !== 'week' ? 'week' : null;
}
