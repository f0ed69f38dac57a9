/** One scene of an attempt: started when it is first asked for, rebuilt by replaying its log. */
import type { LogEntry, SceneRef } from '../../scenarios/kit/log.ts';
import { hashState } from '../../scenarios/world/hash.ts';
import { startScene, step } from '../../scenarios/world/scene.ts';
import type { SceneState, World } from '../../scenarios/world/types.ts';
import { AppError } from '../base/errors.ts';
import type { ReplayAction, SceneAnswer } from '../contract/play.ts';
import type { SceneProgress } from '../storage/ports/attempts.ts';
import type { Asker, AttemptServices } from './services.ts';
import { type AttemptWork, changeAttempt } from './work.ts';

/** What is needed to show a scene; starts it where it waits and its turn has come. */
export async function getScene(
  services: AttemptServices,
  asker: Asker,
  attemptId: string,
  sceneId: string,
): Promise<SceneAnswer> {
  return changeAttempt(services, asker, attemptId, async (work) => {
    if (work.getScene(sceneId).status === 'waiting') beginScene(work, sceneId);
    const scene = work.getScene(sceneId);
    const { world, texts } = publicSceneOf(services, work, scene);
    const entries = await work.listEntries(scene.fromSeq);
    const { state, actions } = replayScene(world, sceneId, entries);
    const eased = scene.eased === true;
    return { sceneId, world, texts, actions, stateHash: hashState(state), eased };
  });
}

function beginScene(work: AttemptWork, sceneId: string): void {
  const { status, scenes, head } = work.progress;
  const { fromSeq } = work.getScene(sceneId);
  const next = scenes.find((scene) => scene.status === 'waiting' || scene.status === 'open');
  const over = status === 'finished' || status === 'abandoned';
  if (over || next?.sceneId !== sceneId) throw new AppError('scene.not-open');
  // One that was left and is played again after a reopening goes on as it stood.
  work.updateScene(sceneId, { status: 'open', fromSeq: fromSeq > 0 ? fromSeq : head + 1 });
  const scene = work.getScene(sceneId);
  const { choice } = scene;
  work.draft.add(
    { kind: 'scene-started', scene: sceneRef(scene), ...(choice && { choice }) },
    work.receivedAt,
    work.receivedAt,
  );
}

export function publicSceneOf(
  services: AttemptServices,
  work: AttemptWork,
  scene: SceneProgress,
): Pick<SceneAnswer, 'world' | 'texts'> {
  return services.content.publicScene(scene.scenario, scene.worldVersion, work.attempt.seed);
}

export function sceneRef(scene: SceneProgress): SceneRef {
  const { sceneId, scenario, worldVersion, scoringVersion, eased } = scene;
  return { sceneId, scenario, worldVersion, scoringVersion, ...(eased && { eased }) };
}

/**
 * The state that a scene's log gives, with its accepted actions.
 * @throws AppError scenario.invalid where an accepted action is refused now: a world was changed without a new version
 */
function replayScene(
  world: World,
  sceneId: string,
  entries: readonly LogEntry[],
): { state: SceneState; actions: ReplayAction[] } {
  const state = playOn(world, sceneId, startScene(world), entries);
  const actions = entries.flatMap((entry) => {
    if (entry.kind !== 'action' || entry.scene.sceneId !== sceneId) return [];
    const { epoch, actionSeq, action } = entry;
    return [{ epoch, actionSeq, action }];
  });
  return { state, actions };
}

/**
 * Where a scene stands now: from the state that is kept of it, if any, through the entries that came since.
 * @throws AppError scenario.invalid as `replayScene`
 */
export async function currentState(
  services: Pick<AttemptServices, 'scenes'>,
  work: AttemptWork,
  { sceneId, fromSeq }: SceneProgress,
  world: World,
): Promise<SceneState> {
  const kept = services.scenes.find(work.attempt.id, sceneId, work.storedHead);
  const entries = await work.listEntries(kept === undefined ? fromSeq : kept.throughSeq + 1);
  return playOn(world, sceneId, kept?.state ?? startScene(world), entries);
}

function playOn(world: World, sceneId: string, from: SceneState, entries: readonly LogEntry[]): SceneState {
  let state = from;
  for (const entry of entries) {
    if (entry.kind !== 'action' || entry.scene.sceneId !== sceneId) continue;
    const { epoch, actionSeq, action } = entry;
    const next = step(world, state, action, { epoch, actionSeq });
    if (!next.ok) throw new AppError('scenario.invalid', { scenario: world.id, logSeq: entry.logSeq });
    state = next.state;
  }
  return state;
}
