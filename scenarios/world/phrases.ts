import type { Step, TextKey } from './base.ts';

/** For people who would rather not type. */
export interface PhraseGroup {
  readonly id: string;
  readonly title: TextKey;
  readonly phrases: readonly { readonly id: string; readonly text: TextKey }[];
}

export interface Written {
  /** In the order chosen, before the typed text. */
  readonly phrases: readonly string[];
  /** Personal: encrypted at rest, in no statement. */
  readonly typed: string;
}

export function isBlank({ phrases, typed }: Written): boolean {
  return phrases.length === 0 && typed.trim() === '';
}

/** Returns the same list if nothing changed. */
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

export function withOrWithout(list: readonly string[], id: string, present: boolean): readonly string[] {
  if (list.includes(id) === present) return list;
  return present ? [...list, id] : list.filter((each) => each !== id);
}
