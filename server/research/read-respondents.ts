/** Reads each person's first attempt with an answer. */
import { setImmediate } from 'node:timers/promises';
import { measureResults } from '../../scenarios/measurement/measure.ts';
import type { Grouping, GroupSide, Respondent } from '../../scenarios/psychometrics/respondents.ts';
import type { Bank, Measure } from '../../scenarios/kit/measurement-types.ts';
import {
  type AttemptRecord,
  playedScenes,
  type RecordCounts,
  type RecordDeps,
  RecordReader,
  type RecordScope,
} from './attempt-records.ts';
import { answeredScene, pointsOn } from './item-points.ts';

export interface RespondentsRead {
  readonly respondents: readonly Respondent[];
  readonly counts: RecordCounts;
  /** False if more attempts exist than `limit`. */
  readonly isComplete: boolean;
}

/** After so many records, other requests get a turn. */
const recordsPerTurn = 50;

/** @param limit maximum number of attempts, a few hundred bytes each */
export async function readRespondents(
  deps: RecordDeps,
  scope: RecordScope,
  bank: Bank,
  limit = Infinity,
): Promise<RespondentsRead> {
  const reader = new RecordReader(deps, scope);
  const seen = new Set<string>();
  const respondents: Respondent[] = [];
  let read = 0;
  for await (const record of reader.records(limit + 1)) {
    read += 1;
    if (read % recordsPerTurn === 0) await setImmediate();
    if (reader.counts.attempts > limit) break;
    const { personId } = record.attempt;
    const respondent = seen.has(personId) ? null : respondentOf(record, bank);
    if (respondent === null) continue;
    seen.add(personId);
    respondents.push(respondent);
  }
  return { respondents, counts: reader.counts, isComplete: reader.counts.attempts <= limit };
}

/** Eased scenes count as missing: they say little about difficulty (ADR 11). */
function respondentOf(record: AttemptRecord, bank: Bank): Respondent | null {
  const measure = measureOf(record, bank);
  if (measure === null) return null;
  const skipped = new Set<number>();
  const points = bank.items.map((item, index) => {
    const scene = answeredScene(record, bank, item);
    if (scene === undefined || scene.scene.eased === true) return null;
    if (scene.how === 'skipped') skipped.add(index);
    return pointsOn(record, bank, item);
  });
  if (points.every((earned) => earned === null)) return null;
  const { theta, se, wle } = measure.overall;
  return { theta, se, wle, dimensions: measure.dimensions, points, skipped, groups: groupsOf(record) };
}

/** A stored measure saves a thousand times the work. */
function measureOf(record: AttemptRecord, bank: Bank): Measure | null {
  const { measure } = record.progress;
  return measure?.bankVersion === bank.version ? measure : measureResults(bank, playedScenes(record));
}

function groupsOf({ progress, scenes }: AttemptRecord): Readonly<Record<Grouping, GroupSide | null>> {
  const modes = new Set(scenes.flatMap(({ process }) => process?.inputModes ?? []));
  const isTouch = modes.has('touch') || modes.has('pen');
  return {
    language: progress.language === 'fr' ? 'reference' : 'focal',
    input: modes.size === 0 ? null : isTouch ? 'focal' : 'reference',
    'read-aloud': progress.adaptations.includes('read-aloud') ? 'focal' : 'reference',
  };
}
