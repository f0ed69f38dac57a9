/** The end of a scene and of an attempt: evidence is evaluated, the measure made anew, and the next scene waits. */
import { evaluateScene } from '../../scenarios/evidence/evaluate.ts';
import type { LogEntry, SceneResult, StopReason } from '../../scenarios/kit/log.ts';
import { needsHelperOffer } from '../../scenarios/world/practice/helper-offer.ts';
import type { SceneState, World } from '../../scenarios/world/types.ts';
import { activeTimeMs } from './active-time.ts';
import { gradeIntents, quietMs } from './grade-intents.ts';
import { offerHelper } from './helper-offer.ts';
import { updateMeasure } from './measure.ts';
import { processOf } from './process.ts';
import { chooseNextScene } from './route.ts';
import { sceneRef } from './scene.ts';
import type { Asker, AttemptServices } from './services.ts';
import type { AttemptWork } from './work.ts';

/** Ends a scene that the learner called done or passed over; ends the attempt with the last one. */
export async function endScene(
  services: AttemptServices,
  asker: Asker,
  work: AttemptWork,
  sceneId: string,
  world: World,
  state: SceneState,
): Promise<void> {
  const progress = work.getScene(sceneId);
  const entries = await work.listEntries(progress.fromSeq);
  const how = state.ended === 'skipped' ? 'skipped' : 'done';
  const evidence = services.content.evidence(progress);
  const actions = entries.flatMap((entry) =>
    entry.kind === 'action' && entry.scene.sceneId === sceneId ? [entry] : [],
  );
  const result =
    world.scored === false
      ? null
      : evaluateScene(evidence, { world, state, actions, skipped: how === 'skipped' });
  closeScene(work, sceneId, how, entries, result);
  if (result !== null) {
    updateMeasure(services, work, await work.listEntries(1));
    // Whoever closes the window now has stopped too, and tells nobody.
    work.gradeIntents = gradeIntents(services, asker, work, work.receivedAt + quietMs);
  }
  const because = await chooseNextScene(services, work);
  if (needsHelperOffer(world, state)) work.draft.update(offerHelper(work.progress));
  if (work.progress.scenes.every(({ status }) => status !== 'waiting' && status !== 'open')) {
    await endAttempt(services, asker, work, 'form-done', because);
  }
}

/** Stops for now: the gradebook shows what was played so far. */
export function pauseAttempt(services: AttemptServices, asker: Asker, work: AttemptWork): void {
  work.draft.update({ status: 'paused' });
  work.gradeIntents = gradeIntents(services, asker, work, work.receivedAt);
}

/**
 * Ends the attempt with the score of what was played, and the wish for a grade where there is one.
 * @param because why an adaptive form asks for no further scene
 */
export async function endAttempt(
  services: AttemptServices,
  asker: Asker,
  work: AttemptWork,
  how: 'form-done' | 'learner',
  because: StopReason | null = null,
): Promise<void> {
  const log = await work.listEntries(1);
  for (const scene of work.progress.scenes) {
    // What was begun and left is not reached, which is missing and never zero: no result.
    if (scene.status === 'open') closeScene(work, scene.sceneId, 'left', log, null);
  }
  updateMeasure(services, work, await work.listEntries(1));
  const { score, measure, lastAt } = work.progress;
  work.draft.update({ status: 'finished' });
  // At the moment of the act that ended it: what was done without a connection arrives much later.
  const finished = { kind: 'finished' as const, how, score, measure, ...(because && { because }) };
  work.draft.add(finished, lastAt, work.receivedAt);
  work.gradeIntents = gradeIntents(services, asker, work, work.receivedAt);
}

/** Closes a scene with its result, or with none where it was begun and left. */
export function closeScene(
  work: AttemptWork,
  sceneId: string,
  how: 'done' | 'skipped' | 'left',
  entries: readonly LogEntry[],
  result: SceneResult | null,
): void {
  work.updateScene(sceneId, { status: how });
  const scene = sceneRef(work.getScene(sceneId));
  const { lastAt } = work.progress;
  const activeMs = activeTimeMs(entries, sceneId, lastAt);
  const { seed, bankVersion } = work.attempt;
  const process = processOf(entries, { sceneId, seed, bankVersion }, lastAt);
  work.draft.add({ kind: 'scene-ended', scene, how, activeMs, result, process }, lastAt, work.receivedAt);
}
