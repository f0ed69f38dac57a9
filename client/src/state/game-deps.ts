/** What the game needs of the page it runs in; a test brings its own. */
import type { Caller } from '../api/caller.ts';
import type { AttemptDeps } from './attempt.svelte.ts';
import type { KeptStorage } from './persisted.ts';
import type { Session } from './session.svelte.ts';

export interface GameDeps extends Omit<AttemptDeps, 'onproblem' | 'onstored' | 'onconnection' | 'store'> {
  readonly session: Session;
  /** Requests of pages beside the play: the report. */
  readonly caller: Pick<Caller, 'retried'>;
  readonly openStore: () => Promise<AttemptDeps['store']>;
  /** Outlives the tab; null where the browser refuses it. */
  readonly storage: KeptStorage | null;
  /** Loads the page again, for a newer client. */
  readonly reload: () => void;
}
