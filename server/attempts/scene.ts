import type { LogEntry, SceneRef } from '../../scenarios/kit/log.ts';
import { hashState } from '../../scenarios/world/hash.ts';
import { startScene, step } from '../../scenarios/world/scene.ts';
import type { SceneState, World } from '../../scenarios/world/types.ts';
import { AppError } from '../base/errors.ts';
import type { ReplayAction, SceneAnswer } from '../contract/play.ts';
import { isOver } from '../storage/is-over.ts';
import type { SceneProgress } from '../storage/ports/attempts.ts';
import { mayBegin } from './phone-scenes.ts';
import { roomIn } from './room.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import { type AttemptTransaction, changeOwnAttempt } from './transaction.ts';

/**
 * Starts the scene if it waits.
 * @throws AppError scene.unknown, scene.not-open, attempt.unknown, attempt.busy, attempt.too-fast
 */
export async function getScene(
  services: AttemptServices,
  launch: PlayerLaunch,
  attemptId: string,
  sceneId: string,
): Promise<SceneAnswer> {
  return changeOwnAttempt(services, launch, attemptId, async (transaction) => {
    if (transaction.getScene(sceneId).status === 'waiting') beginScene(services, transaction, sceneId);
    const scene = transaction.getScene(sceneId);
    const { world, texts } = publicSceneOf(services, transaction, scene);
    const entries = await transaction.listEntries(scene.fromSeq, endsAsNow(scene));
    const state = stateAfter(services, transaction, { scene, world, entries });
    const eased = scene.eased === true;
    const room = roomIn(transaction.progress, sceneId);
    const actions = actionsOf(entries, sceneId);
    return { sceneId, world, texts, actions, stateHash: hashState(state), room, eased };
  });
}

function beginScene(
  { content }: Pick<AttemptServices, 'content'>,
  transaction: AttemptTransaction,
  sceneId: string,
): void {
  const { scenes, head } = transaction.progress;
  const { fromSeq } = transaction.getScene(sceneId);
  if (isOver(transaction.progress) || !mayBegin(content, scenes, sceneId)) {
    throw new AppError('scene.not-open');
  }
  // A scene that was left before the attempt was reopened continues.
  transaction.updateScene(sceneId, { status: 'open', fromSeq: fromSeq > 0 ? fromSeq : head + 1 });
  const scene = transaction.getScene(sceneId);
  const { choice } = scene;
  transaction.draft.add(
    { kind: 'scene-started', scene: sceneRef(scene), ...(choice && { choice }) },
    transaction.receivedAt,
    transaction.receivedAt,
  );
}

export function publicSceneOf(
  services: AttemptServices,
  transaction: AttemptTransaction,
  scene: SceneProgress,
): Pick<SceneAnswer, 'world' | 'texts'> {
  const { seed, createdAt } = transaction.attempt;
  return services.content.publicScene(scene.scenario, scene.worldVersion, seed, createdAt);
}

export function sceneRef(scene: SceneProgress): SceneRef {
  const { sceneId, scenario, worldVersion, scoringVersion, eased } = scene;
  return { sceneId, scenario, worldVersion, scoringVersion, ...(eased && { eased }) };
}

/** Nothing follows the end of a scene, unless it was reopened. */
function endsAsNow({ sceneId, status }: SceneProgress): (entry: LogEntry) => boolean {
  return (entry) => entry.kind === 'scene-ended' && entry.scene.sceneId === sceneId && entry.how === status;
}

/**
 * Replays only what the cached state lacks.
 * @throws AppError scenario.invalid if the world changed without a new version
 */
function stateAfter(
  { scenes }: Pick<AttemptServices, 'scenes'>,
  { attempt, storedHead }: AttemptTransaction,
  read: { readonly scene: SceneProgress; readonly world: World; readonly entries: readonly LogEntry[] },
): SceneState {
  const { sceneId } = read.scene;
  const cached = scenes.find(attempt.id, sceneId, storedHead);
  if (cached === undefined) return replayEntries(read.world, sceneId, startScene(read.world), read.entries);
  const later = read.entries.filter(({ logSeq }) => logSeq > cached.throughSeq);
  return replayEntries(read.world, sceneId, cached.state, later);
}

function actionsOf(entries: readonly LogEntry[], sceneId: string): ReplayAction[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'action' || entry.scene.sceneId !== sceneId) return [];
    const { epoch, actionSeq, action } = entry;
    return [{ epoch, actionSeq, action }];
  });
}

/** @throws AppError scenario.invalid if the world changed without a new version */
export async function currentState(
  services: Pick<AttemptServices, 'scenes'>,
  transaction: AttemptTransaction,
  { sceneId, fromSeq }: SceneProgress,
  world: World,
): Promise<SceneState> {
  const cached = services.scenes.find(transaction.attempt.id, sceneId, transaction.storedHead);
  const entries = await transaction.listEntries(cached === undefined ? fromSeq : cached.throughSeq + 1);
  return replayEntries(world, sceneId, cached?.state ?? startScene(world), entries);
}

function replayEntries(
  world: World,
  sceneId: string,
  from: SceneState,
  entries: readonly LogEntry[],
): SceneState {
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
