import type { MissingCode } from '../../scenarios/kit/missing-codes.ts';
import type { AttemptRecord } from './attempt-records.ts';

const codes = { done: null, skipped: 'omitted', left: 'quit' } as const satisfies Record<
  string,
  MissingCode | null
>;

/** Null if the scene was played to its end. A scene still being played is not reached yet. */
export function missingCodeOf(
  {
    scenes,
    progress,
  }: Pick<AttemptRecord, 'scenes'> & {
    readonly progress: Pick<AttemptRecord['progress'], 'scenes' | 'pool'>;
  },
  scenario: string,
): MissingCode | null {
  const ended = scenes.findLast(({ scene }) => scene.scenario === scenario);
  if (ended !== undefined) return codes[ended.how];
  const isPlanned = progress.scenes.some((scene) => scene.scenario === scenario);
  return isPlanned || progress.pool?.includes(scenario) === true ? 'not-reached' : 'not-in-form';
}
