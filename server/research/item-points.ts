import type { ItemParameters } from '../../scenarios/kit/measurement-types.ts';
import type { AttemptRecord, SceneRecord } from './attempt-records.ts';

/** 0 if the scene was skipped, null if not reached. */
export function pointsOn(record: AttemptRecord, item: ItemParameters): number | null {
  const points = answeredScene(record, item)?.result?.items.find(
    ({ dimension }) => dimension === item.dimension,
  )?.points;
  return points ?? null;
}

/** The last one if the scene was played twice, as in the measure. */
export function answeredScene(
  { scenes }: AttemptRecord,
  { scenario }: Pick<ItemParameters, 'scenario'>,
): SceneRecord | undefined {
  return scenes.findLast(({ scene, result }) => scene.scenario === scenario && result !== null);
}
