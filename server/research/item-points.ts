import type { ItemParameters } from '../../scenarios/kit/measurement-types.ts';
import type { AttemptRecord, SceneRecord } from './attempt-records.ts';

/** 0 if the scene was skipped, null if not reached, or if the way taken left a rule of the item out. */
export function pointsOn(record: AttemptRecord, item: ItemParameters): number | null {
  const found = answeredScene(record, item)?.result?.items.find(
    ({ dimension }) => dimension === item.dimension,
  );
  return found === undefined || found.missing !== undefined ? null : found.points;
}

/** The last one if the scene was played twice, as in the measure. */
export function answeredScene(
  { scenes }: AttemptRecord,
  { scenario }: Pick<ItemParameters, 'scenario'>,
): SceneRecord | undefined {
  return scenes.findLast(({ scene, result }) => scene.scenario === scenario && result !== null);
}
