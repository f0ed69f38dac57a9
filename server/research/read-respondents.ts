/** People and their answers for item statistics: of each person the first attempt that answered something. */
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
  /** False where there are more attempts than were read. */
  readonly isComplete: boolean;
}

/** After so many records others get their turn: a large activity must not hold the server up. */
const recordsPerTurn = 50;

/** @param limit how many attempts are read, at most: each takes a few hundred bytes of memory */
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

/**
 * The person behind a record; null where every scene was passed over, or nothing that the bank knows was answered. What
 * was played with help open from the start is missing here: it says little of how hard an item is (ADR 11).
 */
function respondentOf(record: AttemptRecord, bank: Bank): Respondent | null {
  const measure = measureOf(record, bank);
  if (measure === null) return null;
  const skipped = new Set<number>();
  const points = bank.items.map((item, place) => {
    const scene = answeredScene(record, item);
    if (scene === undefined || scene.scene.eased === true) return null;
    if (scene.how === 'skipped') skipped.add(place);
    return pointsOn(record, item);
  });
  if (points.every((own) => own === null)) return null;
  const { theta, se, wle } = measure.overall;
  return { theta, se, wle, dimensions: measure.dimensions, points, skipped, groups: groupsOf(record) };
}

/** The one that the attempt keeps, where it rests on this bank: making it anew takes a thousand times longer. */
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
