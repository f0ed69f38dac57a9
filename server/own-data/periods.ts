import type { Words } from '../contract/words.ts';
import type { PlayedActivity, PlayedAttempt } from './description.ts';

/** How long what belongs together is kept. */
export interface Period {
  readonly activity: Words;
  /** Null: all attempts of the activity. */
  readonly attempt: PlayedAttempt | null;
  /** When that began, if another period has the same name; ms since 1970 UTC. */
  readonly since: number | null;
  /** Null: the organisation decides. */
  readonly keptMonths: number | null;
}

type Named = Omit<Period, 'since'> & Pick<PlayedAttempt, 'startedAt'>;

/** One for each activity, or one for each attempt if an activity was played in several studies. */
export function listPeriods(activities: readonly PlayedActivity[]): readonly Period[] {
  const all = activities.flatMap(listNamed);
  const counts = new Map<string, number>();
  for (const one of all) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return all.map((one) => {
    const { startedAt, ...period } = one;
    return { ...period, since: (counts.get(nameOf(one)) ?? 0) > 1 ? startedAt : null };
  });
}

function listNamed({ name: activity, attempts }: PlayedActivity): Named[] {
  const [first] = attempts;
  if (first === undefined) return [];
  const { startedAt, keptMonths } = first;
  if (attempts.every((one) => one.keptMonths === keptMonths))
    return [{ activity, attempt: null, startedAt, keptMonths }];
  return attempts.map((attempt) => ({
    activity,
    attempt,
    startedAt: attempt.startedAt,
    keptMonths: attempt.keptMonths,
  }));
}

function nameOf({ activity, attempt }: Named): string {
  return [activity.fr, attempt?.practice, attempt?.number].join('/');
}
