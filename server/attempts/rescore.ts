/** Log, first results and statements stay; a new last entry holds the results that now count. */
import type { LogEntry, RescoredScene, SceneProcess, ScoredScene } from '../../scenarios/kit/log.ts';
import { isAbout } from '../../scenarios/measurement/measure.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import { findGradeKind } from './grade-kind.ts';
import { commentLanguage } from './grade-parts.ts';
import { measureScenes, scoreOf } from './measure.ts';
import { createFlagger } from './flag-scene.ts';
import { regradeIntents } from './regrade.ts';
import { endOf, type RescoreObstacle, RescoreRefusedError, rescoreScene } from './rescore-scene.ts';
import { currentBankVersion, currentResults } from './results.ts';
import { currentProcesses, recomputeProcesses } from './scene-processes.ts';
import type { AttemptServices } from './services.ts';
import { type AttemptTransaction, changeAttempt } from './transaction.ts';

export interface RescoreRequest {
  /** Null: the bank used last. */
  readonly bankVersion: number | null;
  /** `kept` keeps the scenes' points: only the bank changes. */
  readonly scoring: 'newest' | 'kept';
  readonly isRegraded: boolean;
  readonly isDryRun: boolean;
}

type ScoreAndMeasure = Pick<AttemptProgress, 'score' | 'measure'>;

export type Rescoring =
  | {
      readonly outcome: 'changed' | 'same';
      readonly before: ScoreAndMeasure;
      readonly after: ScoreAndMeasure;
      readonly itemsChanged: number;
      /** Scenes whose process indicators differ. */
      readonly processesChanged: number;
      /** Number of grade requests; 0 unless `isRegraded`. */
      readonly grades: number;
    }
  | { readonly outcome: 'left-alone'; readonly because: LeftAlone };

export type LeftAlone =
  | RescoreObstacle
  /** The bank's items are about another world version than was played. */
  | 'other-world'
  | 'going-on'
  | 'nothing-scored'
  | 'practice'
  | 'person-gone';

/**
 * Idempotent: repeat it if it was interrupted.
 * @throws AppError attempt.busy, storage.unavailable
 */
export async function rescoreAttempt(
  services: AttemptServices,
  { organisationId, id }: AttemptWithProgress['attempt'],
  request: RescoreRequest,
): Promise<Rescoring> {
  const find = async (): Promise<AttemptWithProgress> => {
    const found = await services.storage.attempts.find(organisationId, id);
    if (found === undefined) throw new AppError('attempt.unknown');
    return found;
  };
  try {
    const { facts: scored, ...rescored } = await changeAttempt(services, find, (transaction) =>
      rescore(services, transaction, request),
    );
    const facts = { ...scored, kind: await findGradeKind(services, scored.attempt) };
    const intents = request.isRegraded ? await regradeIntents(services, facts) : [];
    if (!request.isDryRun) for (const intent of intents) await services.storage.grades.request(intent);
    return { ...rescored, grades: intents.length };
  } catch (error) {
    const because = whyLeftAlone(error);
    if (because === null) throw error;
    return { outcome: 'left-alone', because };
  }
}

class LeftAloneError extends Error {
  readonly because: LeftAlone;

  constructor(because: LeftAlone) {
    super(because);
    this.because = because;
  }
}

function whyLeftAlone(error: unknown): LeftAlone | null {
  if (error instanceof LeftAloneError) return error.because;
  if (error instanceof RescoreRefusedError) return error.obstacle;
  const code = error instanceof AppError ? error.code : '';
  if (code === 'scenario.unknown' || code === 'bank.unknown') return 'content-gone';
  // The person was erased after the list was read.
  return code === 'attempt.unknown' ? 'person-gone' : null;
}

async function rescore(services: AttemptServices, transaction: AttemptTransaction, request: RescoreRequest) {
  const { attempt, progress } = transaction;
  const { status, score, measure } = progress;
  if (attempt.practice) throw new LeftAloneError('practice');
  if (status !== 'finished' && status !== 'abandoned') throw new LeftAloneError('going-on');
  const log = await transaction.listEntries(1);
  const current = currentResults(log);
  if (current.length === 0) throw new LeftAloneError('nothing-scored');
  const results = current.map((scene) => rescored(services, attempt, request.scoring, scene, log));
  const bankVersion = request.bankVersion ?? currentBankVersion(log, attempt);
  const before = { score, measure };
  const after = measureWith(services, attempt, bankVersion, results);
  const processes = recomputeProcesses(log, attempt, await createFlagger(services, attempt));
  const processesChanged = countDifferent(processes, log);
  const isSame =
    processesChanged === 0 &&
    resultsAsText(current) === resultsAsText(results) &&
    comparableText(before) === comparableText(after);
  if (!isSame && !request.isDryRun) write(transaction, { results, processes }, after);
  return {
    outcome: isSame ? ('same' as const) : ('changed' as const),
    before,
    after,
    itemsChanged: countChanged(current, results),
    processesChanged,
    facts: { attempt, ...after, results, language: commentLanguage(log) },
  };
}

function rescored(
  { content }: AttemptServices,
  attempt: AttemptTransaction['attempt'],
  scoring: RescoreRequest['scoring'],
  current: ScoredScene,
  log: readonly LogEntry[],
): RescoredScene {
  return scoring === 'kept'
    ? { ...current, ended: endOf(log, current.scene.sceneId) }
    : rescoreScene(content, attempt, current, log);
}

function measureWith(
  { content }: AttemptServices,
  { form }: AttemptTransaction['attempt'],
  bankVersion: number,
  results: readonly ScoredScene[],
): ScoreAndMeasure {
  const bank = content.getBank(bankVersion);
  if (!results.every(({ scene }) => isAbout(bank, scene))) throw new LeftAloneError('other-world');
  const measure = measureScenes(content, bankVersion, results);
  return { measure, score: scoreOf(content, form, measure) };
}

function write(
  transaction: AttemptTransaction,
  { results, processes }: { results: readonly RescoredScene[]; processes: readonly SceneProcess[] },
  { measure, score }: ScoreAndMeasure,
): void {
  for (const { scene } of results)
    transaction.updateScene(scene.sceneId, { scoringVersion: scene.scoringVersion });
  transaction.draft.update({ measure, score });
  transaction.draft.add(
    { kind: 'rescored', results, processes, measure, score },
    transaction.receivedAt,
    transaction.receivedAt,
  );
}

function resultsAsText(scenes: readonly ScoredScene[]): string {
  return comparableText(
    scenes.map(({ scene, how, result }) => [scene.sceneId, scene.scoringVersion, how, result] as const),
  );
}

function countDifferent(processes: readonly SceneProcess[], log: readonly LogEntry[]): number {
  const stored = currentProcesses(log);
  return processes.filter(
    ({ sceneId, process }) => comparableText(stored.get(sceneId) ?? null) !== comparableText(process),
  ).length;
}

/** Sorts keys, and rounds numbers because rounding errors are no change. */
function comparableText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'number') return Math.round(part * 1e6) / 1e6;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

function countChanged(current: readonly ScoredScene[], results: readonly ScoredScene[]): number {
  const pointsOf = (scenes: readonly ScoredScene[]): Map<string, string> =>
    new Map(
      scenes.flatMap(({ scene, result }) =>
        result.items.map(
          ({ item, points, max }) => [`${scene.sceneId}/${item}`, `${points}/${max}`] as const,
        ),
      ),
    );
  const [before, after] = [pointsOf(current), pointsOf(results)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).length;
}
