/** Facts for rules. They are never made from a typed text. */
import type { TextFeatures } from './log.ts';
import type { ActionRef, Language } from '../world/base.ts';
import type { PlacedAction } from '../world/types.ts';
import type { SceneState, World } from '../world/types.ts';

export interface ObservedAction extends PlacedAction {
  readonly features?: TextFeatures;
}

export interface ObservedScene {
  readonly world: World;
  readonly state: SceneState;
  /** Accepted, in order, undone or not. */
  readonly actions: readonly ObservedAction[];
}

/** A class, since CEL tells types apart by constructor. */
export interface FactType {
  readonly name: string;
  readonly ctor: new (...parts: never[]) => object;
  readonly fields: Readonly<Record<string, FactField>>;
}

export interface FactField {
  readonly type: string;
  readonly doc: Readonly<Record<Language, string>>;
  /**
   * `end`: at the end of the scene, so undo takes it back. `ever`: at any time, undone or not. Absent in a
   * part of a fact.
   */
  readonly when?: 'end' | 'ever';
}

export function atEnd(type: string, fr: string, en: string): FactField {
  return { type, doc: { fr, en }, when: 'end' };
}

export function atAnyTime(type: string, fr: string, en: string): FactField {
  return { type, doc: { fr, en }, when: 'ever' };
}

export function partOf(type: string, fr: string, en: string): FactField {
  return { type, doc: { fr, en } };
}

/** A type of fact with a class of its own. */
export function factType<Facts extends object>(
  name: string,
  fields: { readonly [Name in keyof Facts]: FactField },
): FactType & { readonly make: (facts: Facts) => Facts } {
  const ctor = class extends Object {};
  return { name, ctor, fields, make: (facts) => Object.assign(new ctor(), facts) };
}

/** Place among the accepted actions, from 1; 0 if none: `a.at < b.at` says that a came first. */
export function placeOf(actions: readonly ObservedAction[], ref: ActionRef): bigint {
  return BigInt(
    actions.findIndex(({ epoch, actionSeq }) => epoch === ref.epoch && actionSeq === ref.actionSeq) + 1,
  );
}

/** A field for `placeOf`. */
export const atPlace = partOf(
  'int',
  'Rang parmi les actions acceptées, à partir de 1 : `a.at < b.at` dit que a vient avant.',
  'Place among the accepted actions, from 1: `a.at < b.at` says that a came first.',
);

/** Thrown because of a fault of the program, never of the person. */
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
