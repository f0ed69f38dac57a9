import type { ActionRef, Step } from './base.ts';

export interface Offers {
  readonly attachments: readonly string[];
  readonly pages: readonly string[];
  /** Pages that a code led to. */
  readonly codes: readonly string[];
  /** Of the phone; none without a home screen. */
  readonly signals: readonly ('none' | 'weak' | 'good')[];
  readonly texts: readonly string[];
}

/** What an app may know of the others: apps never import the registry or each other. */
export interface SceneContext {
  readonly desk: readonly string[];
  readonly offers: () => Offers;
}

/** Ids of new drafts and files derive from `ActionRef`. */
export interface ActionContext extends ActionRef, SceneContext {}

export interface WorldApp<Part, State, Action, Refusal extends string> {
  readonly start: (part: Part, desk: readonly string[]) => State;
  /**
   * Refuses what the screen does not offer: a client could forge it. Returns the same state object if nothing
   * changed.
   */
  readonly reduce: (part: Part, state: State, action: Action, context: ActionContext) => Step<State, Refusal>;
  /**
   * Every action that the screen offers and the reducer accepts. Values of free fields (`freeFields`) are
   * samples: any other readable value is allowed too.
   */
  readonly acts: (part: Part, state: State, context: SceneContext) => readonly Action[];
  readonly offers?: (part: Part, state: State) => Partial<Offers>;
  /** The app that an accepted action brings to the front, as an icon does; `after` is the state after it. */
  readonly front?: (part: Part, after: State, action: Action) => string | undefined;
  /** An accepted action changed nothing visible, so « Annuler » skips it. */
  readonly isUnseen?: (before: State, after: State) => boolean;
  /** `before` is the remembered state, `undone` the one that is undone. */
  readonly undone?: (part: Part, before: State, undone: State) => State;
}
