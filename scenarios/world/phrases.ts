/**
 * What a person writes in any app: ready-made sentences by id, in the order chosen, before own typed words. Knows
 * nothing of whom it goes to.
 */
import type { Step, TextKey } from './base.ts';

/** Ready-made sentences for people who would rather not type. */
export interface PhraseGroup {
  readonly id: string;
  readonly title: TextKey;
  readonly phrases: readonly { readonly id: string; readonly text: TextKey }[];
}

export interface Written {
  /** Chosen ready-made sentences, in order; they precede the typed text. */
  readonly phrases: readonly string[];
  /** What the person typed: personal, encrypted at rest, in no statement. */
  readonly typed: string;
}

/** True if nothing was written. */
export function isBlank({ phrases, typed }: Written): boolean {
  return phrases.length === 0 && typed.trim() === '';
}

/** The chosen sentences after the change; the same list if nothing changed. */
export function changePhrases(
  groups: readonly PhraseGroup[],
  chosen: readonly string[],
  change: { readonly type: 'add-phrase' | 'remove-phrase'; readonly phraseId: string },
): Step<readonly string[]> {
  const { type, phraseId } = change;
  const known = groups.some(({ phrases }) => phrases.some(({ id }) => id === phraseId));
  if (!known) return { ok: false, code: 'world.unknown-target' };
  return { ok: true, state: withOrWithout(chosen, phraseId, type === 'add-phrase') };
}

/** What the list of ready-made sentences offers: those not chosen can be added, the others removed. */
export function phraseActs(
  groups: readonly PhraseGroup[],
  chosen: readonly string[],
): readonly { readonly type: 'add-phrase' | 'remove-phrase'; readonly phraseId: string }[] {
  const ids = groups.flatMap(({ phrases }) => phrases.map(({ id }) => id));
  return ids.map((phraseId) => ({
    type: chosen.includes(phraseId) ? 'remove-phrase' : 'add-phrase',
    phraseId,
  }));
}

/** The list with or without an id; the same list if nothing changed. */
export function withOrWithout(list: readonly string[], id: string, present: boolean): readonly string[] {
  if (list.includes(id) === present) return list;
  return present ? [...list, id] : list.filter((each) => each !== id);
}
