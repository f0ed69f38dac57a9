/** What a simulated app gives the world: each app's folder exports one such object, and `apps.ts` lists them. */
import type { ActionRef, Step } from './base.ts';

/** What an app has on its screen for other apps to act on. */
export interface Offers {
  /** Ids of attachments that can be saved as files. */
  readonly attachments: readonly string[];
  /** Ids of web pages that a shown link leads to. */
  readonly pages: readonly string[];
}

/** What an app may know of the rest of the scene: apps never import the registry or each other. */
export interface Around {
  /** Ids of the apps on the desk. */
  readonly desk: readonly string[];
  /** What all apps together offer now. */
  readonly offers: () => Offers;
}

/** `ActionRef` names the action: ids of new drafts and files derive from it. */
export interface Turn extends ActionRef, Around {}

/** An app as pure functions over its part of the world and its own state. */
export interface WorldApp<Part, State, Action, Refusal extends string> {
  readonly start: (part: Part, desk: readonly string[]) => State;
  /**
   * Refuses what the screen does not offer in this state; a client could forge it. Returns the very same state object
   * if nothing changed.
   */
  readonly reduce: (part: Part, state: State, action: Action, turn: Turn) => Step<State, Refusal>;
  /**
   * Every action that the screen offers now and the reducer accepts. Values of free fields (`freeFields`) are samples:
   * any other value that the app can read is offered too.
   */
  readonly acts: (part: Part, state: State, around: Around) => readonly Action[];
  readonly offers?: (part: Part, state: State) => Partial<Offers>;
  /** Whether an accepted action changed nothing that a person can see, so that « Annuler » skips it. */
  readonly isUnseen?: (before: State, after: State) => boolean;
  /** The state after an undo; `before` is the remembered state, `undone` the one that is undone. */
  readonly undone?: (part: Part, before: State, undone: State) => State;
}
