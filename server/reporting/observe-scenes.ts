/** What the learner did well, in their words. Uses only credited rules that give no answer away. */
import type { SceneRef, SceneResult, ScoredScene } from '../../scenarios/kit/log.ts';
import type { Content } from '../content/load.ts';
import type { ObservedScene } from './compose-report.ts';
import { findEvidence, findScenePlayed, wordsOf } from './scene-review.ts';

/** @param seed of the attempt, because titles may contain the variant's words */
export function observeScenes(
  content: Pick<Content, 'publicScene' | 'evidence' | 'evidenceTexts'>,
  ended: readonly ScoredScene[],
  seed: number,
): readonly ObservedScene[] {
  return ended.map(({ scene, result }) => {
    const played = findScenePlayed(content, scene, seed);
    return {
      scenario: scene.scenario,
      title: played === undefined ? null : wordsOf(played.texts, played.world.title),
      items: result.items,
      seen: creditedInWords(content, scene, result),
    };
  });
}

function creditedInWords(
  content: Pick<Content, 'evidence' | 'evidenceTexts'>,
  scene: SceneRef,
  result: SceneResult,
): ObservedScene['seen'] {
  const found = findEvidence(content, scene);
  if (found === undefined) return [];
  return result.rules
    .filter(({ points }) => points > 0)
    .flatMap(({ rule, item }) => {
      const key = found.evidence.rules.find(({ id }) => id === rule)?.toLearner;
      return key === undefined ? [] : [{ item, words: wordsOf(found.texts, key) }];
    });
}
