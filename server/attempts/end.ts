import { evaluateScene } from '../../scenarios/evidence/evaluate.ts';
import type { EffortFlag } from '../../scenarios/kit/effort-flags.ts';
import type { LogEntry, SceneResult, StopReason } from '../../scenarios/kit/log.ts';
import { needsHelperOffer } from '../../scenarios/world/practice/helper-offer.ts';
import type { SceneState, World } from '../../scenarios/world/types.ts';
import { activeTimeMs } from './active-time.ts';
import { createFlagger } from './flag-scene.ts';
import { gradeIntents, quietMs } from './grade-intents.ts';
import { offerHelper } from './helper-offer.ts';
import { updateMeasure } from './measure.ts';
import { processOf, withFlags } from './process.ts';
import { chooseNextScene } from './choose-next-scene.ts';
import { sceneRef } from './scene.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import type { AttemptTransaction } from './transaction.ts';

/** Also ends the attempt if no scene is left. */
export async function endScene(
  services: AttemptServices,
  launch: PlayerLaunch,
  transaction: AttemptTransaction,
  sceneId: string,
  world: World,
  state: SceneState,
): Promise<void> {
  const log = await transaction.listEntries(1);
  const how = state.ended === 'skipped' ? 'skipped' : 'done';
  const evidence = services.content.evidence(transaction.getScene(sceneId));
  const actions = log.flatMap((entry) =>
    entry.kind === 'action' && entry.scene.sceneId === sceneId ? [entry] : [],
  );
  const result =
    world.scored === false
      ? null
      : evaluateScene(evidence, { world, state, actions, skipped: how === 'skipped' });
  const flags =
    how === 'skipped' || result === null
      ? []
      : (await createFlagger(services, transaction.attempt))(
          log,
          { scene: sceneRef(transaction.getScene(sceneId)), result },
          transaction.progress.lastAt,
        );
  const ended = closeScene(transaction, sceneId, log, { how, result, flags });
  if (result !== null) {
    hold(transaction, flags);
    const wholeLog = [...log, ended];
    updateMeasure(services, transaction, wholeLog);
    // Closing the window sends no event; so the grade is sent after `quietMs`.
    const dueAt = transaction.receivedAt + quietMs;
    transaction.gradeIntents = await gradeIntents(services, launch, transaction, { log: wholeLog, dueAt });
  }
  const because = await chooseNextScene(services, transaction);
  if (needsHelperOffer(world, state)) transaction.draft.update(offerHelper(transaction.progress));
  if (transaction.progress.scenes.every(({ status }) => status !== 'waiting' && status !== 'open')) {
    await endAttempt(services, launch, transaction, 'form-done', because);
  }
}

/** The person may not come back. Reads the whole log. */
export async function gradeAtPause(
  services: AttemptServices,
  launch: PlayerLaunch,
  transaction: AttemptTransaction,
): Promise<void> {
  const log = await transaction.listEntries(1);
  const dueAt = transaction.receivedAt;
  transaction.gradeIntents = await gradeIntents(services, launch, transaction, { log, dueAt });
}

export async function endAttempt(
  services: AttemptServices,
  launch: PlayerLaunch,
  transaction: AttemptTransaction,
  how: 'form-done' | 'learner',
  because: StopReason | null = null,
): Promise<void> {
  const before = await transaction.listEntries(1);
  for (const scene of transaction.progress.scenes) {
    // An unfinished scene is missing in the measure, never zero.
    if (scene.status === 'open') closeScene(transaction, scene.sceneId, before, left);
  }
  const log = await transaction.listEntries(1);
  updateMeasure(services, transaction, log);
  const { score, measure, lastAt } = transaction.progress;
  transaction.draft.update({ status: 'finished' });
  // Uses the time when the learner acted; offline actions arrive later.
  const finished = { kind: 'finished' as const, how, score, measure, ...(because && { because }) };
  transaction.draft.add(finished, lastAt, transaction.receivedAt);
  const dueAt = transaction.receivedAt;
  transaction.gradeIntents = await gradeIntents(services, launch, transaction, { log, dueAt });
}

/** The grade waits until staff decide (isCounting). */
function hold(transaction: AttemptTransaction, flags: readonly EffortFlag[]): void {
  const heldFor = [...new Set([...transaction.progress.heldFor, ...flags])];
  transaction.draft.update({ heldFor });
}

interface SceneEnding {
  readonly how: 'done' | 'skipped' | 'left';
  /** Null if the scene was left or is not scored. */
  readonly result: SceneResult | null;
  readonly flags: readonly EffortFlag[];
}

/** An unfinished scene. */
export const left: SceneEnding = { how: 'left', result: null, flags: [] };

/** @param log whole */
export function closeScene(
  transaction: AttemptTransaction,
  sceneId: string,
  log: readonly LogEntry[],
  { how, result, flags }: SceneEnding,
): LogEntry {
  transaction.updateScene(sceneId, { status: how });
  const scene = sceneRef(transaction.getScene(sceneId));
  const { lastAt } = transaction.progress;
  const activeMs = activeTimeMs(log, sceneId, lastAt);
  const { seed, bankVersion } = transaction.attempt;
  const process = withFlags(processOf(log, { sceneId, seed, bankVersion }, lastAt), flags);
  return transaction.draft.add(
    { kind: 'scene-ended', scene, how, activeMs, result, process },
    lastAt,
    transaction.receivedAt,
  );
}
