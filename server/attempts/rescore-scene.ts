/** One ended scene of a log scored anew: the same actions through the same world, judged by rules of another version. */
import { featuresOfAction } from '../../scenarios/evidence/action-features.ts';
import { evaluateScene } from '../../scenarios/evidence/evaluate.ts';
import type { ObservedAction } from '../../scenarios/kit/observed.ts';
import { findNewest } from '../../scenarios/schema/catalogue.ts';
import type { LogEntry, RescoredScene, ScoredScene, TextFeatures } from '../../scenarios/kit/log.ts';
import { withoutText } from '../../scenarios/world/mail/draft.ts';
import { startScene, step } from '../../scenarios/world/scene.ts';
import type { Content } from '../content/load.ts';
import { AppError } from '../base/errors.ts';

type SceneEnd = Extract<LogEntry, { kind: 'scene-ended' }>;
type ContentPart = Pick<Content, 'scenarios' | 'publicScene' | 'evidence'>;

/** Why an attempt cannot be scored anew. */
export type RescoreObstacle =
  /** Scenario, world version, bank or form is not on this server (any more). */
  | 'content-gone'
  /** The world of now refuses what it once took: it was changed without a new version. */
  | 'replay-differs'
  /** The new rules ask for what only the text could tell, and the text was erased. */
  | 'text-erased';

export class RescoreRefusal extends Error {
  readonly obstacle: RescoreObstacle;

  constructor(obstacle: RescoreObstacle) {
    super(obstacle);
    this.name = 'RescoreRefusal';
    this.obstacle = obstacle;
  }
}

/**
 * The scene by the newest scoring version of the world that was played.
 * @param held the result that holds now
 * @param log the whole log
 * @throws RescoreRefusal
 */
export function rescoreScene(
  content: ContentPart,
  seed: number,
  held: ScoredScene,
  log: readonly LogEntry[],
): RescoredScene {
  const { sceneId, scenario, worldVersion } = held.scene;
  const ofWorld = content.scenarios().filter((version) => version.worldVersion === worldVersion);
  const newest = findNewest(ofWorld, scenario);
  if (newest === undefined) throw new RescoreRefusal('content-gone');
  const scene = { ...held.scene, scoringVersion: newest.scoringVersion };
  const { world } = content.publicScene(scenario, worldVersion, seed);
  const evidence = content.evidence(scene);
  const actions = log.flatMap((entry) =>
    entry.kind === 'action' && entry.scene.sceneId === sceneId ? [entry] : [],
  );
  // What a text said is asked anew, since the rules may look for other words; once it is erased, what was found then.
  const isErased = actions.some(({ action }) => 'typed' in action && action.typed === withoutText('x'));
  let state = startScene(world);
  const observed: ObservedAction[] = [];
  for (const { epoch, actionSeq, action, features: stored } of actions) {
    const next = step(world, state, action, { epoch, actionSeq });
    if (!next.ok) throw new RescoreRefusal('replay-differs');
    const found = featuresOfAction(evidence.vocabulary, state, action);
    const features = isErased ? found && asFoundThen(stored, found) : found;
    observed.push({ epoch, actionSeq, action, ...(features && { features }) });
    state = next.state;
  }
  const skipped = held.how === 'skipped';
  const result = evaluateScene(evidence, { world, state, actions: observed, skipped });
  return { scene, how: held.how, result, ended: endOf(log, sceneId) };
}

/** What an erased text said, as it was found then. Not asked then is not known now, and never a no. @throws RescoreRefusal */
function asFoundThen(then: TextFeatures | undefined, now: TextFeatures): TextFeatures {
  if (then === undefined || Object.keys(now).some((name) => !(name in then))) {
    throw new RescoreRefusal('text-erased');
  }
  return then;
}

/** Where a scene ended last, and by which scoring version. @throws AppError scene.unknown */
export function endOf(log: readonly LogEntry[], sceneId: string): RescoredScene['ended'] {
  const end = log.findLast(
    (entry): entry is SceneEnd => entry.kind === 'scene-ended' && entry.scene.sceneId === sceneId,
  );
  if (end === undefined) throw new AppError('scene.unknown');
  return { logSeq: end.logSeq, scoringVersion: end.scene.scoringVersion };
}
