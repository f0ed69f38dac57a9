import type { MissingCode } from '../../scenarios/kit/missing-codes.ts';
import { isAbout } from '../../scenarios/measurement/measure.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { AttemptRecord, SceneRecord } from './attempt-records.ts';

/**
 * Null if the scene was played to its end. A scene still being played is not reached yet; one of another world version
 * than the bank is about is not in the form.
 */
export function missingCodeOf(
  {
    scenes,
    progress,
  }: Pick<AttemptRecord, 'scenes'> & {
    readonly progress: Pick<AttemptRecord['progress'], 'scenes' | 'pool'>;
  },
  bank: Pick<Bank, 'worlds'>,
  scenario: string,
): MissingCode | null {
  const ended = scenes.findLast(({ scene }) => scene.scenario === scenario && isAbout(bank, scene));
  if (ended !== undefined) return codeOfEnd(ended);
  const planned = progress.scenes.findLast((scene) => scene.scenario === scenario);
  if (planned !== undefined) return isAbout(bank, planned) ? 'not-reached' : 'not-in-form';
  return progress.pool?.includes(scenario) === true ? 'not-reached' : 'not-in-form';
}

function codeOfEnd({ how, result, process }: SceneRecord): MissingCode | null {
  if (how === 'left') return 'quit';
  if (how === 'skipped') return 'omitted';
  return result === null && process?.flags?.includes('not-tried') === true ? 'not-tried' : null;
}
