/** What facts are made from: final state and log, never a typed text. */
import type { TextFeatures } from './log.ts';
import type { ActionRef, Language } from '../world/base.ts';
import type { PlacedAction } from '../world/scene.ts';
import type { SceneState, World } from '../world/types.ts';

/** An accepted action, with features if it handed over a typed text. */
export interface ObservedAction extends PlacedAction {
  readonly features?: TextFeatures;
}

export interface ObservedScene {
  readonly world: World;
  readonly state: SceneState;
  /** The accepted actions in order, undone or not. */
  readonly actions: readonly ObservedAction[];
}

/** A class, since CEL tells types apart by constructor. */
export interface FactType {
  readonly name: string;
  readonly ctor: new (...parts: never[]) => object;
  readonly fields: Readonly<Record<string, FactField>>;
}

/** One fact, as authors read of it. */
export interface FactField {
  /** CEL type, e.g. `list<string>`. */
  readonly type: string;
  readonly doc: Readonly<Record<Language, string>>;
  /**
   * `end`: what holds at the end of the scene, so that undoing takes it back. `ever`: what happened at any time, undone
   * or not. Absent in a part of a fact, which holds when the whole does.
   */
  readonly when?: 'end' | 'ever';
}

/** A fact about the end of the scene. */
export function atEnd(type: string, fr: string, en: string): FactField {
  return { type, doc: { fr, en }, when: 'end' };
}

/** A fact about what happened at any time, undone or not. */
export function atAnyTime(type: string, fr: string, en: string): FactField {
  return { type, doc: { fr, en }, when: 'ever' };
}

/** A part of a fact. */
export function partOf(type: string, fr: string, en: string): FactField {
  return { type, doc: { fr, en } };
}

/** A class whose instances hold the given facts and nothing else. */
export function factClass<Fields extends object>(): new (facts: Fields) => Fields {
  const Facts: new (facts: Fields) => object = class extends Object {
    constructor(facts: Fields) {
      super();
      Object.assign(this, facts);
    }
  };
  // The compiler does not follow what `Object.assign` puts into a new object.
  return Facts as new (facts: Fields) => Fields;
}

/** The log lacks features that evidence needs: a fault of the program, not of the person. */
export class MissingFeaturesError extends Error {
  constructor({ epoch, actionSeq }: ActionRef) {
    super(`no text features are stored for action ${actionSeq} of epoch ${epoch}`);
    this.name = 'MissingFeaturesError';
  }
}

/** @throws MissingFeaturesError */
export function getFeatures(actions: readonly ObservedAction[], ref: ActionRef): TextFeatures {
  const found = actions.find(({ epoch, actionSeq }) => epoch === ref.epoch && actionSeq === ref.actionSeq);
  if (found?.features === undefined) throw new MissingFeaturesError(ref);
  return found.features;
}
