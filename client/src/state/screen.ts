import type { Attempt } from './attempt.svelte.ts';

/** If another version is in force, this client is old. */
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

/** Returns null if the scene itself is next. */
export function screenBetween(
  { view, isInScene }: Pick<Attempt, 'view' | 'isInScene'>,
  screen: Screen,
): 'helper-offer' | 'welcome' | 'week' | null {
  // From the server: asked again after a reload.
  if (view.helperOffer === 'due') return 'helper-offer';
  const isFirst = view.scenes.every(({ status }) => status === 'waiting');
  if (isFirst && screen !== 'welcome' && screen !== 'week') return 'welcome';
  // Before each scene and after the last.
  return view.hasWeek && !isInScene && screen !== 'week' ? 'week' : null;
}
