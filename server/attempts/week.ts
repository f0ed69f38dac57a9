/** The week of an attempt: which scenes belong to which day, what is done, and what was made use of. */
import type { ProcessIndicators } from '../../scenarios/kit/log.ts';
import { standardRules } from '../../scenarios/measurement/select.ts';
import type { WeekAnswer, WeekScene } from '../contract/play.ts';
import type { Content } from '../content/load.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Asker, AttemptServices } from './services.ts';
import { changeAttempt } from './work.ts';

type Attempt = Pick<AttemptWithProgress['attempt'], 'form'>;

/** Whether every scene of the attempt has a day, and there is a way between at least two. */
export function hasWeek(
  content: Pick<Content, 'forms'>,
  attempt: Attempt,
  progress: AttemptProgress,
): boolean {
  const days = daysOf(content, attempt, progress);
  const all = new Set([...progress.scenes.map(({ scenario }) => scenario), ...(progress.pool ?? [])]);
  return all.size > 1 && progress.scenes.every(({ scenario }) => days[scenario] !== undefined);
}

/** The days of the asker's attempt; no scene where its form has none. */
export async function getWeek(
  services: AttemptServices,
  asker: Asker,
  attemptId: string,
): Promise<WeekAnswer> {
  const { content } = services;
  return changeAttempt(services, asker, attemptId, async (work) => {
    const { attempt, progress } = work;
    if (!hasWeek(content, attempt, progress)) return { scenes: [], goesOn: false };
    const days = daysOf(content, attempt, progress);
    const used = new Map<string, WeekScene['used']>();
    for (const entry of await work.listEntries(1)) {
      if (entry.kind === 'scene-ended') used.set(entry.scene.sceneId, usedIn(entry.process));
    }
    const isOver = progress.status === 'finished' || progress.status === 'abandoned';
    return {
      goesOn: progress.pool !== null && !isOver,
      scenes: progress.scenes.map(({ sceneId, scenario, worldVersion, status }) => {
        const { world, texts } = content.publicScene(scenario, worldVersion, attempt.seed);
        return {
          sceneId,
          status,
          day: days[scenario] ?? 1,
          place: world.place,
          title: { fr: texts.fr[world.title] ?? '', en: texts.en[world.title] ?? '' },
          used: used.get(sceneId) ?? [],
        };
      }),
    };
  });
}

/** Day of each scenario: as the form has it, or as it comes in an adaptive attempt. */
function daysOf(
  { forms }: Pick<Content, 'forms'>,
  { form }: Attempt,
  { pool, scenes }: Pick<AttemptProgress, 'pool' | 'scenes'>,
): Readonly<Record<string, number>> {
  if (pool === null) return forms.find(({ id }) => id === form)?.days ?? {};
  // The longest week there may be, spread over five days; what is not scored belongs to the scene after it.
  const most = Math.min(standardRules.stop.mostScenes, pool.length);
  const isScored = new Set(pool);
  let place = 0;
  return Object.fromEntries(
    scenes.map(({ scenario }) => {
      if (isScored.has(scenario)) place += 1;
      return [scenario, Math.ceil((5 * Math.max(1, place)) / Math.max(5, most))];
    }),
  );
}

function usedIn(process: ProcessIndicators | undefined): WeekScene['used'] {
  if (process === undefined) return [];
  const { helps, undos, readAlouds, pauses } = process;
  const counts = { help: helps, undo: undos, listen: readAlouds, pause: pauses };
  return (['help', 'undo', 'listen', 'pause'] as const).filter((one) => counts[one] > 0);
}
