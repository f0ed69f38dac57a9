/**
 * The course of the game on this page: from the launch to the end, which screen is shown and what leads on. Owns no
 * sentence and no drawing.
 */
import { type ApiProblem, isSessionOver, toProblem } from '../api/problem.ts';
import { type Language, locale } from '../i18n/i18n.svelte.ts';
import { type Attempt, type AttemptDeps, createAttempt } from './attempt.svelte.ts';
import { Pauses } from './pauses.ts';
import type { Session } from './session.svelte.ts';

export type Screen =
  | 'opening'
  | 'notice'
  | 'welcome'
  | 'introduction'
  | 'scene'
  | 'scene-end'
  | 'finished'
  | 'continue-here'
  | 'paused'
  | 'session-ended'
  | 'unavailable'
  | 'goodbye'
  | 'staff';

export interface GameDeps extends Omit<AttemptDeps, 'onproblem' | 'onconnection' | 'store'> {
  readonly session: Session;
  readonly openStore: () => Promise<AttemptDeps['store']>;
  /** Loads the page again, for a newer client. */
  readonly reload: () => void;
}

/** The notice that this client shows; another one in force means that the client is old. */
export const shownNotice = '1';

/** After so many recoveries without a word from the server that it stored something, the person is told. */
const maxRecoveries = 2;

export class Game {
  screen: Screen = $state('opening');
  attempt: Attempt | null = $state.raw(null);
  problem: ApiProblem | null = $state.raw(null);
  isConnectionLost = $state(false);
  /** True while a step of the game waits for the server: buttons wait too. */
  isBusy = $state(false);
  readonly session: Session;
  readonly #deps: GameDeps;
  readonly #pauses: Pauses;
  #store: Promise<AttemptDeps['store']> | null = null;
  #nextNumber = 1;
  #recoveries = 0;
  #hasChosenLanguage = false;

  constructor(deps: GameDeps) {
    this.#deps = deps;
    this.session = deps.session;
    // eslint-disable-next-line -- replaced below
    this.#pauses = new Pauses(this.#pausesPort(), deps.timers);
  }
}
