/** Points of an attempt on the items of a bank. */
import type { ItemParameters } from '../../scenarios/kit/measurement-types.ts';
import type { AttemptRecord, SceneRecord } from './attempt-records.ts';

/** Points earned, 0 where the scene was opened and passed over; null where the item was not reached. */
export function pointsOn(record: AttemptRecord, item: ItemParameters): number | null {
  const points = answeredScene(record, item)?.result?.items.find(
    ({ dimension }) => dimension === item.dimension,
  )?.points;
  return points ?? null;
}

/** The scene in which the item was answered; of a scenario played twice the last counts, as in the measure. */
export function answeredScene(
  { scenes }: AttemptRecord,
  { scenario }: Pick<ItemParameters, 'scenario'>,
): SceneRecord | undefined {
  return scenes.findLast(({ scene, result }) => scene.scenario === scenario && result !== null);
}
