/**
 * All that is told about a person besides the level: to the gradebook, the person and staff, on screen and on
 * paper. From credited evidence only, never from an estimate, so that it can be shown in the attempt.
 */
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { ScoredScene } from '../../scenarios/kit/log.ts';
import type { RuleTag } from '../../scenarios/kit/rule-tags.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { Content } from '../content/load.ts';
import type { Shown, ScenePoint } from '../contract/told.ts';
import { findNextSteps, type Step } from './next-steps.ts';
import { chooseShown } from './shown.ts';
import { findStrengths } from './strengths.ts';
import { orderTalkingPoints } from './talking-points.ts';
import { readScene } from './told-scene.ts';

export interface Told {
  /** At most two, the steadiest first; none without a level. */
  readonly strengths: readonly Dimension[];
  /** At most three sentences to the person about what they did. */
  readonly shown: readonly Shown[];
  /** At most two, none of them about a strength; none without a level. */
  readonly nextSteps: readonly Step[];
  /** For staff, the most harmful first. */
  readonly talkingPoints: readonly ScenePoint[];
  /** Of the rules of all scenes: what the attempt was about. */
  readonly tags: readonly RuleTag[];
}

interface Evidence {
  /** Results that count, in order of play. */
  readonly results: readonly ScoredScene[];
  /** Of the attempt, because titles may contain the variant's words. */
  readonly seed: number;
  /** When the attempt began, for dates in goals. */
  readonly startedAt: number;
  readonly bank: Pick<Bank, 'items'>;
  readonly hasLevel: boolean;
}

export function tell(
  content: Pick<Content, 'publicScene' | 'evidence' | 'evidenceTexts'>,
  { results, seed, startedAt, bank, hasLevel }: Evidence,
): Told {
  const scenes = results.map((result) => readScene(content, result, { seed, startedAt }));
  const strengths = hasLevel ? findStrengths(scenes) : [];
  return {
    strengths,
    shown: chooseShown(scenes, strengths, bank),
    nextSteps: hasLevel ? findNextSteps(scenes, strengths) : [],
    talkingPoints: orderTalkingPoints(scenes),
    tags: [...new Set(scenes.flatMap(({ tags }) => tags))],
  };
}
