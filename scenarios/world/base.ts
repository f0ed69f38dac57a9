/**
 * Words that every part of the simulated workplace shares. Types only: the client bundle and the server share them.
 */

/** A key of the scenario's text files (`world.fr.yaml`, `world.en.yaml`). */
export type TextKey = string;

export type Language = 'fr' | 'en';

/** Members of the cast that can speak or write (ART.md). */
export type CastId = 'nadia' | 'samir' | 'joyce' | 'marc' | 'rosa';

export type Expression = 'neutral' | 'smiling' | 'thoughtful';

export interface ActionRef {
  readonly epoch: number;
  readonly actionSeq: number;
}

/** Why the desk, or any app, refuses an action; never shown as a fault, the client rebuilds and play goes on. */
export type WorldRefusal =
  | 'world.ended'
  | 'world.unknown-app'
  | 'world.unknown-target'
  /** It exists, but nothing on the screen leads to it now. */
  | 'world.not-on-screen'
  | 'world.nothing-to-undo'
  | 'help.unknown-topic';

/** What comes of an action: the next state, or the code for which it is refused. */
export type Step<State, Code extends string = WorldRefusal> =
  { readonly ok: true; readonly state: State } | { readonly ok: false; readonly code: Code };
