/** Types only: shared by the client bundle and the server. */

/** In `world.fr.yaml` and `world.en.yaml`. */
export type TextKey = string;

export type Language = 'fr' | 'en';

export type CastId = 'nadia' | 'samir' | 'joyce' | 'marc' | 'rosa';

export type Expression = 'neutral' | 'smiling' | 'thoughtful';

export interface ActionRef {
  readonly epoch: number;
  readonly actionSeq: number;
}

/** Never shown as a fault: the client rebuilds and play goes on. */
export type WorldRefusal =
  | 'world.ended'
  | 'world.unknown-app'
  | 'world.unknown-target'
  /** It exists, but nothing on the screen leads to it now. */
  | 'world.not-on-screen'
  | 'world.nothing-to-undo'
  | 'help.unknown-topic';

export type Step<State, Code extends string = WorldRefusal> =
  { readonly ok: true; readonly state: State } | { readonly ok: false; readonly code: Code };
