import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Evidence } from '../../scenarios/evidence/evaluate.ts';
import type { ItemResult, SceneResult, ScoredScene } from '../../scenarios/kit/log.ts';
import type { RuleTag } from '../../scenarios/kit/rule-tags.ts';
import type { FittedScene } from '../../scenarios/schema/variant.ts';
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
  /** In the order of goals. A rule without `toLearner` is not told: its words are a key. */
  readonly left: readonly LeftGoal[];
  /** Of its rules. */
  readonly tags: readonly RuleTag[];
}

export interface LeftGoal {
  readonly item: string;
  readonly words: Words;
  /** Another rule of the same goal was met. */
  readonly isBegun: boolean;
}

export interface Noticed extends TalkingPoint {
  /** 1 (courtesy) to 5 (a code given away). */
  readonly harm: number;
  /** Null if it speaks about no item in particular. */
  readonly dimension: Dimension | null;
}

type ContentPart = Pick<Content, 'publicScene' | 'evidence' | 'evidenceTexts'>;

interface Played {
  /** Of the attempt, because titles may contain the variant's words. */
  readonly seed: number;
  /** When the attempt began, for dates in goals. */
  readonly startedAt: number;
}

export function readScene(
  content: ContentPart,
  { scene, result }: ScoredScene,
  { seed, startedAt }: Played,
): ToldScene {
  const played = findScenePlayed(content, scene, seed, startedAt);
  const { scenario } = scene;
  const title = played === undefined ? null : wordsOf(played.texts, played.world.title);
  const found = findEvidence(content, scene);
  const nothing = { credited: [], noticed: [], left: [], tags: [] };
  if (found === undefined) return { scenario, title, items: result.items, ...nothing };
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
  const left = played === undefined ? [] : goalsLeft(evidence.rules, result.rules, played);
  const tags = evidence.rules.flatMap((rule) => rule.tags);
  return { scenario, title, items: result.items, credited, noticed, left, tags };
}

function goalsLeft(
  rules: Evidence['rules'],
  results: SceneResult['rules'],
  { world, texts }: FittedScene,
): readonly LeftGoal[] {
  const goalOf = (id: string): string | undefined => rules.find((rule) => rule.id === id)?.goal;
  const met = results.filter(({ fired }) => fired).map(({ rule }) => goalOf(rule));
  const left = results.flatMap(({ rule: id, item, fired, missing }) => {
    const goal = goalOf(id);
    const isTellable = rules.find((rule) => rule.id === id)?.toLearner !== undefined;
    if (fired || missing === true || goal === undefined || !isTellable) return [];
    return [{ goal, told: { item, words: wordsOf(texts, goal), isBegun: met.includes(goal) } }];
  });
  const place = (goal: string): number => world.goal.findIndex((key) => key === goal);
  return left.toSorted((one, other) => place(one.goal) - place(other.goal)).map(({ told }) => told);
}
