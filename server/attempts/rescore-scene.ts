import { featuresOfAction } from '../../scenarios/evidence/action-features.ts';
import { evaluateScene } from '../../scenarios/evidence/evaluate.ts';
import type { ObservedAction } from '../../scenarios/kit/observed.ts';
import { findNewest } from '../../scenarios/schema/catalogue.ts';
import type { LogEntry, RescoredScene, ScoredScene, TextFeatures } from '../../scenarios/kit/log.ts';
import { withoutText } from '../../scenarios/world/mail/draft.ts';
import { startScene, step } from '../../scenarios/world/scene.ts';
import type { Content } from '../content/load.ts';
import { AppError } from '../base/errors.ts';
import type { Attempt } from '../storage/ports/attempts.ts';

type SceneEnd = Extract<LogEntry, { kind: 'scene-ended' }>;
type ContentPart = Pick<Content, 'scenarios' | 'publicScene' | 'evidence'>;

export type RescoreObstacle =
  | 'content-gone'
  /** The world changed without a new version. */
  | 'replay-differs'
  /** The new rules need features that were not stored of an erased text. */
  | 'text-erased';

export class RescoreRefusedError extends Error {
  readonly obstacle: RescoreObstacle;

  constructor(obstacle: RescoreObstacle) {
    super(obstacle);
    this.name = 'RescoreRefusal';
    this.obstacle = obstacle;
  }
}

/**
 * By the newest rules for the world version that was played.
 * @throws RescoreRefusedError
 */
export function rescoreScene(
  content: ContentPart,
  { seed, createdAt }: Pick<Attempt, 'seed' | 'createdAt'>,
  current: ScoredScene,
  log: readonly LogEntry[],
): RescoredScene {
  const { sceneId, scenario, worldVersion } = current.scene;
  const ofWorld = content.scenarios().filter((version) => version.worldVersion === worldVersion);
  const newest = findNewest(ofWorld, scenario);
  if (newest === undefined) throw new RescoreRefusedError('content-gone');
  const scene = { ...current.scene, scoringVersion: newest.scoringVersion };
  const { world } = content.publicScene(scenario, worldVersion, seed, createdAt);
  const evidence = content.evidence(scene);
  const actions = log.flatMap((entry) =>
    entry.kind === 'action' && entry.scene.sceneId === sceneId ? [entry] : [],
  );
  // New rules may look for other words, but an erased text has only its stored features.
  const isErased = actions.some(({ action }) => 'typed' in action && action.typed === withoutText('x'));
  let state = startScene(world);
  const observed: ObservedAction[] = [];
  for (const { epoch, actionSeq, action, features: stored } of actions) {
    const next = step(world, state, action, { epoch, actionSeq });
    if (!next.ok) throw new RescoreRefusedError('replay-differs');
    const found = featuresOfAction(evidence.vocabulary, world, state, action);
    const features = isErased ? found && storedFeatures(stored, found) : found;
    observed.push({ epoch, actionSeq, action, ...(features && { features }) });
    state = next.state;
  }
  const skipped = current.how === 'skipped';
  const result = evaluateScene(evidence, { world, state, actions: observed, skipped });
  return { scene, how: current.how, result, ended: endOf(log, sceneId) };
}

/**
 * A feature that was not stored is unknown, not false.
 * @throws RescoreRefusedError
 */
function storedFeatures(then: TextFeatures | undefined, now: TextFeatures): TextFeatures {
  if (then === undefined || Object.keys(now).some((name) => !(name in then))) {
    throw new RescoreRefusedError('text-erased');
  }
  return then;
}

/** @throws AppError scene.unknown */
export function endOf(log: readonly LogEntry[], sceneId: string): RescoredScene['ended'] {
  const end = log.findLast(
    (entry): entry is SceneEnd => entry.kind === 'scene-ended' && entry.scene.sceneId === sceneId,
  );
  if (end === undefined) throw new AppError('scene.unknown');
  return { logSeq: end.logSeq, scoringVersion: end.scene.scoringVersion };
}
