import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { ItemResult, ScoredScene } from '../../scenarios/kit/log.ts';
import type { Content } from '../content/load.ts';
import { findEvidence, findScenePlayed, wordsOf } from '../content/find-scene.ts';
import type { TalkingPoint } from '../contract/told.ts';
import type { Words } from '../contract/words.ts';

export interface ToldScene {
  readonly scenario: string;
  /** Null if the scenario is gone. */
  readonly title: Words | null;
  readonly items: readonly ItemResult[];
  /** Credited rules that have a sentence for the person. */
  readonly credited: readonly { readonly item: string; readonly words: Words }[];
  readonly noticed: readonly Noticed[];
}

export interface Noticed extends TalkingPoint {
  /** 1 (courtesy) to 5 (a code given away). */
  readonly harm: number;
  /** Null if it speaks about no item in particular. */
  readonly dimension: Dimension | null;
}

type ContentPart = Pick<Content, 'publicScene' | 'evidence' | 'evidenceTexts'>;

/** @param seed of the attempt, because titles may contain the variant's words */
export function readScene(content: ContentPart, { scene, result }: ScoredScene, seed: number): ToldScene {
  const played = findScenePlayed(content, scene, seed);
  const { scenario } = scene;
  const title = played === undefined ? null : wordsOf(played.texts, played.world.title);
  const found = findEvidence(content, scene);
  if (found === undefined) return { scenario, title, items: result.items, credited: [], noticed: [] };
  const { evidence, texts } = found;
  const credited = result.rules
    .filter(({ points }) => points > 0)
    .flatMap(({ rule, item }) => {
      const key = evidence.rules.find(({ id }) => id === rule)?.toLearner;
      return key === undefined ? [] : [{ item, words: wordsOf(texts, key) }];
    });
  const noticed = result.misconceptions.flatMap((id): Noticed[] => {
    const about = evidence.misconceptions.find((one) => one.id === id);
    if (about === undefined) return [];
    const { text, ask, harm, item } = about;
    const dimension = evidence.items.find((one) => one.id === item)?.dimension ?? null;
    const words = { text: wordsOf(texts, text), ask: ask === undefined ? null : wordsOf(texts, ask) };
    return [{ ...words, harm, dimension }];
  });
  return { scenario, title, items: result.items, credited, noticed };
}
