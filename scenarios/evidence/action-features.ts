/** Features are computed at once, because the typed text may be deleted later. */
import { finalText } from '../apps/app-lookups.ts';
import type { FinalText } from '../kit/app.ts';
import type { TextFeatures } from '../kit/log.ts';
import { fill } from '../schema/variant.ts';
import type { SceneState, World, WorldAction } from '../world/types.ts';
import { findKeywords } from './keywords.ts';
import { readMessage, readName, readSearch } from './reading/read-text.ts';
import type { SharedVocabulary } from './reading/shared-vocabulary.ts';
import { searchFeatures } from './search-features.ts';
import { textFeatures } from './text-features.ts';
import type { Vocabulary } from './vocabulary.ts';

type Values = World['values'];

/**
 * @param before the state before `action`
 * @returns undefined if the action hands over no text
 */
export function featuresOfAction(
  vocabulary: Vocabulary,
  { values }: Pick<World, 'values'>,
  before: SceneState,
  action: WorldAction,
): TextFeatures | undefined {
  const text = action.app === 'desk' ? undefined : finalText(before, action);
  return text && featuresOfText(vocabulary, values, text);
}

/** @param values of the variant, for what `recognises` names by placeholder */
export function featuresOfText(vocabulary: Vocabulary, values: Values, text: FinalText): TextFeatures {
  const { shared } = vocabulary;
  switch (text.as) {
    case 'message':
      return shared
        ? {
            ...readMessage(fitted(shared, values), text.typed, chosenFeatures(vocabulary, text.phrases)),
            ...briefness(shared, text),
            ...noteFeatures(vocabulary, values, text),
          }
        : textFeatures(vocabulary, text);
    case 'search':
      return shared ? readSearch(shared, text.typed) : searchFeatures(vocabulary, text.typed);
    case 'request':
      return readRequest(vocabulary, text);
    case 'name':
      return shared ? readName(shared, text.typed) : findKeywords(vocabulary.keywords, text.typed);
  }
}

/** « Peux-tu écrire… » is a request though it asks: a word counts wherever it stands. */
function readRequest(vocabulary: Vocabulary, { typed, phrases }: FinalText): TextFeatures {
  const { shared } = vocabulary;
  const said = shared ? readName(shared, typed) : findKeywords(vocabulary.keywords, typed);
  const chosen = [...chosenFeatures(vocabulary, phrases)].map((name) => [name, true] as const);
  return { ...said, ...Object.fromEntries(chosen) };
}

function noteFeatures(vocabulary: Vocabulary, values: Values, { note }: FinalText): TextFeatures {
  if (note === undefined) return {};
  const said = featuresOfText(vocabulary, values, { as: 'message', ...note });
  return Object.fromEntries(Object.entries(said).map(([name, is]) => [nameInNote(name), is]));
}

/** `aiHelp` of a note is `noteAiHelp`. */
export function nameInNote(name: string): string {
  return `note${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function briefness({ recognises }: SharedVocabulary, { words }: FinalText): TextFeatures {
  if (recognises.words === undefined || words === undefined) return {};
  return { brief: words <= recognises.words };
}

function chosenFeatures({ phrases }: Vocabulary, ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids.flatMap((id) => phrases.get(id) ?? []));
}

function fitted(shared: SharedVocabulary, values: Values = {}): SharedVocabulary {
  const { day, code, time, amount, besideAmount, shift, ...rest } = shared.recognises;
  const number = (written: number | string): number => Number(fill(String(written), values));
  return {
    ...shared,
    recognises: {
      ...rest,
      ...(day !== undefined && { day: fill(day, values) }),
      ...(code !== undefined && { code: fill(code, values) }),
      ...(time !== undefined && { time: fill(time, values) }),
      ...(amount !== undefined && { amount: number(amount) }),
      ...(besideAmount !== undefined && { besideAmount: number(besideAmount) }),
      ...(shift !== undefined && {
        shift: { day: fill(shift.day, values), worked: number(shift.worked), paid: number(shift.paid) },
      }),
    },
  };
}
