import type { LogEntry, StopReason } from '../../scenarios/kit/log.ts';
import { responsesOf } from '../../scenarios/measurement/measure.ts';
import {
  type EndedScene,
  findAbilities,
  type SceneFacts,
  chooseScene,
  type SelectionState,
  standardRules,
} from '../../scenarios/measurement/choose-scene.ts';
import type { Content } from '../content/load.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import { currentBankVersion, currentResults } from './results.ts';
import type { AttemptServices } from './services.ts';
import type { AttemptTransaction } from './transaction.ts';

/**
 * Adds the next scene of an adaptive attempt (ADR 15), unless one is waiting.
 * @returns why the form ends, or null
 */
export async function chooseNextScene(
  { content }: Pick<AttemptServices, 'content'>,
  transaction: AttemptTransaction,
): Promise<StopReason | null> {
  const { attempt, progress } = transaction;
  if (progress.pool === null || progress.scenes.some(({ status }) => status === 'waiting')) return null;
  const form = content.getForm(attempt.form);
  const state = selectionStateOf(content, attempt, progress, await transaction.listEntries(1));
  const selection = chooseScene(state, { ...standardRules, core: form.core });
  if ('stop' in selection) return selection.stop;
  const { next, choice } = selection;
  // A helper's scenes are eased whenever they are chosen.
  const eased = progress.helperOffer === 'accepted' && form.afterHelperOffer.includes(next);
  const scene = {
    sceneId: String(progress.scenes.length + 1),
    scenario: next,
    ...content.currentVersions(next),
    status: 'waiting' as const,
    fromSeq: 0,
    ...(eased ? { eased } : {}),
    choice,
  };
  transaction.draft.update({ scenes: [...progress.scenes, scene] });
  return null;
}

/** Given an earlier part of the log, reproduces the choice made then. */
export function selectionStateOf(
  content: Content,
  { id, bankVersion }: Pick<Attempt, 'id' | 'bankVersion'>,
  { scenes, pool, accessNeeds }: Pick<AttemptProgress, 'scenes' | 'pool' | 'accessNeeds'>,
  log: readonly LogEntry[],
): SelectionState {
  const bank = content.getBank(currentBankVersion(log, { bankVersion }));
  const scored = currentResults(log).map(({ scene: { scenario, worldVersion }, how, result }) => ({
    scenario,
    worldVersion,
    how,
    result,
  }));
  const known = new Set(content.scenarios().map(({ scenario }) => scenario));
  const met = new Set(scenes.map(({ scenario }) => scenario));
  return {
    bank,
    abilities: findAbilities(
      bank,
      scored.flatMap((scene) => responsesOf(bank, scene)),
    ),
    ended: scored.map(({ scenario, result }): EndedScene => ({
      scenario,
      points: result.items.reduce((sum, { points }) => sum + points, 0),
      heavyReading: known.has(scenario) && factsOf(content, scenario).heavyReading,
    })),
    candidates: (pool ?? [])
      .filter((scenario) => known.has(scenario) && !met.has(scenario))
      .map((scenario) => factsOf(content, scenario)),
    activeMs: log.reduce((sum, entry) => sum + (entry.kind === 'scene-ended' ? entry.activeMs : 0), 0),
    needs: accessNeeds,
    byTouch: isByTouch(log),
    seed: id,
  };
}

/** @throws AppError scenario.unknown */
export function factsOf(content: Content, scenario: string): SceneFacts {
  const version = content.currentVersions(scenario);
  // The same in every variant.
  const { minutes, access } = content.publicScene(scenario, version.worldVersion, 1).world;
  const tags = new Set(content.evidence({ scenario, ...version }).rules.flatMap((rule) => rule.tags));
  return {
    scenario,
    minutes,
    access,
    heavyReading: tags.has('reading-load'),
    mobile: tags.has('mobile'),
  };
}

/** Touch without a mouse or keyboard suggests a phone or tablet. */
function isByTouch(log: readonly LogEntry[]): boolean {
  const modes = log.flatMap((entry) =>
    entry.kind === 'frame' && entry.action.type === 'input' ? [entry.action.mode] : [],
  );
  return modes.length > 0 && modes.every((mode) => mode === 'touch');
}
