/** The screens of the game, by name. */
export type Screen =
  | 'opening'
  | 'notice'
  | 'welcome'
  | 'week'
  | 'introduction'
  | 'scene'
  | 'scene-end'
  | 'finished'
  | 'continue-here'
  | 'paused'
  | 'session-ended'
  | 'unavailable'
  | 'goodbye';
