/** What the drafts of all apps are made with. */
import type { SceneRef, TextFeatures } from '../../scenarios/kit/log.ts';
import type { SimulatedAppId } from '../../scenarios/world/types.ts';
import { localId } from '../activities.ts';
import type { StatementDraft, Tier } from '../statement-draft.ts';
import type { Activity, Extensions } from '../statement.ts';
import { extensions, type VerbName } from '../vocabulary.ts';

/** Length classes of typed text, by the most UTF-16 units they hold. */
const lengthClasses = [
  ['none', 0],
  ['short', 20],
  ['medium', 100],
] as const;

export type DraftMaker = (verb: VerbName, tier: Tier, object: Activity, more?: Extensions) => StatementDraft;

/** Makes the drafts of one app in one scene. */
export function draftMaker(scene: SceneRef, app: SimulatedAppId | 'desk'): DraftMaker {
  return (verb, tier, object, more) => {
    const draft = { verb, tier, object, scene, app };
    return more === undefined ? draft : { ...draft, extensions: more };
  };
}

/** How long a typed text is, as a class: the text itself is in no statement. */
export function lengthClassOf(typed: string): string {
  const length = typed.trim().length;
  return lengthClasses.find(([, most]) => length <= most)?.[0] ?? 'long';
}

/** What a text says, as the names of its features. */
export function featuresExtension(features: TextFeatures | undefined): Extensions | undefined {
  if (features === undefined) return undefined;
  const found = Object.entries(features)
    .filter(([, present]) => present)
    .map(([name]) => localId(name));
  return { [extensions.textFeatures]: found.sort() };
}
