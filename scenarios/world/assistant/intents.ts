import { isBlank, type Written } from '../phrases.ts';
import { plainText, plainWords, sameWord } from '../plain-text.ts';
import type { AssistantWorld } from './types.ts';

/** The intents that a request may have: one if no words were typed, else any. */
export function possibleIntents(world: AssistantWorld, draft: Written): readonly string[] {
  if (isBlank(draft)) return [];
  if (draft.typed.trim() !== '') return world.intents.map(({ id }) => id);
  return [chosenIntent(world, draft.phrases) ?? lastIntent(world)];
}

/**
 * What a request wants: its ready-made sentences decide, else the most words that it shares with an intent.
 * @param wordsOf of an intent, between commas and full stops
 */
export function readIntent(
  world: AssistantWorld,
  { phrases, typed }: Written,
  wordsOf: (intent: AssistantWorld['intents'][number]) => string,
): string {
  const chosen = chosenIntent(world, phrases);
  if (chosen !== undefined) return chosen;
  const said = plainWords(plainText(typed));
  const ranked = world.intents
    .map((intent) => ({ id: intent.id, shared: countShared(said, wordsOf(intent)) }))
    .toSorted((one, other) => other.shared - one.shared);
  const [best] = ranked;
  return best === undefined || best.shared === 0 ? lastIntent(world) : best.id;
}

function countShared(said: readonly string[], list: string): number {
  const known = list.split(/[,.]/u).map((each) => plainWords(plainText(each)));
  return known.filter(
    (words) =>
      words.length > 0 &&
      said.some((_word, start) => words.every((word, offset) => sameWord(word, said[start + offset] ?? ''))),
  ).length;
}

function chosenIntent({ intents }: AssistantWorld, phrases: readonly string[]): string | undefined {
  return intents.find((intent) => intent.phrases.some((id) => phrases.includes(id)))?.id;
}

function lastIntent({ intents }: AssistantWorld): string {
  return intents.at(-1)?.id ?? '';
}
