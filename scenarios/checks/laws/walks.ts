/** Somebody who presses anything: seeded walks of what the screen offers. */
import { observeStep, startPlay, type ObservedPlay } from '../../evidence/observe-play.ts';
import { createRandom, type Random } from '../../measurement/random.ts';
import type { WorldAction } from '../../world/types.ts';
import type { Setting } from '../settings.ts';
import { type Ground, offered } from './explore.ts';

export const walkLengths = [15, 40] as const;
export const walksPerLength = 200;

const neutral = {
  fr: ['Oui', 'Non', 'Bonjour!', 'ok', 'Je ne sais pas'],
  en: ['Yes', 'No', 'Hello!', 'ok', 'I do not know'],
};
const longestText = 60;

/** What a person may type who only copies words from the screen. */
export function wordsOnScreen({ texts, language }: Setting): readonly string[] {
  return [...Object.values(texts).filter((text) => text.length <= longestText), ...neutral[language]];
}

/** Whole numbers on the screen, for cells. */
function numbersIn(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((text) => text.match(/(?<!\d)[1-9]\d{0,2}(?!\d)/g) ?? []))];
}

/** Without the end of the scene, and without help, which could only take points away. */
export function randomWalk(
  ground: Ground,
  words: readonly string[],
  { length, seed }: { readonly length: number; readonly seed: string },
): ObservedPlay {
  const random = createRandom(seed);
  const numbers = numbersIn(words);
  let played = startPlay(ground.world);
  for (let taken = 0; taken < length; taken += 1) {
    const acts = offered(ground.world, played).filter(isPress);
    if (acts.length === 0) break;
    const action = withText(chooseAct(random, acts), words, numbers, random);
    played = observeStep(ground.vocabulary, ground.world, played, action);
  }
  return played;
}

function isPress({ app, type }: WorldAction): boolean {
  return app !== 'desk' || type === 'open-app' || type === 'undo';
}

/** Each kind of action is as likely as any other, however many of a kind are offered. */
function chooseAct(random: Random, acts: readonly WorldAction[]): WorldAction {
  const kinds = [...new Set(acts.map(kindOf))];
  const kind = pick(random, kinds);
  return pick(
    random,
    acts.filter((action) => kindOf(action) === kind),
  );
}

function kindOf({ app, type }: WorldAction): string {
  return `${app}.${type}`;
}

/** A field of a form keeps its sample: its text comes with how it reads. */
function withText(
  action: WorldAction,
  words: readonly string[],
  numbers: readonly string[],
  random: Random,
): WorldAction {
  if ('typed' in action && !('reading' in action)) return { ...action, typed: pick(random, words) };
  if ('number' in action && numbers.length > 0) return { ...action, number: pick(random, numbers) };
  return action;
}

function pick<Each>(random: Random, list: readonly Each[]): Each {
  const found = list[Math.floor(random.uniform() * list.length)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}
