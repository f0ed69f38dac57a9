/** The way of an adaptive attempt: the next scene is chosen once the one before has ended (ADR 15). */
import type { LogEntry, StopReason } from '../../scenarios/kit/log.ts';
import { responsesOf } from '../../scenarios/measurement/measure.ts';
import {
  type EndedScene,
  findAbilities,
  type SceneFacts,
  selectNext,
  type Standing,
  standardRules,
} from '../../scenarios/measurement/select.ts';
import type { Content } from '../content/load.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import { currentBankVersion, currentResults } from './results.ts';
import type { AttemptServices } from './services.ts';
import type { AttemptWork } from './work.ts';

/**
 * Adds the scene that comes next to an adaptive attempt in which none waits.
 * @returns why the form is done, where no further scene is asked for; null otherwise, and in a fixed attempt
 */
export async function chooseNextScene(
  { content }: Pick<AttemptServices, 'content'>,
  work: AttemptWork,
): Promise<StopReason | null> {
  const { attempt, progress } = work;
  if (progress.pool === null || progress.scenes.some(({ status }) => status === 'waiting')) return null;
  const form = content.getForm(attempt.form);
  const standing = standingOf(content, attempt, progress, await work.listEntries(1));
  const selection = selectNext(standing, { ...standardRules, core: form.core });
  if ('stop' in selection) return selection.stop;
  const { next, choice } = selection;
  // Who took somebody beside them meets the scenes that the form names eased, whenever they come.
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
  work.draft.update({ scenes: [...progress.scenes, scene] });
  return null;
}

/** All that the choice depends on, from the log up to here: from a log of before it gives the choice of then. */
export function standingOf(
  content: Content,
  { id, bankVersion }: Pick<Attempt, 'id' | 'bankVersion'>,
  { scenes, pool, accessNeeds }: Pick<AttemptProgress, 'scenes' | 'pool' | 'accessNeeds'>,
  log: readonly LogEntry[],
): Standing {
  const bank = content.getBank(currentBankVersion(log, { bankVersion }));
  const scored = currentResults(log).map(({ scene: { scenario }, how, result }) => ({
    scenario,
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
    // What is no longer there is left out, as in a fixed form.
    candidates: (pool ?? [])
      .filter((scenario) => known.has(scenario) && !met.has(scenario))
      .map((scenario) => factsOf(content, scenario)),
    activeMs: log.reduce((sum, entry) => sum + (entry.kind === 'scene-ended' ? entry.activeMs : 0), 0),
    needs: accessNeeds,
    byTouch: isByTouch(log),
    seed: id,
  };
}

/** What selection knows of a scenario in its newest version. @throws AppError scenario.unknown */
export function factsOf(content: Content, scenario: string): SceneFacts {
  const version = content.currentVersions(scenario);
  // Minutes and access are the same in every variant.
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

/** Whether every way of pressing so far was by touch: a phone or a tablet, as far as a log can tell. */
function isByTouch(log: readonly LogEntry[]): boolean {
  const modes = log.flatMap((entry) =>
    entry.kind === 'frame' && entry.action.type === 'input' ? [entry.action.mode] : [],
  );
  return modes.length > 0 && modes.every((mode) => mode === 'touch');
}
