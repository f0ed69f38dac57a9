/** Keeps readings of a scene quick and the disk free. People use a tenth at most (docs/operators/en/sizing.md). */
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { goesOnWhenFull, weightOf } from '../../scenarios/world/weight.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptProgress, SceneProgress } from '../storage/ports/attempts.ts';

/** By weight; see weight.ts. */
export const sceneRoom = 2_000;
/** Log entries of all kinds. */
export const attemptRoom = 12_000;
/** Beyond the room, for what lets a person go on. */
const reserve = { scene: 100, attempt: 500 };

type Spent = Pick<AttemptProgress, 'head' | 'scenes'>;

export function roomIn({ head, scenes }: Spent, sceneId: string): number {
  const scene = scenes.find((one) => one.sceneId === sceneId);
  return Math.max(0, Math.min(attemptRoom - head, sceneRoom - (scene ? spentIn(scene, head) : 0)));
}

/** @throws AppError scene.full */
export function checkRoom(
  progress: Spent,
  sceneId: string | null,
  action: WorldAction | AttemptAction,
): void {
  if (action.app === 'frame' && action.type === 'end') return;
  const mayUseReserve = goesOnWhenFull(action);
  const { head, scenes } = progress;
  const scene = scenes.find((one) => one.sceneId === sceneId);
  const weight = weightOf(action);
  const inAttempt = attemptRoom + (mayUseReserve ? reserve.attempt : 0) - head;
  const inScene = sceneRoom + (mayUseReserve ? reserve.scene : 0) - (scene ? spentIn(scene, head) : 0);
  if (weight > Math.min(inAttempt, inScene)) throw new AppError('scene.full');
}

export function spend(
  scene: SceneProgress,
  head: number,
  action: WorldAction | AttemptAction,
): Pick<SceneProgress, 'spent'> {
  return { spent: spentIn(scene, head) + weightOf(action) };
}

/** Rows of earlier versions lack `spent`: what was logged since is at least as much. */
function spentIn({ spent, fromSeq }: SceneProgress, head: number): number {
  return spent ?? (fromSeq > 0 ? Math.max(0, head - fromSeq) : 0);
}
