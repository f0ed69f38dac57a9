/**
 * Only each person's first attempt with an answer, because answers of one person are not independent. Without practice,
 * attempts set aside or held, eased scenes (ADR 11) and, for research, persons without consent.
 */
import type { ScoredScene } from '../../scenarios/kit/log.ts';
import { missing, type ResponseMatrix } from '../../scenarios/psychometrics/calibrate-types.ts';
import { itemName } from '../../scenarios/psychometrics/item-name.ts';
import { responsesOf } from '../../scenarios/measurement/measure.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import { currentResults } from '../attempts/results.ts';
import type { AttemptsPort, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { RecordCounts } from './attempt-records.ts';
import { countsForResearch } from './counts-for-research.ts';
import type { ExportPurpose } from './export-statements.ts';
import { listAttempts } from './list-attempts.ts';
import { readOutcomes } from './read-outcomes.ts';

export interface StoredResponses {
  readonly matrix: ResponseMatrix;
  readonly counts: StoredCounts;
}

/** `withoutConsent`: 0 for operational use. */
interface StoredCounts extends RecordCounts {
  readonly later: number;
  readonly easedScenes: number;
}

export interface StoredScope {
  readonly organisationId: string;
  readonly studyId: string;
  readonly purpose: ExportPurpose;
  readonly without: readonly string[];
}

type Attempts = Pick<AttemptsPort, 'listByStudy' | 'listByResourceLink' | 'listOutcomes'>;

export async function readStoredResponses(
  attempts: Attempts,
  scope: StoredScope,
  bank: Bank,
): Promise<StoredResponses> {
  const counts = {
    attempts: 0,
    included: 0,
    invalid: 0,
    held: 0,
    withoutConsent: 0,
    later: 0,
    unanswered: 0,
    easedScenes: 0,
  };
  const rows = new Map<string, ReadonlyMap<string, number>>();
  for await (const stored of listAttempts(attempts, scope.organisationId, scope)) {
    counts.attempts += 1;
    const leftOut = reasonToLeaveOut(stored, scope, rows);
    if (leftOut !== null) {
      counts[leftOut] += 1;
      continue;
    }
    const results = currentResults(await readOutcomes(attempts, stored.attempt));
    const scenes = results.filter(({ scene }) => scene.eased !== true);
    counts.easedScenes += results.length - scenes.length;
    const row = rowOf(bank, scenes, scope.without);
    if (row.size === 0) counts.unanswered += 1;
    else {
      counts.included += 1;
      rows.set(stored.attempt.personId, row);
    }
  }
  return { matrix: toMatrix(bank, [...rows.values()]), counts };
}

function reasonToLeaveOut(
  { attempt: { personId }, progress }: AttemptWithProgress,
  { purpose }: StoredScope,
  rows: ReadonlyMap<string, unknown>,
): 'invalid' | 'held' | 'withoutConsent' | 'later' | null {
  if (progress.validity.state === 'invalid') return 'invalid';
  if (progress.heldFor.length > 0) return 'held';
  if (purpose === 'research' && !countsForResearch(progress)) return 'withoutConsent';
  return rows.has(personId) ? 'later' : null;
}

/** 0 if the scene was skipped, as in the measure. */
function rowOf(
  bank: Bank,
  scenes: readonly ScoredScene[],
  without: readonly string[],
): ReadonlyMap<string, number> {
  const answered = scenes.flatMap(({ scene: { scenario, worldVersion }, how, result }) =>
    responsesOf(bank, { scenario, worldVersion, how, result }),
  );
  return new Map(
    answered
      .map(({ item, points }) => [itemName(item), points] as const)
      .filter(([name]) => !without.includes(name)),
  );
}

function toMatrix(bank: Bank, rows: readonly ReadonlyMap<string, number>[]): ResponseMatrix {
  const items = bank.items
    .map((item) => ({ id: itemName(item), maximum: item.steps.length }))
    .filter(({ id }) => rows.some((row) => row.has(id)));
  const points = rows.flatMap((row) => items.map(({ id }) => row.get(id) ?? missing));
  return { items, persons: rows.length, points: Int8Array.from(points) };
}
