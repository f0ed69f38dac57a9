/** What a simulated app gives the world: each app's folder exports one such object, and `apps.ts` lists them. */
import type { ActionRef, Step } from './base.ts';

/**
 * What an app may read of the rest of the scene. Each app names it as a narrow structural type: apps never import the
 * registry or each other.
 */
export interface Around<World, States> {
  readonly world: World;
  readonly apps: States;
}

/** Names the action (new ids derive from it), and what is around the app. */
export interface Turn<World, States> extends ActionRef, Around<World, States> {}

/** An app as pure functions over its part of the world and its own state. */
export interface WorldApp<Part, State, Action, Refusal extends string, World = unknown, States = unknown> {
  readonly start: (part: Part, world: World) => State;
  /** Returns the very same state object if nothing changed. */
  readonly reduce: (
    part: Part,
    state: State,
    action: Action,
    turn: Turn<World, States>,
  ) => Step<State, Refusal>;
  /** Whether an accepted action changed nothing that a person can see, so that « Annuler » skips it. */
  readonly isUnseen?: (before: State, after: State) => boolean;
  /** The state after an undo; `before` is the remembered state, `undone` the one that is undone. */
  readonly undone?: (part: Part, before: State, undone: State) => State;
}
