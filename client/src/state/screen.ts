import type { Attempt } from './attempt.svelte.ts';

/** Edition of the notice that this client shows; if the server names another, the client is old. */
export const shownNotice = '5';

export type Screen =
  | 'opening'
  | 'notice'
  | 'welcome'
  | 'computer'
  | 'week'
  | 'introduction'
  | 'scene'
  | 'scene-end'
  | 'helper-offer'
  | 'research'
  | 'finished'
  | 'continue-here'
  | 'elsewhere'
  | 'paused'
  | 'session-ended'
  | 'unavailable'
  | 'goodbye'
  | 'erased';

/** Null if the scene itself comes next. */
export function screenBetween(
  {
    view,
    isInScene,
    waitsForComputer,
    wasWelcomed,
  }: Pick<Attempt, 'view' | 'isInScene' | 'waitsForComputer' | 'wasWelcomed'>,
  screen: Screen,
): 'helper-offer' | 'welcome' | 'week' | 'computer' | null {
  // The server knows that it is due, so it is asked again after a reload.
  if (view.helperOffer === 'due') return 'helper-offer';
  const isFirst = view.scenes.every(({ status }) => status === 'waiting');
  if (isFirst && !wasWelcomed && screen !== 'welcome' && screen !== 'week') return 'welcome';
  // The week is shown before each scene and after the last.
  if (view.hasWeek && !isInScene && screen !== 'week') return 'week';
  return waitsForComputer ? 'computer' : null;
}

/** Where Back leads, never to an introduction that was read; `leave` asks first, and null stays. */
export function screenBefore(screen: Screen, hasWeek: boolean): 'week' | 'leave' | null {
  if (screen === 'opening' || screen === 'session-ended') return null;
  if (screen === 'goodbye' || screen === 'erased') return null;
  return (screen === 'scene' || screen === 'introduction') && hasWeek ? 'week' : 'leave';
}
