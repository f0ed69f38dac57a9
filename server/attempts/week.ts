import type { ProcessIndicators } from '../../scenarios/kit/log.ts';
import { standardRules } from '../../scenarios/measurement/choose-scene.ts';
import type { WeekAnswer, WeekScene } from '../contract/play.ts';
import type { Content } from '../content/load.ts';
import { isOver } from '../storage/is-over.ts';
import type { AttemptProgress, AttemptWithProgress, StoredEntry } from '../storage/ports/attempts.ts';
import { afterEntry, listPages } from '../storage/read-pages.ts';
import { needsComputer } from './phone-scenes.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import { changeOwnAttempt } from './transaction.ts';

type Attempt = Pick<AttemptWithProgress['attempt'], 'form'>;

/** A week is shown if several scenarios are planned and each has a day. */
export function hasWeek(
  content: Pick<Content, 'forms'>,
  attempt: Attempt,
  progress: AttemptProgress,
): boolean {
  const days = daysOf(content, attempt, progress);
  const all = new Set([...progress.scenes.map(({ scenario }) => scenario), ...(progress.pool ?? [])]);
  return all.size > 1 && progress.scenes.every(({ scenario }) => days[scenario] !== undefined);
}

export async function getWeek(
  services: AttemptServices,
  launch: PlayerLaunch,
  attemptId: string,
): Promise<WeekAnswer> {
  const { content } = services;
  return changeOwnAttempt(services, launch, attemptId, async (transaction) => {
    const { attempt, progress } = transaction;
    if (!hasWeek(content, attempt, progress)) return { scenes: [], goesOn: false };
    const days = daysOf(content, attempt, progress);
    const used = new Map<string, WeekScene['used']>();
    for (const { entry } of await listOutcomes(services, attempt)) {
      if (entry.kind === 'scene-ended') used.set(entry.scene.sceneId, supportsUsed(entry.process));
    }
    return {
      goesOn: progress.pool !== null && !isOver(progress),
      scenes: progress.scenes.map((scene) => {
        const { sceneId, scenario, worldVersion, status } = scene;
        const { world, texts } = content.publicScene(scenario, worldVersion, attempt.seed);
        return {
          sceneId,
          status,
          day: days[scenario] ?? 1,
          place: world.place,
          title: { fr: texts.fr[world.title] ?? '', en: texts.en[world.title] ?? '' },
          // The welcome asks for them: there, using them says nothing about the person's day.
          used: world.scored === false ? [] : (used.get(sceneId) ?? []),
          ...(needsComputer(content, scene) && { needsComputer: true }),
        };
      }),
    };
  });
}

function listOutcomes(
  { storage }: Pick<AttemptServices, 'storage'>,
  { organisationId, id }: AttemptWithProgress['attempt'],
): Promise<StoredEntry[]> {
  return listPages<StoredEntry, { fromSeq: number }>(
    { fromSeq: 1 },
    (page) => storage.attempts.listOutcomes(organisationId, id, page),
    afterEntry,
  );
}

function daysOf(
  { forms }: Pick<Content, 'forms'>,
  { form }: Attempt,
  { pool, scenes }: Pick<AttemptProgress, 'pool' | 'scenes'>,
): Readonly<Record<string, number>> {
  if (pool === null) return forms.find(({ id }) => id === form)?.days ?? {};
  // An unscored scene has the day of the next scored one.
  const maxScenes = Math.min(standardRules.stop.maxScenes, pool.length);
  const isScored = new Set(pool);
  let position = 0;
  return Object.fromEntries(
    scenes.map(({ scenario }) => {
      if (isScored.has(scenario)) position += 1;
      return [scenario, Math.ceil((5 * Math.max(1, position)) / Math.max(5, maxScenes))];
    }),
  );
}

function supportsUsed(process: ProcessIndicators | undefined): WeekScene['used'] {
  if (process === undefined) return [];
  const { helps, undos, readAlouds, pauses } = process;
  const counts = { help: helps, undo: undos, listen: readAlouds, pause: pauses };
  return (['help', 'undo', 'listen', 'pause'] as const).filter((one) => counts[one] > 0);
}
