import type { Bank, ItemParameters } from '../../scenarios/kit/measurement-types.ts';
import { isAbout } from '../../scenarios/measurement/measure.ts';
import type { AttemptRecord, SceneRecord } from './attempt-records.ts';

/** 0 if the scene was skipped, null if not reached, or if the way taken left a rule of the item out. */
export function pointsOn(record: AttemptRecord, bank: Bank, item: ItemParameters): number | null {
  const found = answeredScene(record, bank, item)?.result?.items.find(
    ({ dimension }) => dimension === item.dimension,
  );
  return found === undefined || found.missing !== undefined ? null : found.points;
}

/** The last one if the scene was played twice, as in the measure. */
export function answeredScene(
  { scenes }: AttemptRecord,
  bank: Pick<Bank, 'worlds'>,
  { scenario }: Pick<ItemParameters, 'scenario'>,
): SceneRecord | undefined {
  return scenes.findLast(
    ({ scene, result }) => scene.scenario === scenario && isAbout(bank, scene) && result !== null,
  );
}
