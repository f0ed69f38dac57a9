import type { Caller } from '../api/caller.ts';
import type { AttemptDeps } from './attempt.svelte.ts';
import type { TextStorage } from './persisted.ts';
import type { Windows } from './own-window.svelte.ts';
import type { Session } from './session.svelte.ts';

export interface GameDeps extends Omit<AttemptDeps, 'onproblem' | 'onstored' | 'onconnection' | 'store'> {
  readonly session: Session;
  /** For pages beside the play, such as the report. */
  readonly caller: Pick<Caller, 'retried' | 'file'>;
  readonly openStore: () => Promise<AttemptDeps['store']>;
  readonly storage: TextStorage | null;
  readonly windows: Windows;
  readonly reload: () => void;
}
