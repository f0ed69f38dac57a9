/** Scenes, evidence and words of attempts, which outlive their scenarios. */
import type { Evidence } from '../../scenarios/evidence/evaluate.ts';
import type { FittedScene } from '../../scenarios/schema/variant.ts';
import type { ScenarioVersion } from '../../scenarios/schema/catalogue.ts';
import { unlessThrown } from '../base/errors.ts';
import type { Words } from '../contract/words.ts';
import type { Content } from './load.ts';

/**
 * Undefined if the scenario is gone.
 * @param startedAt when the attempt began, if more than titles is needed
 */
export function findScenePlayed(
  content: Pick<Content, 'publicScene'>,
  scene: Pick<ScenarioVersion, 'scenario' | 'worldVersion'>,
  seed: number,
  startedAt?: number,
): FittedScene | undefined {
  return unlessThrown(
    () => content.publicScene(scene.scenario, scene.worldVersion, seed, startedAt),
    'scenario.unknown',
  );
}

/** Undefined if the scenario is gone. */
export function findEvidence(
  content: Pick<Content, 'evidence' | 'evidenceTexts'>,
  scene: ScenarioVersion,
): { readonly evidence: Evidence; readonly texts: FittedScene['texts'] } | undefined {
  return unlessThrown(
    () => ({ evidence: content.evidence(scene), texts: content.evidenceTexts(scene) }),
    'scenario.unknown',
  );
}

export function wordsOf(texts: FittedScene['texts'], key: string): Words {
  return { fr: texts.fr[key] ?? '', en: texts.en[key] ?? '' };
}
