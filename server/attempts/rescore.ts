/**
 * Scores an attempt that is over anew from its log, by newer rules or another bank. What was played, the first results and
 * their statements stay; an entry at the end of the log says what holds from then on.
 */
import type { LogEntry, RescoredScene, ScoredScene } from '../../scenarios/kit/log.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import { commentLanguage } from './grade-parts.ts';
import { measureScenes, scoreOf } from './measure.ts';
import { regradeIntents } from './regrade.ts';
import { endOf, type RescoreObstacle, RescoreRefusal, rescoreScene } from './rescore-scene.ts';
import { currentBankVersion, currentResults } from './results.ts';
import type { AttemptServices } from './services.ts';
import { type AttemptWork, changeFound } from './work.ts';

export interface RescoreWish {
  /** The bank to measure with; null: the one that measured last. */
  readonly bankVersion: number | null;
  /** `newest`: by the newest rules of each world that was played. `kept`: results stay as they are. */
  readonly scoring: 'newest' | 'kept';
  /** Whether gradebooks that show a score of the attempt get the new one. */
  readonly isRegraded: boolean;
  /** Says what would change, and writes nothing. */
  readonly isDryRun: boolean;
}

/** What an attempt says of a person, before or after. */
type Standing = Pick<AttemptProgress, 'score' | 'measure'>;

export type Rescoring =
  | {
      readonly outcome: 'changed' | 'same';
      readonly before: Standing;
      readonly after: Standing;
      /** Items with other points than before. */
      readonly itemsChanged: number;
      /** Columns of gradebooks that get (or would get) another score or comment; 0 where this is not wished. */
      readonly grades: number;
    }
  /** `going-on`: not over yet; it keeps its versions. `nothing-scored`: no scored scene was played. */
  | { readonly outcome: 'left-alone'; readonly because: LeftAlone };

export type LeftAlone = RescoreObstacle | 'going-on' | 'nothing-scored' | 'practice' | 'person-gone';

/**
 * Scores one attempt anew. Two steps that each may be repeated, the entry in one conditional write and then the wishes for
 * grades: interrupted anywhere and run again, it ends the same.
 * @throws AppError attempt.busy, storage.unavailable
 */
export async function rescoreAttempt(
  services: AttemptServices,
  { organisationId, id }: AttemptWithProgress['attempt'],
  wish: RescoreWish,
): Promise<Rescoring> {
  const find = async (): Promise<AttemptWithProgress> => {
    const found = await services.storage.attempts.find(organisationId, id);
    if (found === undefined) throw new AppError('attempt.unknown');
    return found;
  };
  try {
    const { facts, ...rescored } = await changeFound(services, find, (work) => rescore(services, work, wish));
    const intents = wish.isRegraded ? await regradeIntents(services, facts) : [];
    if (!wish.isDryRun) for (const intent of intents) await services.storage.grades.wish(intent);
    return { ...rescored, grades: intents.length };
  } catch (error) {
    const because = leftAloneBy(error);
    if (because === null) throw error;
    return { outcome: 'left-alone', because };
  }
}

class LeavesAlone extends Error {
  readonly because: LeftAlone;

  constructor(because: LeftAlone) {
    super(because);
    this.because = because;
  }
}

function leftAloneBy(error: unknown): LeftAlone | null {
  if (error instanceof LeavesAlone) return error.because;
  if (error instanceof RescoreRefusal) return error.obstacle;
  const code = error instanceof AppError ? error.code : '';
  if (code === 'scenario.unknown' || code === 'bank.unknown') return 'content-gone';
  // Erased between the list and this, with the keys that open the log.
  return code === 'attempt.unknown' ? 'person-gone' : null;
}

async function rescore(services: AttemptServices, work: AttemptWork, wish: RescoreWish) {
  const { attempt, progress } = work;
  const { status, score, measure, adaptations } = progress;
  if (attempt.practice) throw new LeavesAlone('practice');
  if (status !== 'finished' && status !== 'abandoned') throw new LeavesAlone('going-on');
  const log = await work.listEntries(1);
  const held = currentResults(log);
  if (held.length === 0) throw new LeavesAlone('nothing-scored');
  const results = held.map((scene) => rescored(services, attempt.seed, wish.scoring, scene, log));
  const bankVersion = wish.bankVersion ?? currentBankVersion(log, attempt);
  const before = { score, measure };
  const after = standingBy(services, attempt, bankVersion, results);
  const isSame = bare(held) === bare(results) && figures(before) === figures(after);
  if (!isSame && !wish.isDryRun) write(work, results, after);
  return {
    outcome: isSame ? ('same' as const) : ('changed' as const),
    before,
    after,
    itemsChanged: countChanged(held, results),
    facts: { attempt, ...after, adaptations, language: commentLanguage(log) },
  };
}

function rescored(
  { content }: AttemptServices,
  seed: number,
  scoring: RescoreWish['scoring'],
  held: ScoredScene,
  log: readonly LogEntry[],
): RescoredScene {
  return scoring === 'kept'
    ? { ...held, ended: endOf(log, held.scene.sceneId) }
    : rescoreScene(content, seed, held, log);
}

function standingBy(
  { content }: AttemptServices,
  { form }: AttemptWork['attempt'],
  bankVersion: number,
  results: readonly ScoredScene[],
): Standing {
  const measure = measureScenes(content, bankVersion, results);
  return { measure, score: scoreOf(content, form, measure) };
}

function write(work: AttemptWork, results: readonly RescoredScene[], { measure, score }: Standing): void {
  for (const { scene } of results) work.updateScene(scene.sceneId, { scoringVersion: scene.scoringVersion });
  work.draft.update({ measure, score });
  work.draft.add({ kind: 'rescored', results, measure, score }, work.receivedAt, work.receivedAt);
}

/** What a result says, whichever entry says it. */
function bare(scenes: readonly ScoredScene[]): string {
  return figures(
    scenes.map(({ scene, how, result }) => [scene.sceneId, scene.scoringVersion, how, result] as const),
  );
}

/** As text to compare: members in one order, numbers without what a rounding error may leave apart. */
function figures(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'number') return Math.round(part * 1e6) / 1e6;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

function countChanged(held: readonly ScoredScene[], results: readonly ScoredScene[]): number {
  const pointsOf = (scenes: readonly ScoredScene[]): Map<string, string> =>
    new Map(
      scenes.flatMap(({ scene, result }) =>
        result.items.map(
          ({ item, points, max }) => [`${scene.sceneId}/${item}`, `${points}/${max}`] as const,
        ),
      ),
    );
  const [before, after] = [pointsOf(held), pointsOf(results)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).length;
}
